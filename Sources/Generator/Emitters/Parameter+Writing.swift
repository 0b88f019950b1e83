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

  /// Where it goes, for a person.
  var place: String { location == .querystring ? "query" : location.rawValue }

  /// Whether it has neither a default nor may be left out.
  var hasToBeGiven: Bool { !isOptional && defaultValue == nil }

  /// `"ids", ids, .pipeDelimited, explode: false`
  func arguments(_ code: inout Code) {
    switch format {
    case .json where location == .querystring: code.line("json: ", name.escaped)
    case .json:
      code.literal(key)
      code.line(name.escaped)
      code.line(".json")
    case .text:
      code.line("text: ", name.escaped)
    case .form(let encoding):
      code.line(name.escaped)
      BodyEmitter.argument(encoding, &code)
    case .style(let style, let explode):
      if location != .querystring { code.literal(key) }
      code.line(name.escaped)
      for option in options(style, explode) { code.line(option) }
    }
  }

  /// `id, .label, explode: true`, inside the parentheses of an interpolation.
  var pathArguments: String {
    guard case .style(let style, let explode) = format else { return "\(name.escaped), .json" }
    var options = options(style, explode)
    if style == .matrix { options.insert("name: \(key.literal)", at: 1) }
    return ([name.escaped] + options).joined(separator: ", ")
  }

  /// `request.check(ids, in: "query ids", .maxItems(3))`
  func check(_ code: inout Code) {
    rules.write("request.check", to: &code) { code in
      code.line(name.escaped)
      code.prefixed("in: ") { $0.literal("\(place) \(key)") }
    }
  }

  /// What is not usual in the location.
  private func options(_ style: OpenAPI.Parameter.Style, _ explode: Bool) -> [String] {
    let isForm = location == .query || location == .cookie
    return [
      style == (isForm ? .form : .simple) ? nil : ".\(style.rawValue)",
      explode == isForm ? nil : "explode: \(explode)",
      allowReserved ? "allowReserved: true" : nil,
      keepsSlashes ? "keepsSlashes: true" : nil,
      allowEmptyValue ? "allowEmptyValue: true" : nil,
    ].compactMap { $0 }
  }
}
