/// A field whose type may contain the type that it is a field of: `@Indirect var parent: Node?`. It
/// stands elsewhere in memory, and is a value like any other.
@propertyWrapper public struct Indirect<Value: Sendable>: Sendable {
  /// One element, always.
  private var storage: [Value]

  public init(wrappedValue: Value) { storage = [wrappedValue] }

  public var wrappedValue: Value {
    get { storage[0] }
    set { storage[0] = newValue }
  }
}

/// Shown as its value is.
extension Indirect: CustomDebugStringConvertible, CustomReflectable {
  public var debugDescription: String { String(reflecting: wrappedValue) }

  public var customMirror: Mirror { Mirror(reflecting: wrappedValue) }
}
