/// A value that may hold a credential or private data. Printed, dumped or mirrored, it shows its
/// description and no more.
public protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
}

extension Redacted {
  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
