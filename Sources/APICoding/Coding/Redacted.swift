/// A value that may hold a credential or private data. All that is ever shown of it, printed,
/// dumped or mirrored, is its description.
public protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
}

extension Redacted {
  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
