import OpenAPI

/// The calls of the runtime that read and write a property.
extension ObjectType.Property {
  /// The call, whether it throws, and whether it takes the default: what may be absent stays so, or
  /// else it would be there when the value is sent on.
  func reading(
    as presence: Presence
  ) -> (text: String, isThrowing: Bool, takesDefault: Bool) {
    if presence == .optionalNullable { return ("object.optionalNullable", false, false) }
    if presence == .required, defaultValue == nil {
      if case .array = type { return ("object.array", false, false) }
      guard let scalar = type.scalar else { return ("try object.value", true, false) }
      return ("object." + scalar.member, false, false)
    }
    let takesDefault = presence == .required
    guard let scalar = type.scalar else { return ("object.optionalValue", false, takesDefault) }
    return ("object.optional" + scalar.name, false, takesDefault)
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
  /// The runtime's name of a type that it reads and writes without generics.
  fileprivate var scalar: (name: String, member: String)? {
    switch self {
    case .string: ("String", "string")
    case .int: ("Int", "int")
    case .double: ("Double", "double")
    case .bool: ("Bool", "bool")
    case .date: ("Date", "date")
    case .uuid: ("UUID", "uuid")
    default: nil
    }
  }
}
