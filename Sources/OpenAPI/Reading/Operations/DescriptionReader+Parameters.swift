import Syntax

extension Parameter {
  /// What no two parameters of an operation share (OAS 3.1 §4.8.12). The case of the name of a
  /// header makes no difference (RFC 9110 §5.1).
  struct Key: Hashable {
    var name: String
    var location: Location
  }

  var key: Key { Key(name: location == .header ? name.lowercased() : name, location: location) }
}

/// Parameters and headers (OAS 3.1 §4.8.12, §4.8.21).
extension DescriptionReader {
  /// The parameters of an operation, or those of a path, which gives their types its name.
  mutating func readParameters(of owner: Located, path: String? = nil) -> [Parameter] {
    defer { sharedName = nil }
    var seen: Set<Parameter.Key> = []
    return parameterItems(of: owner).compactMap { item in
      sharedName = path.map { "\($0) \(item.node["name"]?.text ?? "")" }
      let parameter = readShared(item, once: parameters, description: \.description) {
        $0.readParameter($1)
      }
      guard let parameter else { return nil }
      guard seen.insert(parameter.key).inserted else {
        diagnostics.warning(
          "the parameter '\(parameter.name)' is listed twice, expected once; the first counts",
          at: item.node.place)
        return nil
      }
      return parameter
    }
  }

  /// Tells of what stands beside a parameter that is the whole query (OAS 3.2 §4.12.1).
  mutating func checkWholeQuery(of operation: Operation) {
    guard let whole = operation.parameters.last(where: { $0.location == .querystring }) else {
      return
    }
    for other in operation.parameters where other.key != whole.key {
      guard other.location == .query || other.location == .querystring else { continue }
      diagnostics.warning(
        "found '\(other.name)' beside '\(whole.name)', which is the whole query, expected one of "
          + "them; both are sent, with '&' between them", at: other.place)
    }
  }

  /// The items of the list of parameters, which many write as a mapping by name.
  private mutating func parameterItems(of owner: Located) -> [Located] {
    let list = owner["parameters"]
    guard let list, let entries = list.node.entries, !entries.isEmpty,
      !["name", "in", "$ref"].contains(where: { list.node[$0]?.text != nil })
    else { return items(of: list, "`parameters`").map { withoutReference($0) } }
    guard entries.contains(where: { $0.value.mapping != nil }) else {
      warn(list.node, "`parameters`", expected: "a list")
      return []
    }
    warn(list.node, "`parameters`", expected: "a list", "what is in it is read as one")
    return entries.map { entry in
      let name = Node.string(entry.key, at: entry.keyPlace)
      return Located(node: entry.value.adding("name", name), resource: list.resource)
    }
  }

  /// A parameter with the reference to its schema in `schema`, where it stands beside its name.
  private mutating func withoutReference(_ at: Located) -> Located {
    guard let reference = at.node["$ref"], let text = reference.text, at.node["name"] != nil,
      let target = try? exactTarget(of: text, at: reference.place, from: at.resource),
      target.key.isComponent
    else { return at }
    warn(reference, "`$ref`", expected: "it in `schema`", "it is read so")
    let schema = Node.mapping([("$ref", reference)], at: reference.place)
    return Located(
      node: at.node.without(["$ref"]).adding("schema", schema), resource: at.resource)
  }

  private mutating func readParameter(_ at: Located) -> Parameter? {
    guard at.node.mapping != nil else {
      warn(at.node, "a parameter", expected: "a mapping")
      return nil
    }
    var at = corrected(at, Fields.typedParameter)
    at.node = Swagger2.withBrackets(at.node, into: &diagnostics)
    guard let name = string("name", of: at.node) else {
      diagnostics.warning(
        "a parameter has no `name`, expected one; it is left out", at: at.node.place)
      return nil
    }
    if let kind = at.node.kindOfBody {
      diagnostics.warning(
        "found `in: \(kind)` in a parameter that operations share, expected a `requestBody` in each "
          + "of them; it is left out", at: at.node.place)
      return nil
    }
    let location = readLocation(of: at.node, name)
    if location == .header { checkHeader(name, of: at.node) }
    return readFields(of: at, name: name, location: location)
  }

  /// Tells of the name of a header that can stand in no request (RFC 9110 §5.1).
  mutating func checkHeader(_ name: String, of node: Node) {
    if name.isToken { return }
    diagnostics.warning(
      "found '\(name)' for the name of a header, expected a token such as X-Key, of letters, digits "
        + "and hyphens; no request that has it is sent", at: node["name"]?.place ?? node.place)
  }

  private mutating func readLocation(of node: Node, _ name: String) -> Parameter.Location {
    let text = string("in", of: node) ?? ""
    if let location = Parameter.Location(rawValue: text) { return location }
    let word = text.lowercased()
    let meant =
      Parameter.Location(rawValue: word) ?? Parameter.Location(rawValue: String(word.dropLast()))
    let found = node["in"] == nil ? "'\(name)' has no `in`" : "found `in: \(text)`"
    if let meant {
      diagnostics.warning("\(found), expected `in: \(meant)`; it is read so", at: node.place)
      return meant
    }
    let known = Parameter.Location.allCases.map(\.rawValue).joined(separator: ", ")
    diagnostics.warning(
      "\(found), expected one of \(known); it is read as path where the path has it, or else as "
        + "query", at: node.place)
    guessedLocations.insert(node.place)
    return .query
  }

  /// The headers of a response, or of a part of a form.
  mutating func readHeaders(of owner: Located) -> [Parameter] {
    entries(of: owner["headers"], "`headers`").compactMap { entry in
      var header = readShared(entry.value, once: headers, description: \.description) {
        let at = $0.corrected($1, Fields.typedParameter)
        return $0.readFields(of: at, name: entry.key, location: .header)
      }
      header?.name = entry.key
      header?.place = entry.keyPlace
      return header
    }
  }

  /// What parameters and headers have in common.
  private mutating func readFields(
    of at: Located, name: String, location: Parameter.Location
  ) -> Parameter {
    var at = withSchema(at, name: name)
    if location == .query { at.node = Swagger2.withStyle(at.node, into: &diagnostics) }
    let node = at.node
    let (schema, content) = readType(of: at, name: name, location: location)
    let usual = location.styles[0]
    let style =
      readStyle(of: node, in: location, otherwise: " for `in: \(location)`; it is read as \(usual)")
      ?? usual
    // AutoRest has one word for both.
    let isUnescaped = bool("x-ms-skip-url-encoding", of: node) ?? false
    return Parameter(
      name: name, swiftName: readSwiftName(at["x-apigen"]), location: location,
      description: string("description", of: node),
      isRequired: location == .path || bool("required", of: node) ?? false,
      isDeprecated: bool("deprecated", of: node) ?? false, schema: schema, content: content,
      style: style, explode: bool("explode", of: node) ?? style.explodesByDefault,
      allowReserved: bool("allowReserved", of: node) ?? isUnescaped,
      keepsSlashes: location == .path && (isUnescaped || Self.hasSteps(node["schema"])),
      allowEmptyValue: bool("allowEmptyValue", of: node) ?? false, place: node.place)
  }

  /// Whether a value has steps of a path in it: a gateway of gRPC has `publishers/[^/]+` where the
  /// path of the method has `{name=publishers/*}`.
  private static func hasSteps(_ schema: Node?) -> Bool {
    schema?["pattern"]?.text?.contains("/[^/]+") ?? false
  }

  /// A parameter or header with its type in `schema`, where it stands beside the name (Swagger
  /// 2.0).
  private mutating func withSchema(_ at: Located, name: String) -> Located {
    let isOld = at.node["schema"] == nil && at.node["content"] == nil
    let at = isOld ? converted(at) { $0.convertedParameter($1) } : at
    let node = at.node
    guard node["schema"] == nil, node["content"] == nil,
      let type = Fields.typeOfParameter.lazy.compactMap({ node[$0] }).first
    else { return at }
    diagnostics.warning(
      "found the type of '\(name)' beside its name, expected it in `schema`; it is read so",
      at: type.place)
    var parameter: [(String, Node?)] = []
    var schema: [(String, Node?)] = []
    for entry in node.entries ?? [] {
      if Fields.parameter.contains(entry.key) || entry.key.hasPrefix("x-") {
        parameter.append((entry.key, entry.value))
      } else {
        schema.append((entry.key, entry.value))
      }
    }
    if node["collectionFormat"] != nil, node["style"] == nil {
      parameter += Swagger2.style(of: node, into: &diagnostics)
    }
    let fields = parameter + [("schema", .mapping(schema, at: type.place))]
    return Located(node: .mapping(fields, at: node.place), resource: at.resource)
  }

  /// Exactly one of the two.
  private mutating func readType(
    of at: Located, name: String, location: Parameter.Location
  ) -> (Schema.ID?, MediaType?) {
    let content = readContent(of: at)
    if content.count > 1 {
      diagnostics.warning(
        "found \(content.count) media types for '\(name)', expected one; the first counts",
        at: content[1].place)
    }
    if let schema = at["schema"] {
      if !content.isEmpty {
        diagnostics.warning(
          "found both `schema` and `content` for '\(name)', expected one; `schema` counts",
          at: schema.node.place)
      }
      return location == .querystring ? (nil, readForm(schema)) : (readSchema(schema), nil)
    }
    if let first = content.first { return (nil, first) }
    diagnostics.warning(
      "'\(name)' has neither `schema` nor `content`, expected one; it is read as a string",
      at: at.node.place)
    return (stringSchema(at: at.node.place), nil)
  }

  /// A whole query takes `content` only; a schema there can only be that of a form.
  private mutating func readForm(_ schema: Located) -> MediaType {
    let name = "application/x-www-form-urlencoded"
    warn(
      schema.node, "`in: querystring`", expected: "`content` instead of `schema`",
      "it is read as \(name)")
    return MediaType(
      name: name, key: name, schema: readSchema(schema), itemSchema: nil, encoding: [],
      place: schema.node.place)
  }

  /// The style that a node names, of those that can stand there (OAS 3.1 §4.8.12.2.1); nil, with a
  /// warning, where it is none of them.
  mutating func readStyle(
    of node: Node, in location: Parameter.Location, otherwise outcome: @autoclosure () -> String
  ) -> Parameter.Style? {
    guard let text = string("style", of: node) else { return nil }
    let styles = location.styles
    if let style = (styles + location.stylesOfSwagger2).first(where: { $0.rawValue == text }) {
      return style
    }
    let place = node["style"]?.place ?? node.place
    let letters = text.lowercased().filter(\.isLetter)
    if let meant = styles.first(where: { $0.rawValue.lowercased() == letters }) {
      diagnostics.warning(
        "found `style: \(text)`, expected `style: \(meant)`; it is read so", at: place)
      return meant
    }
    let known = styles.map(\.rawValue).joined(separator: ", ")
    diagnostics.warning("found `style: \(text)`, expected one of \(known)\(outcome())", at: place)
    return nil
  }
}

extension Parameter.Location {
  /// The styles that it takes, the default first (OAS 3.2 §4.12.4).
  var styles: [Parameter.Style] {
    switch self {
    case .path: [.simple, .label, .matrix]
    case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
    case .header: [.simple]
    case .cookie: [.form, .cookie]
    case .querystring: [.form]
    }
  }

  /// Swagger 2.0 has values between spaces, tabs and pipes everywhere.
  var stylesOfSwagger2: [Parameter.Style] {
    switch self {
    case .path, .query, .header: [.spaceDelimited, .pipeDelimited, .tabDelimited]
    case .cookie, .querystring: []
    }
  }
}

extension Parameter.Style {
  /// OAS 3.2 §4.12.2.2.
  var explodesByDefault: Bool { self == .form || self == .cookie }
}
