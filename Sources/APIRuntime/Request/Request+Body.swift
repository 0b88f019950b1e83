import Foundation

extension Request {
  /// A body in JSON; nil is not sent.
  public mutating func json<Value: JSONEncodable>(_ value: Value?) {
    guard let value else { return }
    var context = EncodingContext()
    let json = value.json(in: &context)
    violations += context.violations
    setBody([.bytes(json.serialized())], contentType: "application/json")
  }

  /// A body in parts (RFC 7578), with files where it has any; nil is not sent.
  public mutating func multipart<Value: FormModel>(_ value: Value?) {
    guard let value else { return }
    var object = ObjectEncoder()
    value.encode(to: &object)
    let form = MultipartForm(object.fields)
    violations += object.violations + form.violations
    setBody(form.segments, contentType: "multipart/form-data; boundary=\(form.boundary)")
  }

  private mutating func setBody(_ segments: [Body.Segment], contentType: String) {
    body = segments
    headers.remove("Content-Type")
    headers.append(HTTPHeaders.Field(name: "Content-Type", value: contentType))
  }
}
