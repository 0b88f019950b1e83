import OpenAPI

/// The calls of the runtime that write a parameter.
extension APIOperation.Parameter {
  /// The method of `Request` that takes it.
  var method: String {
    location == .querystring ? "queryString" : location.rawValue
  }

  /// `"ids", ids, .pipeDelimited, explode: false`
  var arguments: [Code] {
    if location == .querystring { return [.line(name.escaped)] }
    if isJSON { return [.literal(key), .line("json: \(name.escaped)")] }
    return [.literal(key), .line(name.escaped)] + options
  }

  /// `id, .label, explode: true`, inside the parentheses of an interpolation.
  var pathArguments: String {
    if isJSON { return "json: \(name.escaped)" }
    var arguments = [name.escaped]
    if style != .simple { arguments.append(".\(style.rawValue)") }
    if style == .matrix { arguments.append("name: \(key.literal)") }
    if explode { arguments.append("explode: true") }
    if allowReserved { arguments.append("allowReserved: true") }
    return arguments.joined(separator: ", ")
  }

  private var options: [Code] {
    let isForm = location == .query || location == .cookie
    return [
      style != (isForm ? .form : .simple) && style != .cookie ? ".\(style.rawValue)" : nil,
      explode != isForm && !isSingle ? "explode: \(explode)" : nil,
      // A header is never percent-encoded.
      allowReserved && location != .header ? "allowReserved: true" : nil,
    ].compactMap { $0 }.map { .line($0) }
  }

  /// Whether there is nothing to explode.
  private var isSingle: Bool {
    switch type {
    case .array, .dictionary, .json, .named: false
    default: true
    }
  }
}
