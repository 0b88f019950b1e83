import Syntax

/// `type` and `nullable` (JSON Schema 2020-12 Validation §6.1.1; OAS 3.0 §4.7.24.1).
extension DescriptionReader {
  mutating func readTypes(_ at: Located, into schema: inout Schema) {
    guard let types = at.node.sequence else { return readType(at, into: &schema) }
    for type in types {
      readType(Located(node: type, resource: at.resource), into: &schema)
    }
  }

  /// Makes `nullable: true` and the type `null` say the same, once both are read. OpenAPI 3.1 has
  /// no `nullable`, and Swagger 2.0 never had: both are written all the same.
  func finishTypes(_ schema: inout Schema) {
    let hasNull = schema.types.contains(.null)
    if schema.isNullable, !schema.types.isEmpty, !hasNull { schema.types.append(.null) }
    schema.isNullable = schema.isNullable || hasNull
  }

  private mutating func readType(_ at: Located, into schema: inout Schema) {
    let node = at.node
    // `type: null` without quotes is a YAML null; there is only one thing that it can mean.
    if let type = node.isNull ? .null : node.text.flatMap({ Self.types[$0] }) {
      // One type twice says no more than once.
      if !schema.types.contains(type) { schema.types.append(type) }
      return
    }
    let text = node.text ?? ""
    guard let meant = meaning(ofType: text, at) else {
      let isEnum = text.lowercased() == "enum"
      return warn(
        node, "`type`", expected: Self.knownTypes,
        isEnum ? "the values of `enum` say it" : "any type is allowed")
    }
    var said: [String] = []
    for meaning in meant {
      if let type = meaning.type, !schema.types.contains(type) { schema.types.append(type) }
      schema.format = schema.format ?? meaning.format
      schema.reference = schema.reference ?? meaning.reference
      schema.items = schema.items ?? meaning.items
      said.append(meaning.description)
    }
    warn(
      node, "`type`", expected: Self.knownTypes,
      "it is read as \(said.joined(separator: " or "))")
  }

  /// What a text in place of a type, or of a whole schema, stands for: `int`, `User`, `User[]`,
  /// `string|null`.
  mutating func meaning(ofType text: String, _ at: Located) -> [MeantType]? {
    let parts = text.split(separator: "|")
    if parts.count < 2 { return meaning(ofOne: text, at).map { [$0] } }
    let meanings = parts.compactMap { meaning(ofOne: $0.filter { $0 != " " }, at) }
    return meanings.count == parts.count ? meanings : nil
  }

  /// What a text with one meaning stands for, which may be a list of others.
  private mutating func meaning(ofOne text: String, _ at: Located) -> MeantType? {
    var element = text
    var depth = 0
    while !isComponent(element), let inner = Self.element(ofList: element) {
      // Nobody means more, and each takes time.
      guard depth < 10 else { return nil }
      element = inner
      depth += 1
    }
    guard var meant = meaning(ofElement: element, at) else { return nil }
    for _ in 0..<depth {
      meant = MeantType(
        type: .array, items: addSchema(meant, at), description: "a list of \(meant.description)")
    }
    return meant
  }

  private mutating func meaning(ofElement text: String, _ at: Located) -> MeantType? {
    if let type = Schema.DataType(rawValue: text) {
      return MeantType(type: type, description: "\(type)")
    }
    if isComponent(text) {
      let reference = Target.Key.component(text).fragment
      let id = schemaID(of: .string(reference, at: at.node.place), from: 0)
      return MeantType(reference: id, description: "'\(reference)'")
    }
    if text.hasPrefix("#/"),
      let target = try? exactTarget(of: text, at: at.node.place, from: at.resource)
    {
      let id = schemaID(of: target, at: at.node.place)
      return MeantType(reference: id, description: "a reference")
    }
    return PublishedType(name: text.lowercased()).map {
      let format = $0.format.map { " with `format: \($0)`" } ?? ""
      return MeantType(type: $0.type, format: $0.format, description: "\($0.type)\(format)")
    }
      ?? nearest(to: text.lowercased(), among: Schema.DataType.allCases.map(\.rawValue)).map {
        MeantType(type: Schema.DataType(rawValue: $0), description: $0)
      }
  }

  private func isComponent(_ name: String) -> Bool {
    root["components"]?["schemas"]?.node[name] != nil
  }

  /// `User` of `User[]` and of `array<User>`.
  private static func element(ofList text: String) -> String? {
    if text.hasSuffix("[]") { return String(text.dropLast(2)) }
    let lower = text.lowercased()
    for list in ["array", "list"] {
      for (open, close) in [("<", ">"), ("[", "]"), ("(", ")")]
      where lower.hasPrefix(list + open) && lower.hasSuffix(close) {
        return String(text.dropFirst(list.count + 1).dropLast())
      }
    }
    return nil
  }

  private mutating func addSchema(_ meant: MeantType, _ at: Located) -> Schema.ID {
    if let reference = meant.reference { return reference }
    let id = reserveSchema(at: at.node.place, in: schemaQueue.whole)
    document.schemas[id.index].types = meant.type.map { [$0] } ?? []
    document.schemas[id.index].format = meant.format
    document.schemas[id.index].items = meant.items
    return id
  }

  private static let types = NameTable(Schema.DataType.allCases.map { ($0.rawValue, $0) })

  private static let knownTypes =
    "one of " + Schema.DataType.allCases.map(\.rawValue).joined(separator: ", ")
}

/// What is meant by a text that is no type.
struct MeantType {
  var type: Schema.DataType?
  var format: String?
  var reference: Schema.ID?
  var items: Schema.ID?
  /// As a warning says it.
  var description: String
}

/// A name that published descriptions give a type, though no version of OpenAPI has it there.
private struct PublishedType {
  let type: Schema.DataType
  var format: String?

  /// Nil where the name, in lower case, is none of them.
  init?(name: String) {
    switch name {
    case "bool": type = .boolean
    case "int", "uint", "long", "bigint": type = .integer
    case "int32", "int64": (type, format) = (.integer, name)
    case "float", "double", "decimal", "numeric", "num", "currency": type = .number
    case "list", "set": type = .array
    case "map", "dict": type = .object
    case "text", "str", "char", "varchar", "objectid": type = .string
    case "file", "binary", "blob": (type, format) = (.string, "binary")
    case "datetime", "timestamp": (type, format) = (.string, "date-time")
    case "guid": (type, format) = (.string, "uuid")
    case "url": (type, format) = (.string, "uri")
    case "date", "time", "date-time", "uuid", "email", "uri", "password":
      (type, format) = (.string, name)
    default:
      // `String` and the like.
      guard let known = Schema.DataType(rawValue: name) else { return nil }
      type = known
    }
  }
}
