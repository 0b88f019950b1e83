/// A body that can be sent as a form, field by field; one with files only so.
public protocol FormModel: Sendable {
  /// Records every field of the body, in order, and the rules for them.
  func encode(to object: inout ObjectEncoder)
}

/// A form whose fields the description leaves open; in the order of the names.
extension Dictionary: FormModel where Key == String, Value: JSONEncodable {
  public func encode(to object: inout ObjectEncoder) { object.members(of: self) }
}

/// An object is a form; any other value is a violation.
extension JSONValue: FormModel {
  public func encode(to object: inout ObjectEncoder) { object.members(of: self) }
}
