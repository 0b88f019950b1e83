import Syntax

/// Parameters, bodies and responses of Swagger 2.0.
extension Swagger2 {
  /// What a parameter says of itself, and not of its value.
  private static let parameterFields = [
    "name", "in", "description", "required", "allowEmptyValue", "x-ms-skip-url-encoding",
  ]

  /// A parameter that is not part of the body, with its type in a schema.
  mutating func convertedParameter(_ node: Node) -> Node {
    guard node.mapping != nil, node["$ref"] == nil else { return node }
    let node = Self.withType(Self.withBrackets(node, into: &diagnostics), into: &diagnostics)
    let fields = Self.parameterFields + ["x-apigen"]
    return Node.mapping(
      fields.map { ($0, node[$0]) } + Self.style(of: node, into: &diagnostics)
        + [("schema", schema(of: node, without: fields))],
      at: node.place)
  }

  /// The styles that `collectionFormat` has other words for, but for that of the place.
  private static let styles = [
    "ssv": "spaceDelimited", "tsv": "tabDelimited", "pipes": "pipeDelimited",
  ]

  /// A parameter of the query whose `style` is a word of `collectionFormat`, with what that means.
  static func withStyle(_ node: Node, into diagnostics: inout Diagnostics) -> Node {
    guard let style = node["style"], let word = style.text?.lowercased(),
      styles[word] != nil || ["csv", "multi"].contains(word)
    else { return node }
    let (meant, explode) = (styles[word] ?? "form", word == "multi")
    diagnostics.warning(
      "found `style: \(style.text ?? "")`, expected `style: \(meant)` and `explode: \(explode)`; it is "
        + "read so", at: style.place)
    return node.without(["style", "explode"])
      .adding("style", .string(meant, at: style.place))
      .adding("explode", .bool(explode, at: style.place))
  }

  /// `collectionFormat` as `style` and `explode`; its default is `csv`.
  static func style(
    of node: Node, into diagnostics: inout Diagnostics
  ) -> [(String, Node?)] {
    guard node["type"]?.text == "array", !isFile(node) else { return [] }
    let format = node["collectionFormat"]?.text ?? "csv"
    let place = node["collectionFormat"]?.place ?? node.place
    if styles[format] == nil, !["csv", "multi"].contains(format) {
      diagnostics.warning(
        "found `collectionFormat: \(format)`, expected csv, ssv, tsv, pipes or multi; it is read as "
          + "csv", at: place)
    }
    if let items = node["items"], items["type"]?.text == "array" {
      diagnostics.warning(
        "found a list of lists, expected a list of plain values; each inner list is sent as JSON",
        at: items.place)
    }
    return [
      ("style", styles[format].map { .string($0, at: place) }),
      ("explode", .bool(format == "multi", at: place)),
    ]
  }

  /// A parameter with a type, which it has to have (Swagger 2.0, Parameter Object): that of a list
  /// where it says what is in it.
  private static func withType(_ node: Node, into diagnostics: inout Diagnostics) -> Node {
    let isTyped = ["type", "schema", "content", "$ref"].contains { node[$0] != nil }
    if isTyped || node["enum"] != nil && node["items"] == nil { return node }
    let type = node["items"] == nil ? "string" : "array"
    let subject = node["name"]?.text.map { "'\($0)'" } ?? "a header"
    diagnostics.warning(
      "\(subject) has no `type`, expected one; it is read as `\(type)`", at: node.place)
    return node.adding("type", .string(type, at: node.place))
  }

  /// A list whose `collectionFormat` is `brackets` as one that is sent several times, by a name
  /// with brackets at its end: PHP and Rails read that, and a name has them already or not.
  static func withBrackets(_ node: Node, into diagnostics: inout Diagnostics) -> Node {
    guard let format = node["collectionFormat"], format.text == "brackets",
      let name = node["name"]?.text,
      node["in"]?.text == "query" || node.kindOfBody == "formData",
      node["type"]?.text == "array"
    else { return node }
    let meant = name.hasSuffix("[]") ? name : name + "[]"
    diagnostics.warning(
      "found `collectionFormat: brackets`, expected multi; it is read so, by the name '\(meant)'",
      at: format.place)
    return node.mappingEntries { key, value in
      switch key {
      case "name": .string(meant, at: value.place)
      case "collectionFormat": .string("multi", at: value.place)
      default: value
      }
    }
  }

  /// The schema of a body, whose type may stand beside its name as that of other parameters does.
  private mutating func schema(ofBody body: Node) -> Node? {
    guard body["schema"] == nil, let type = Fields.typeOfParameter.compactMap({ body[$0] }).first
    else { return body["schema"] }
    diagnostics.warning(
      "found the type of '\(body["name"]?.text ?? "")' beside its name, expected it in `schema`; it "
        + "is read so", at: type.place)
    return schema(of: body, without: Self.parameterFields + ["x-apigen"])
  }

  /// Everything that a parameter says of its value, without `others`, which it says of itself.
  private func schema(of node: Node, without others: [String]) -> Node {
    let others = others + ["collectionFormat", "schema"]
    // As a body has one, or OpenAPI 3.
    if let schema = node["schema"], schema.mapping != nil { return schema }
    var mapping = Mapping()
    for entry in node.entries ?? [] where !others.contains(entry.key) {
      mapping.insert(entry)
    }
    return withoutFileType(Node(.mapping(mapping), at: node.place))
  }

  /// The body that the `in: body` or `in: formData` parameters make; nil where there are none.
  mutating func requestBody(of operation: Node, parameters: [Node]) -> Node? {
    // An operation's own stand for those of its path with the same names.
    var names: Set<String?> = []
    let fields: [Node] = parameters.filter { $0.kindOfBody == "formData" }
      .map { Self.withType(Self.withBrackets($0, into: &diagnostics), into: &diagnostics) }
      .reversed().filter { names.insert($0["name"]?.text).inserted }.reversed()
    let bodies = parameters.filter { $0.kindOfBody == "body" }
    for other in bodies.dropFirst() {
      diagnostics.warning(
        "found another body, expected one; it is left out", at: other.place,
        notes: [("the one that counts", bodies[0].place)])
    }
    guard let body = bodies.first else {
      return fields.isEmpty ? nil : form(fields, of: operation, parameters)
    }
    if let field = fields.first {
      diagnostics.warning(
        "found a form beside a body, expected one of them; the form is left out", at: field.place)
    }
    let types = mediaTypes(ofBodyOf: operation, parameters, usual: "application/json")
    return Node.mapping(
      [
        ("description", body["description"]), ("required", body["required"]),
        (
          "content",
          content(types, Node.mapping([("schema", schema(ofBody: body))], at: body.place))
        ),
      ], at: body.place)
  }

  /// The media types that an operation, or else the description, says that it takes, of those that
  /// its body can have; or the one that its header `Content-Type` lists, which is no parameter only
  /// from OpenAPI 3 on (OAS 3.0 §4.7.12.1).
  private mutating func mediaTypes(
    ofBodyOf operation: Node, _ parameters: [Node], usual: String,
    among isPossible: (String) -> Bool = { _ in true }
  ) -> [String] {
    let consumed = strings("consumes", of: operation["consumes"] == nil ? root : operation)
      .filter(isPossible)
    let types = consumed.isEmpty ? [usual] : consumed
    let header = parameters.last {
      let parameter = described($0)
      return parameter["in"]?.text == "header"
        && parameter["name"]?.text?.lowercased() == "content-type"
    }
    guard let header = header.map(described) else { return types }
    let listed = header["enum"]?.sequence ?? []
    if listed.count == 1, let type = listed[0].text, type.contains("/"), isPossible(type) {
      return [type]
    }
    for value in listed.isEmpty ? [header["default"]].compactMap(\.self) : listed
    where value.text.map(types.contains) != true {
      warn(value, "the header `Content-Type`", expected: "one that `consumes` has too")
    }
    return types
  }

  private mutating func form(
    _ fields: [Node], of operation: Node, _ parameters: [Node]
  ) -> Node {
    let place = fields[0].place
    let hasFile = fields.contains(where: Self.isFile)
    let forms = mediaTypes(
      ofBodyOf: operation, parameters, usual: hasFile ? "multipart/form-data" : urlencoded
    ) { $0 == "multipart/form-data" || !hasFile && $0 == urlencoded }
    let required = fields.filter { bool("required", of: $0) == true }.compactMap { $0["name"] }
    var properties: [(String, Node?)] = []
    var encoding: [(String, Node?)] = []
    for field in fields {
      guard let name = field["name"]?.text else {
        diagnostics.warning(
          "a parameter has no `name`, expected one; it is left out", at: field.place)
        continue
      }
      properties.append((name, property(of: field)))
      let style = Self.style(of: field, into: &diagnostics)
      if !style.isEmpty { encoding.append((name, .mapping(style, at: field.place))) }
    }
    let schema = Node.mapping(
      [
        ("type", .string("object", at: place)),
        ("properties", .mapping(properties, at: place)),
        ("required", required.isEmpty ? nil : Node(.sequence(required), at: place)),
      ], at: place)
    let mediaType = Node.mapping(
      [("schema", schema), ("encoding", .mapping(encoding, at: place))], at: place)
    return Node.mapping(
      [
        ("required", .bool(!required.isEmpty, at: place)),
        ("content", content(forms, mediaType)),
      ], at: place)
  }

  private func property(of field: Node) -> Node {
    let schema = schema(of: field, without: Self.parameterFields)
    return field["description"].map { schema.adding("description", $0) } ?? schema
  }

  /// A response, whose schema goes under each media type that its operation gives, or else under
  /// those of the description, with the example that it has for that.
  mutating func convertedResponse(_ node: Node, producing own: [String]? = nil) -> Node {
    guard node.mapping != nil, node["$ref"] == nil else { return node }
    let content = node["schema"].map { schema in
      // What all operations give by default is seldom meant for files.
      let types = own ?? (Self.isFile(schema) ? ["*/*"] : strings("produces", of: root))
      let fields = ("schema", withoutFileType(schema))
      let content = (types.isEmpty ? ["application/json"] : types).map { type in
        (type, Node.mapping([fields, ("example", node["examples"]?[type])], at: schema.place))
      }
      return Node.mapping(content, at: schema.place)
    }
    return Node.mapping(
      [
        ("description", node["description"]),
        ("headers", node["headers"]?.mappingMembers { convertedParameter($0) }),
        ("content", content ?? node["content"]),
        // By this the reader knows whose media types they are.
        ("schema", node["schema"]),
      ], at: node.place)
  }

  private func content(_ names: [String], _ mediaType: Node) -> Node {
    .mapping(names.map { ($0, mediaType) }, at: mediaType.place)
  }
}

private let urlencoded = "application/x-www-form-urlencoded"
