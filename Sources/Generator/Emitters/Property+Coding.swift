import OpenAPI

/// The calls of the runtime that read and write a property.
extension ObjectType.Property {
  var reading: (text: String, isThrowing: Bool) {
    if presence == .required, defaultValue == nil {
      switch type {
      case .array: return ("object.array", false)
      default:
        guard let scalar = type.scalar else { return ("try object.value", true) }
        return ("object." + scalar.lowercasedFirst, false)
      }
    }
    guard let scalar = type.scalar else { return ("object.optionalValue", false) }
    return ("object.optional" + scalar, false)
  }

  /// A value that may be left out is written by the same name, which takes an optional.
  var writing: String {
    if presence == .nullable { return "nullable" }
    if type == .file { return "file" }
    return type.scalar?.lowercasedFirst ?? "value"
  }
}

extension SwiftType {
  /// The runtime's name of a type that it reads and writes without generics.
  fileprivate var scalar: String? {
    switch self {
    case .string: "String"
    case .int: "Int"
    case .double: "Double"
    case .bool: "Bool"
    case .date: "Date"
    case .uuid: "UUID"
    default: nil
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String {
    self == "UUID" ? "uuid" : prefix(1).lowercased() + dropFirst()
  }
}

extension Constraint {
  /// The constraint as a rule of the runtime, such as `.minLength(1)`.
  var rule: Code {
    switch self {
    case .minLength(let count): ".minLength(\(count))"
    case .maxLength(let count): ".maxLength(\(count))"
    case .pattern(let pattern): .call(".pattern", .literal(pattern))
    case .minimum(let number): ".minimum(\(number))"
    case .maximum(let number): ".maximum(\(number))"
    case .exclusiveMinimum(let number): ".exclusiveMinimum(\(number))"
    case .exclusiveMaximum(let number): ".exclusiveMaximum(\(number))"
    case .multipleOf(let number): ".multipleOf(\(number))"
    case .minItems(let count): ".minItems(\(count))"
    case .maxItems(let count): ".maxItems(\(count))"
    case .uniqueItems: ".uniqueItems"
    }
  }
}
