/// A request as it came over the wire.
public struct ReceivedRequest: Sendable {
  /// All its bytes.
  public let raw: [UInt8]

  public let method: String

  /// The path and the query, as written.
  public let target: String

  /// The headers in order, as written.
  public let headers: [(name: String, value: String)]

  /// The body, without the framing of chunks.
  public let body: [UInt8]

  /// How many requests came over the same connection before.
  public let ordinal: Int

  /// The value of the first header of that name, whatever its case; nil if there is none.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
