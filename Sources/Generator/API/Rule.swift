import OpenAPI

/// A rule that a value has to keep to be sent: one of the runtime's type of the same name.
indirect enum Rule: Hashable, Sendable {
  case constraint(Constraint)
  /// The range of a format of integers.
  case range(IntegerFormat)
  /// A rule of each element of a list, or of each value of a dictionary.
  case items(Rule)
  /// A rule of the names of all members.
  case names(Rule)
}

/// The formats of integers that are narrower than `Int` (OAS Format Registry), by what the
/// runtime's rules are called.
enum IntegerFormat: String, Sendable {
  case int8, int16, int32, uint8, uint16, uint32

  var range: ClosedRange<Int> {
    switch self {
    case .int8: Int(Int8.min)...Int(Int8.max)
    case .int16: Int(Int16.min)...Int(Int16.max)
    case .int32: Int(Int32.min)...Int(Int32.max)
    case .uint8: 0...Int(UInt8.max)
    case .uint16: 0...Int(UInt16.max)
    case .uint32: 0...Int(UInt32.max)
    }
  }
}
