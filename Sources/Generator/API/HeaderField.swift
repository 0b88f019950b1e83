/// A header of answers, as a typed name.
struct HeaderField: Sendable {
  var name: String
  /// The name on the wire.
  var key: String
  var type: SwiftType
  /// Whether the value is JSON text (`content`), and not in the style `simple`.
  var isJSON: Bool
  var explode: Bool
  var documentation: [String]
}
