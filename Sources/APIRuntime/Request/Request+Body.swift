import Foundation

// Each takes nil for no body, and the last one counts.
extension Request {
  /// A body in JSON.
  public mutating func json<Value: JSONEncodable>(
    _ value: Value?, contentType: String = "application/json"
  ) {
    guard let value else { return }
    let json = JSONValue(value, in: "", &violations)
    setBody([.bytes(json.serialized())], contentType)
  }

  /// JSON texts, one a line (application/jsonl, application/x-ndjson).
  public mutating func jsonLines<Element: JSONEncodable>(
    _ elements: [Element]?, contentType: String = "application/jsonl"
  ) {
    records(elements, after: "", contentType)
  }

  /// JSON texts, each after a record separator (RFC 7464 §2.2).
  public mutating func jsonSequence<Element: JSONEncodable>(
    _ elements: [Element]?, contentType: String = "application/json-seq"
  ) {
    records(elements, after: "\u{1E}", contentType)
  }

  private mutating func records<Element: JSONEncodable>(
    _ elements: [Element]?, after separator: String, _ contentType: String
  ) {
    guard let elements else { return }
    var body = Data()
    for element in JSONValue(elements, in: "", &violations).array ?? [] {
      body += Data(separator.utf8) + element.serialized() + Data("\n".utf8)
    }
    setBody([.bytes(body)], contentType)
  }

  /// A body in application/x-www-form-urlencoded (OAS 3.2 §4.15.4).
  public mutating func form<Value: FormModel>(
    _ value: Value?, encoding: [String: FieldEncoding] = [:]
  ) {
    guard let value else { return }
    let text = formPairs(value, encoding).joined(separator: "&")
    setBody([.bytes(Data(text.utf8))], "application/x-www-form-urlencoded")
  }

  /// A body in parts, which may be files. They have names as in `multipart/form-data` (RFC 7578),
  /// whichever multipart type it is.
  public mutating func multipart<Value: FormModel>(
    _ value: Value?, contentType: String = "multipart/form-data",
    encoding: [String: FieldEncoding] = [:]
  ) {
    guard let value else { return }
    multipart(ObjectEncoder(value), contentType, encoding)
  }

  /// A body in parts without names, told apart by their order (OAS 3.2 §4.14.5.2): the fields of
  /// `value`, with a part for each element of an array, unless the array is JSON as a whole.
  public mutating func parts<Value: FormModel>(
    _ value: Value?, contentType: String = "multipart/mixed",
    encoding: [String: FieldEncoding] = [:]
  ) {
    guard let value else { return }
    multipart(ObjectEncoder(value), contentType, encoding, isNamed: false)
  }

  /// A body in parts that the description does not name; in the order of the names.
  public mutating func multipart<Part: FormPart>(
    _ parts: [String: Part]?, contentType: String = "multipart/form-data",
    encoding: [String: FieldEncoding] = [:]
  ) {
    guard let parts else { return }
    var object = ObjectEncoder()
    object.rest(parts: parts)
    multipart(object, contentType, encoding)
  }

  private mutating func multipart(
    _ object: ObjectEncoder, _ contentType: String, _ encoding: [String: FieldEncoding],
    isNamed: Bool = true
  ) {
    let form = MultipartForm(object, encoding, isNamed: isNamed)
    violations += object.violations + form.violations
    var type = contentType
    if type.lowercased() == "multipart/related", let first = form.firstType {
      type += "; type=\"\(first.mediaTypeName)\""
    }
    setBody(form.segments, "\(type); boundary=\(form.boundary)")
  }

  /// A body of text, in UTF-8 or the `charset` of `contentType`: a string, a number, a date, a
  /// value of an enumeration.
  public mutating func text<Value: JSONEncodable>(
    _ value: Value?, contentType: String = "text/plain"
  ) {
    guard let value else { return }
    let text = JSONValue(value, in: "", &violations).parameterText ?? ""
    setBody([.bytes(text.bytes(ofType: contentType, at: "", &violations))], contentType)
  }

  /// A body that is a file, read while it is sent. `contentType` replaces the file's media type; if
  /// it lists several, `image/*, text/csv`, the file's must be among them.
  public mutating func file(_ value: File?, contentType: String? = nil) {
    guard let value else { return }
    let types = MediaTypes(contentType)
    if !types.contains(value.contentType), types.only == nil {
      violations.append(value.violation(at: "", notAmong: types))
    }
    setBody([value.content], types.only ?? value.contentType)
  }

  private mutating func setBody(_ segments: [Body.Segment], _ contentType: String) {
    body = segments
    headers.remove("Content-Type")
    addHeader(HTTPHeaders.Field(name: "Content-Type", value: contentType))
  }

  /// The fields of a form as `name=value`, encoded.
  mutating func formPairs(
    _ value: some FormModel, _ encoding: [String: FieldEncoding]
  ) -> [String] {
    let object = ObjectEncoder(value)
    violations += object.violations
    return object.fields.flatMap { key, content -> [String] in
      guard case .json(let value) = content else {
        violations.append(Violation(place: "/\(key)", message: "is a file, which needs a part"))
        return []
      }
      let encoding = encoding[key] ?? FieldEncoding()
      let escaping = Escaping.form(allowReserved: encoding.allowReserved)
      let pairs = encoding.pairs(key, value, escaping, &violations).pairs
      return pairs.map { "\($0.name)=\($0.value)" }
    }
  }
}
