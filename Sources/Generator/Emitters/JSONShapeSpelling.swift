/// How a shape is written: `.object(required: ["id"], known: ["id", "at"], members: ["at": .date])`.
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
    case .calendarDate: ".calendarDate"
    case .uuid: ".uuid"
    case .base64: ".base64"
    case .null: ".null"
    case .tagged(let key, let values): .call(".tagged", .literal(key), list(values))
    case .array(let element): .call(".array", element.map(code) ?? "nil")
    case .object(let required, let known, let members): object(required, known, members)
    case .anyOf(let shapes): .call(".anyOf", .list(shapes.map(code)))
    }
  }

  private static func object(
    _ required: [String], _ known: [String], _ members: [JSONShape.Member]
  ) -> Code {
    let pairs = members.map { Code.prefixed($0.key.literal + ": ", code($0.shape)) }
    let arguments: [Code?] = [
      required.isEmpty ? nil : .prefixed("required: ", list(required)),
      known.isEmpty ? nil : .prefixed("known: ", list(known)),
      pairs.isEmpty ? nil : .prefixed("members: ", .list(pairs)),
    ]
    return .call(opening: ".object", arguments: arguments.compactMap { $0 }, closing: "")
  }

  private static func list(_ values: [String]) -> Code {
    .list(values.map { .literal($0) })
  }
}
