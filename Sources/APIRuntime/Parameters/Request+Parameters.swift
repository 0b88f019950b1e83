import Foundation

extension Request {
  /// A parameter of the query; nil is not sent. `allowReserved` keeps reserved characters and
  /// percent-encoded bytes as they are (RFC 6570 §3.2.3), except `[ ] # & +`, which no value in a
  /// query can hold. `allowEmptyValue` sends null as the name alone: `flag=` (OAS 3.2 §4.12.2.1).
  public mutating func query<Value: JSONEncodable>(
    _ name: String, _ value: Value?, _ style: ParameterStyle = .form, explode: Bool = true,
    allowReserved: Bool = false, allowEmptyValue: Bool = false
  ) {
    guard let value else { return }
    let json = JSONValue(value, in: "query \(name)", &violations)
    let escaping = Escaping.query(allowReserved: allowReserved)
    if allowEmptyValue, json.isNull { query.append(escaping.name(name) + "=") }
    violations += style.violations(json, explode: explode, in: "query \(name)")
    let pairs = style.pairs(name, json, explode: explode, escaping)
    query += pairs.map { "\($0.name)=\($0.value)" }
  }

  /// A value that is the whole query (OAS 3.2 §4.12.1, `in: querystring`), as
  /// application/x-www-form-urlencoded; nil is not sent.
  public mutating func queryString<Value: FormModel>(
    _ value: Value?, encoding: [String: FieldEncoding] = [:]
  ) {
    if let value { query += formPairs(value, encoding) }
  }

  /// A value that is the whole query, as JSON text; nil is not sent.
  public mutating func queryString<Value: JSONEncodable>(json value: Value?) {
    guard let value else { return }
    query.append(JSONValue(value, in: "query", &violations).description.percentEncoded())
  }

  /// Text that is the whole query, such as a JSONPath; nil is not sent.
  public mutating func queryString(text: String?) {
    if let text { query.append(text.percentEncoded()) }
  }

  /// A header in the style `simple`, `json`, or `simple` with another delimiter; nil is not sent.
  /// The value is sent verbatim: one that a header cannot hold (RFC 9110 §5.5) is a violation.
  public mutating func header<Value: JSONEncodable>(
    _ name: String, _ value: Value?, _ style: ParameterStyle = .simple, explode: Bool = false
  ) {
    guard let value else { return }
    let place = "header \(name.shownName)"
    let json = JSONValue(value, in: place, &violations)
    violations += style.violations(json, explode: explode, in: place)
    if style.pairs(name, json, explode: explode, .none).isEmpty { return }
    let text = style.text(name, json, explode: explode, .none)
    addHeader(HTTPHeaders.Field(name: name, value: text))
  }

  /// Gives the request an idempotency key, by which the server knows it when it is sent again: it
  /// is, where its outcome is unknown. Without `key` it is that of a parameter of this name, or a
  /// random one. The key belongs to this value: each time that it is sent, the key is the same.
  public mutating func idempotent(key: String? = nil, header: String = "Idempotency-Key") {
    idempotencyHeader = header
    if key == nil, headers[header] != nil { return }
    headers.remove(header)
    addHeader(HTTPHeaders.Field(name: header, value: key ?? UUID().uuidString))
  }

  /// A cookie in the style `form`, `cookie` or `json`; nil is not sent. All are sent in one header.
  /// Each exploded value is a cookie of its own: the `&` that the specification takes from RFC 6570
  /// would not be understood by any server.
  public mutating func cookie<Value: JSONEncodable>(
    _ name: String, _ value: Value?, _ style: ParameterStyle = .form, explode: Bool = true,
    allowReserved: Bool = false
  ) {
    guard let value else { return }
    let json = JSONValue(value, in: "cookie \(name)", &violations)
    let escaping = style == .cookie ? Escaping.none : .query(allowReserved: allowReserved)
    for (name, value) in style.pairs(name, json, explode: explode, escaping) {
      addCookie(name, value)
    }
  }

  /// Checks rules for `value`, the body or a parameter such as `query limit`; nil breaks none.
  public mutating func check<Value: JSONEncodable>(
    _ value: Value?, in place: String = "", _ rules: Rule...
  ) {
    // What is wrong with the value itself was found when it was written.
    var ignored = EncodingContext()
    guard let json = value?.json(in: &ignored) else { return }
    var context = EncodingContext()
    context.check(json, rules)
    violations += context.violations(in: place)
  }

  mutating func addHeader(_ field: HTTPHeaders.Field) {
    if let violation = field.violation { violations.append(violation) }
    headers.append(field)
  }

  /// A semicolon would begin another cookie (RFC 6265 §4.2.1).
  mutating func addCookie(_ name: String, _ value: String) {
    let place = "cookie \(name.shownName)"
    if let complaint = HTTPHeaders.complaint(aboutValue: value) {
      violations.append(Violation(place: place, message: complaint))
    } else if !name.isToken || value.utf8.contains(UInt8(ascii: ";")) {
      violations.append(Violation(place: place, message: "has a character that no cookie can hold"))
    }
    cookies.append("\(name)=\(value)")
  }
}

extension JSONValue {
  /// `value` as JSON, null where there is none. What is wrong with it is added to `violations`, as
  /// being in `place`.
  init(_ value: (some JSONEncodable)?, in place: String, _ violations: inout [Violation]) {
    var context = EncodingContext()
    self = value?.json(in: &context) ?? .null
    violations += context.violations(in: place)
  }
}
