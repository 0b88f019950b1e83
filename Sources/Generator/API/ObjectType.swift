import OpenAPI

/// A JSON object, or the parts of a form, as a struct.
struct ObjectType: Sendable {
  struct Property: Sendable {
    /// How a value that is not there is written and read.
    enum Presence: Sendable {
      case required
      /// Left out where it is nil; null and absent are both read as nil.
      case optional
      /// Written as null where it is nil.
      case nullable
    }

    var name: String
    /// The key in JSON, or the name of a part.
    var key: String
    var type: SwiftType
    var presence: Presence
    /// What is read where the value is absent, as Swift.
    var defaultValue: String?
    var constraints: [Constraint]
    var documentation: [String]
  }

  var properties: [Property]
  /// Groups of keys of which at least one has to be there.
  var alternatives: [[String]]
  /// Whether it is sent: then users make it, and may change it.
  var isSent = false
  /// Whether it is read. A form is only sent.
  var isRead = false

  /// Whether it carries files, and so is a form and not JSON.
  var hasFiles: Bool { properties.contains { $0.type == .file } }
}
