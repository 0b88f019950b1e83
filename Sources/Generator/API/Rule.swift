import OpenAPI

/// A rule that a value has to keep to be sent: one of the runtime's type of the same name.
indirect enum Rule: Hashable, Sendable {
  case constraint(Constraint)
  /// The range of `format: int32`.
  case int32
  /// A rule of each element of a list, or of each value of a dictionary.
  case items(Rule)
  /// A rule of the names of all members.
  case names(Rule)
}
