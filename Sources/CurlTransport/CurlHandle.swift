import APITransport
internal import CCurl
import Foundation

/// A handle of libcurl, set up for a request.
struct CurlHandle {
  let pointer: UnsafeMutableRawPointer

  // What libcurl keeps no copy of.
  private let headers: UnsafeMutablePointer<curl_slist>?
  private let message: UnsafeMutablePointer<CChar>

  init(_ request: HTTPRequest, connectTimeout: Duration) {
    // libcurl fails here for no other reason, and Swift ends the process for that one too.
    guard let pointer = curl_easy_init() else { fatalError("there is no memory for libcurl") }
    self.pointer = pointer
    headers = headerList(of: request)
    message = .allocate(capacity: Int(CURL_ERROR_SIZE))
    message.initialize(to: 0)
    curl_easy_set_pointer(pointer, CURLOPT_ERRORBUFFER, message)
    curl_easy_set_headers(pointer, headers)
    curl_easy_set_text(pointer, CURLOPT_URL, request.url.absoluteString)
    curl_easy_set_text(pointer, CURLOPT_ACCEPT_ENCODING, "")  // what libcurl can unpack
    curl_easy_set_number(
      pointer, CURLOPT_CONNECTTIMEOUT_MS, Int(max(1, connectTimeout.milliseconds)))
    curl_easy_set_number(pointer, CURLOPT_MAXAGE_CONN, keptSeconds)
    for option in switchedOn { curl_easy_set_number(pointer, option, 1) }
    curl_easy_set_quick_exit(pointer)
    setMethod(of: request)
  }

  /// Frees all that the handle holds; its transfer must have ended.
  func free() {
    curl_easy_cleanup(pointer)
    curl_slist_free_all(headers)
    message.deallocate()
  }

  /// What failed, in libcurl's words, which may quote a proxy of the environment: without its user
  /// and password.
  func words(for code: CURLcode) -> String {
    Self.withoutUsers(
      String(cString: message.pointee == 0 ? curl_easy_strerror(code) : UnsafePointer(message)))
  }

  static func withoutUsers(_ text: String) -> String {
    text.replacing(#/:\/\/[^\s']*@/#, with: "://(redacted)@")
  }

  private func setMethod(of request: HTTPRequest) {
    if request.method == .head { return curl_easy_set_number(pointer, CURLOPT_NOBODY, 1) }
    // Methods that have a body, as a rule, say that there is none (RFC 9110 §8.6).
    if request.body != nil || [.post, .put, .patch].contains(request.method) {
      curl_easy_set_upload(pointer, curl_off_t(request.body?.length ?? 0))
    }
    curl_easy_set_text(pointer, CURLOPT_CUSTOMREQUEST, request.method.name)
  }
}

/// For how long after its last answer a connection is used again. Servers close theirs after five
/// seconds at the earliest, as a rule; a message that meets a connection as it closes may have been
/// delivered, for all that one knows.
private let keptSeconds = 4

private let switchedOn = [
  CURLOPT_NOSIGNAL,  // signals are the process's own
  CURLOPT_HTTPPROXYTUNNEL, CURLOPT_SUPPRESS_CONNECT_HEADERS,  // no answer is a proxy's
]

/// The headers that are not libcurl's own, as it takes them: `Name:` takes one of its away, `Name;`
/// is one without a value.
private func headerList(of request: HTTPRequest) -> UnsafeMutablePointer<curl_slist>? {
  let fields = request.headers.filter { field in
    !["host", "content-length", "transfer-encoding"].contains(field.name.lowercased())
  }
  var lines = fields.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
  lines += ["Expect:"]
  if request.headers["User-Agent"] == nil { lines += ["User-Agent: apigen"] }
  return lines.reduce(nil) { curl_slist_append($0, $1) }
}

extension Duration {
  /// In whole milliseconds, rounded up.
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  }
}
