/// Numbers that may be read from strings.
extension DescriptionReader {
  private static let formats: Set<String> = [
    "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double",
    "decimal", "numeric",
  ]

  /// ASP.NET describes each number so: `{type: [integer, string], format: int32, pattern: …}`,
  /// since it reads numbers from strings too. The string is a way to write the number, no other
  /// value.
  func finishNumbers(_ schema: inout Schema) {
    // Most have one type.
    guard schema.types.count > 1, let format = schema.format, Self.formats.contains(format),
      schema.types.contains(.string),
      schema.types.contains(.integer) || schema.types.contains(.number),
      schema.types.allSatisfy({ [.string, .integer, .number, .null].contains($0) })
    else { return }
    schema.types.removeAll { $0 == .string }
    schema.numberFromText = schema.place
  }
}
