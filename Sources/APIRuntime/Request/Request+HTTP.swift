import Foundation

extension Request {
  /// The request as a transport takes it, and the credentials that were fetched for it, others than
  /// the refused ones.
  ///
  /// - Throws: `notSent`, with all that is wrong, or a file or a credential that cannot be had.
  func prepared(
    insteadOf refused: [FetchedCredential]
  ) async throws(SendError<Never>) -> (HTTPRequest, [FetchedCredential]) {
    do {
      let request = try checked()
      if fetches.isEmpty { return (request, []) }
      // A token is not asked for in vain.
      let (whole, fetched) = try await withFetchedCredentials(insteadOf: refused)
      return (try whole.checked(), fetched)
    } catch {
      throw .notSent(NotSent(request: description, cause: error))
    }
  }

  /// The request as a transport takes it, with the credentials that are known.
  func checked() throws(NotSent.Cause) -> HTTPRequest {
    let url = url
    let types = headers["Accept"] == nil ? accept : nil
    let accept = types.map { HTTPHeaders.Field(name: "Accept", value: $0) }
    let wrong = [method.violation, url == nil ? URL.violation : nil, accept?.violation]
    let violations = violations + wrong.compactMap(\.self)
    guard violations.isEmpty, let url else { throw .invalid(violations) }
    var headers = headers
    if let accept { headers.append(accept) }
    if !cookies.isEmpty {
      let value = ([headers["Cookie"]].compactMap(\.self) + cookies).joined(separator: "; ")
      headers.remove("Cookie")
      headers.append(HTTPHeaders.Field(name: "Cookie", value: value, isSecret: true))
    }
    let body = if let body { try Body(body) } else { Body?.none }
    return HTTPRequest(
      method: method, url: url, headers: headers, body: body, path: path, secrets: secrets,
      idempotencyHeader: idempotencyHeader, progress: progress)
  }

  /// The whole URL; nil where the server is not what it must be.
  var url: URL? {
    let isPlain = server.utf8.allSatisfy { byte in
      (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
    }
    guard isPlain, URL(string: server)?.isServer == true else { return nil }
    let separator = path.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    let query = query.isEmpty ? "" : separator + query.joined(separator: "&")
    return URL(string: self.server + path + query)
  }
}
