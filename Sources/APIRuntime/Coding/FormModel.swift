/// A body that is sent field by field; one with files can only be sent as a form.
public protocol FormModel: Sendable {
  /// Records every field of the body, in order, and the rules for them.
  func encode(to object: inout ObjectEncoder)
}
