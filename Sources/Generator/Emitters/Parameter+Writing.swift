import OpenAPI

/// The calls of the runtime that write a parameter.
extension APIOperation.Parameter {
  /// The type of the argument, spelled, where nothing is left out.
  func type(_ spelling: TypeSpelling) -> String {
    let text = spelling.text(type)
    return allowEmptyValue ? "Nullable<\(text)>" : text
  }

  /// The method of `Request` that takes it.
  var method: String {
    location == .querystring ? "queryString" : location.rawValue
  }

  /// `"ids", ids, .pipeDelimited, explode: false`
  var arguments: [Code] {
    let key: [Code] = location == .querystring ? [] : [.literal(key)]
    switch format {
    case .json: return key + [.line("json: \(name.escaped)")]
    case .text: return ["text: \(name.escaped)"]
    case .form(let encoding):
      return [.line(name.escaped), BodyEmitter.argument(encoding)].compactMap { $0 }
    case .style(let style, let explode):
      return key + [.line(name.escaped)] + options(style, explode).map { .line($0) }
    }
  }

  /// `id, .label, explode: true`, inside the parentheses of an interpolation.
  var pathArguments: String {
    guard case .style(let style, let explode) = format else { return "json: \(name.escaped)" }
    var options = options(style, explode)
    if style == .matrix { options.insert("name: \(key.literal)", at: 1) }
    return ([name.escaped] + options).joined(separator: ", ")
  }

  /// `request.check(ids, in: "query ids", .maxItems(3))`
  var check: Code {
    rules.code(
      "request.check", .line(name.escaped),
      .prefixed("in: ", .literal("\(method == "queryString" ? "query" : method) \(key)")))
  }

  /// What is not usual in the location.
  private func options(_ style: OpenAPI.Parameter.Style, _ explode: Bool) -> [String] {
    let isForm = location == .query || location == .cookie
    return [
      style == (isForm ? .form : .simple) ? nil : ".\(style.rawValue)",
      explode == isForm ? nil : "explode: \(explode)",
      allowReserved ? "allowReserved: true" : nil,
      allowEmptyValue ? "allowEmptyValue: true" : nil,
    ].compactMap { $0 }
  }
}
