import OpenAPI

/// The calls of the runtime that read and write a property.
extension ObjectType.Property {
  /// The method, whether it throws, and whether it takes the default: what may be absent stays so,
  /// or else it would be there when the value is sent on.
  func reading(
    as presence: Presence
  ) -> (method: String, isThrowing: Bool, takesDefault: Bool) {
    if presence == .optionalNullable {
      return (type == .json ? "optionalJSON" : "optionalNullable", false, false)
    }
    if presence == .required, defaultValue == nil {
      if case .array = type { return ("array", false, false) }
      if case .dictionary = type { return ("dictionary", false, false) }
      guard let scalar = type.scalar else { return ("value", true, false) }
      return (scalar.member, false, false)
    }
    let takesDefault = presence == .required
    return (type.scalar?.optional ?? "optionalValue", false, takesDefault)
  }

  /// A value that may be left out is written by the same name, which takes an optional.
  func writing(as presence: Presence) -> String {
    if presence == .nullable { return "nullable" }
    if presence == .optionalNullable { return "value" }
    if isPart { return "part" }
    return type.scalar?.member ?? "value"
  }
}

extension SwiftType {
  /// The runtime's methods for a type that it reads and writes without generics.
  fileprivate var scalar: (member: String, optional: String)? {
    switch self {
    case .string: ("string", "optionalString")
    case .int: ("int", "optionalInt")
    case .double: ("double", "optionalDouble")
    case .bool: ("bool", "optionalBool")
    case .date: ("date", "optionalDate")
    case .uuid: ("uuid", "optionalUUID")
    default: nil
    }
  }
}
