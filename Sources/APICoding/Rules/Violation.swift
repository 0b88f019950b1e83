/// Something about a request that must be corrected before it can be sent. It never shows the
/// value, which may be private.
public struct Violation: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where: a JSON pointer into the body (`/contacts/0/name`, empty for all of it), or `header
  /// x-api-key`, `query limit`, `path`, `server`.
  public let place: String

  /// What is wrong, and what is right: `has 0 characters, expected at least 1`.
  public let message: String

  public var description: String { place.isEmpty ? message : "\(place): \(message)" }

  /// A rule that `place` breaks.
  public init(place: String, message: String) {
    self.place = place
    self.message = message
  }
}
