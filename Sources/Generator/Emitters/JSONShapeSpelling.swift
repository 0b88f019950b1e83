/// How a shape is written: `.object(required: ["id"], values: ["kind": ["a", "b"]])`.
enum JSONShapeSpelling {
  static func code(_ shape: JSONShape) -> Code {
    switch shape {
    case .any: ".any"
    case .boolean: ".boolean"
    case .integer: ".integer"
    case .number: ".number"
    case .string: ".string"
    case .strings(let values): .call(".strings", list(values))
    case .date: ".date"
    case .uuid: ".uuid"
    case .array(let element): .call(".array", element.map(code) ?? "nil")
    case .object(let required, let known, let values): object(required, known, values)
    case .anyOf(let shapes): .call(".anyOf", .list(shapes.map(code)))
    }
  }

  private static func object(
    _ required: [String], _ known: [String], _ values: [JSONShape.KnownValues]
  ) -> Code {
    let pairs = values.map { Code.prefixed($0.key.literal + ": ", list($0.values)) }
    return .call(
      ".object", .prefixed("required: ", list(required)), .prefixed("known: ", list(known)),
      .prefixed("values: ", pairs.isEmpty ? "[:]" : .list(pairs)))
  }

  private static func list(_ values: [String]) -> Code {
    .list(values.map { .literal($0) })
  }
}
