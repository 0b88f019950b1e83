// Members, and no conformances: to declare `Hashable` of every type would take longer to compile
// for all of them. Who needs it of one writes `extension Order: Hashable {}`, and that is all.

extension Model {
  /// Whether both are the same JSON. What JSON cannot hold, such as NaN, is equal to nothing.
  public static func == (left: Self, right: Self) -> Bool { left.isSame(as: right) }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(storedJSON) }
}

extension Union {
  /// Whether both are the same JSON. What JSON cannot hold, such as NaN, is equal to nothing.
  public static func == (left: Self, right: Self) -> Bool { left.isSame(as: right) }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(storedJSON) }
}

extension JSONEncodable {
  fileprivate func isSame(as other: Self) -> Bool {
    guard let json = storedJSON, let otherJSON = other.storedJSON else { return false }
    return json == otherJSON
  }

  /// The value as it is kept; nil where JSON cannot hold it.
  fileprivate var storedJSON: JSONValue? {
    var context = EncodingContext(isSent: false)
    let json = json(in: &context)
    guard context.violations.isEmpty else { return nil }
    return json
  }
}
