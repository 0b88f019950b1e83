import Syntax

extension Parameter {
  /// What no two parameters of an operation share (OAS 3.1 §4.8.12).
  struct Key: Hashable {
    var name: String
    var location: Location
  }

  var key: Key { Key(name: name, location: location) }
}

/// Parameters and headers (OAS 3.1 §4.8.12, §4.8.21).
extension DescriptionReader {
  /// The parameters of an operation, or those of a path, which gives their types its name.
  mutating func readParameters(of owner: Located, path: String? = nil) -> [Parameter] {
    defer { sharedName = nil }
    var seen: Set<Parameter.Key> = []
    return items(of: owner["parameters"], "`parameters`").compactMap { item in
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

  private mutating func readParameter(_ at: Located) -> Parameter? {
    guard at.node.mapping != nil else {
      report(at.node, "a parameter", expected: "a mapping")
      return nil
    }
    guard let name = string("name", of: at.node), let location = readLocation(of: at.node) else {
      diagnostics.error(
        "found a parameter without a `name` or without one of "
          + "\(Parameter.Location.allCases.map { "`in: \($0)`" }.joined(separator: ", ")), expected "
          + "both; correct or remove it, in an overlay where the description is not yours",
        at: at.node.place)
      return nil
    }
    return readFields(of: at, name: name, location: location)
  }

  private mutating func readLocation(of node: Node) -> Parameter.Location? {
    guard let text = string("in", of: node) else { return nil }
    if let location = Parameter.Location(rawValue: text) { return location }
    let location = Parameter.Location(rawValue: text.lowercased())
    if let location {
      diagnostics.warning(
        "found `in: \(text)`, expected `in: \(location)`; it is read so", at: node.place)
    }
    return location
  }

  /// The headers of a response, or of a part of a form.
  mutating func readHeaders(of owner: Located) -> [Parameter] {
    entries(of: owner["headers"], "`headers`").compactMap { entry in
      var header = readShared(entry.value, once: headers, description: \.description) {
        $0.readFields(of: $1, name: entry.key, location: .header)
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
    checkFields(of: at, Fields.parameter)
    let (schema, content) = readType(of: at, name: name, location: location)
    let style = readStyle(of: at.node, location: location)
    return Parameter(
      name: name, swiftName: readSwiftName(at["x-apigen"]), location: location,
      description: string("description", of: at.node),
      isRequired: location == .path || bool("required", of: at.node) ?? false,
      isDeprecated: bool("deprecated", of: at.node) ?? false, schema: schema, content: content,
      style: style, explode: bool("explode", of: at.node) ?? style.explodesByDefault,
      allowReserved: bool("allowReserved", of: at.node) ?? false,
      allowEmptyValue: bool("allowEmptyValue", of: at.node) ?? false, place: at.node.place)
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

  /// The style, or else the default of the location (OAS 3.1 §4.8.12.2.1).
  private mutating func readStyle(
    of node: Node, location: Parameter.Location
  ) -> Parameter.Style {
    guard let text = string("style", of: node) else { return location.styles[0] }
    if let style = location.styles.first(where: { $0.rawValue == text }) { return style }
    let known = location.styles.map(\.rawValue).joined(separator: ", ")
    diagnostics.warning(
      "found `style: \(text)`, expected one of \(known) for `in: \(location)`; "
        + "it is read as \(location.styles[0])", at: node["style"]?.place ?? node.place)
    return location.styles[0]
  }
}

extension Parameter.Location {
  /// The styles that it takes, the default first (OAS 3.2 §4.12.4). Swagger 2.0 has values between
  /// spaces, tabs and pipes everywhere.
  var styles: [Parameter.Style] {
    switch self {
    case .path: [.simple, .label, .matrix, .spaceDelimited, .pipeDelimited, .tabDelimited]
    case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject, .tabDelimited]
    case .header: [.simple, .spaceDelimited, .pipeDelimited, .tabDelimited]
    case .cookie: [.form, .cookie]
    case .querystring: [.form]
    }
  }
}

extension Parameter.Style {
  /// OAS 3.2 §4.12.2.2.
  var explodesByDefault: Bool { self == .form || self == .cookie }
}
