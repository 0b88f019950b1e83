extension Request {
  /// A header; nil is not sent. The value goes out to the letter: one that a header cannot hold (RFC 9110 §5.5) is a
  /// violation.
  public mutating func header<Value: ParameterValue>(_ name: String, _ value: Value?) {
    guard let value = text(value, "header \(name)") else { return }
    addHeader(HTTPHeaders.Field(name: name, value: value))
  }

  /// A header that is a credential; nil is not sent.
  public mutating func header(_ name: String, _ value: Secret?) {
    guard let value else { return }
    addHeader(HTTPHeaders.Field(name: name, value: value.text, isSecret: true))
  }

  /// A parameter of the query; nil is not sent.
  public mutating func query<Value: ParameterValue>(_ name: String, _ value: Value?) {
    guard let value = text(value, "query \(name)") else { return }
    addQuery(name, value)
  }

  /// A parameter of the query that is repeated for each value (OAS 3.1 §4.8.12.2, style `form`, exploded); nil is not sent.
  public mutating func query<Value: ParameterValue>(_ name: String, _ values: [Value]?) {
    for value in values ?? [] { query(name, value) }
  }

  /// A parameter of the query that is a credential; nil is not sent.
  public mutating func query(_ name: String, _ value: Secret?) {
    guard let value else { return }
    querySecrets.append(value)
    addQuery(name, value.text)
  }

  /// The text of a value; a value without one is a violation.
  private mutating func text(_ value: (some ParameterValue)?, _ place: String) -> String? {
    guard let value else { return nil }
    if value.parameterText == nil {
      violations.append(Violation(place: place, message: "has a value that cannot be written"))
    }
    return value.parameterText
  }

  private mutating func addHeader(_ field: HTTPHeaders.Field) {
    if let complaint = field.complaint {
      // A name may hold anything; its debug description has no line breaks.
      violations.append(
        Violation(place: "header \(field.name.debugDescription)", message: complaint))
    }
    headers.append(field)
  }

  private mutating func addQuery(_ name: String, _ value: String) {
    query.append("\(name.percentEncoded())=\(value.percentEncoded())")
  }
}
