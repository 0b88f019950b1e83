/// A value that is written as JSON.
public protocol JSONEncodable: Sendable {
  /// The value as JSON. What breaks a rule is recorded in `context`, and the request is then not
  /// sent.
  func json(in context: inout EncodingContext) -> JSONValue
}

extension JSONValue {
  /// A value as JSON, of a type that Swift has (`city`, `["city": city]`) or a description.
  public init(_ value: some JSONEncodable) {
    var context = EncodingContext(isSent: false)
    self = value.json(in: &context)
  }
}

extension JSONEncodable {
  /// The value as JSON; `rules` that it breaks are violations where it is sent.
  public func json(in context: inout EncodingContext, _ rules: Rule...) -> JSONValue {
    json(in: &context, rules)
  }

  func json(in context: inout EncodingContext, _ rules: [Rule]) -> JSONValue {
    let json = json(in: &context)
    context.check(json, rules)
    return json
  }
}
