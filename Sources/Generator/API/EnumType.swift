import Syntax

/// An enumeration: values that the description knows, of a type that has others too.
struct EnumType: Sendable {
  /// A value, and the static member that stands for it.
  struct Case: Sendable {
    var name: String
    var value: Scalar
    var documentation: [String] = []
  }

  /// The empty type that tells the enumeration from others.
  var marker = ""
  /// What the values are: `string`, `int`, `double` or `json`.
  var type: SwiftType
  /// Whether the description allows any other value of the type.
  var isOpen: Bool
  var cases: [Case]
}
