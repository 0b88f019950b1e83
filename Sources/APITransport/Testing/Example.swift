import Foundation

/// An answer to an operation, as an example of its description.
public struct Example: Sendable {
  let method: HTTPMethod
  let path: [String]
  let answer: RawResponse

  /// An answer to an operation.
  ///
  /// - Parameters:
  ///   - method: The method of the operation.
  ///   - path: The path of the operation, with its parameters in braces: `/pets/{petId}`.
  ///   - status: The status of the answer.
  ///   - type: The media type of the body; nil for none.
  ///   - body: The body.
  public init(
    _ method: HTTPMethod, _ path: String, _ status: Int, _ type: String? = nil, _ body: String = ""
  ) {
    self.method = method
    self.path = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
    var headers = HTTPHeaders()
    headers["Content-Type"] = type
    answer = RawResponse(status: status, headers: headers, body: Data(body.utf8))
  }

  /// How well a request is one to this operation: the number of pieces of the path that are the
  /// same; nil where it is to another.
  func fit(_ request: HTTPRequest) -> Int? {
    let whole = request.url.path(percentEncoded: true)
    // What the server's own address ends in is no part of it. A middleware may have changed it.
    let known = request.path?.prefix { $0 != "?" }
    let path = known.flatMap { whole.hasSuffix($0) ? String($0) : nil } ?? whole
    let pieces = path.split(separator: "/")
    guard request.method == method, pieces.count == self.path.count else { return nil }
    var same = 0
    for (piece, wanted) in zip(pieces, self.path) {
      let text = piece.removingPercentEncoding ?? String(piece)
      if text == wanted {
        same += 1
      } else if !Self.holds(text, parametersOf: wanted) {
        return nil
      }
    }
    return same
  }

  /// Whether a piece of a path has the text around the braces of a template.
  private static func holds(_ text: String, parametersOf template: String) -> Bool {
    guard let opening = template.firstIndex(of: "{"), let closing = template.lastIndex(of: "}")
    else { return false }
    let (start, end) = (template[..<opening], template[closing...].dropFirst())
    return text.count >= start.count + end.count && text.hasPrefix(start) && text.hasSuffix(end)
  }
}
