import Syntax

/// References that lead nowhere as they are written, and have only one meaning.
extension DescriptionReader {
  /// What a reference is meant to lead to, with a warning: it has another case, a space or slash at
  /// its end, or is the bare name of a component, or goes by where components were in Swagger 2.0,
  /// or nearly by where they are; or it means the root description, in a file that was once a part
  /// of it.
  mutating func meantTarget(of text: String, at place: Place, from resource: Int) -> Target? {
    let trimmed = text.trimmingReference
    guard
      let target = respelledTarget(of: trimmed, written: text, at: place, from: resource)
        ?? namedTarget(of: trimmed, from: resource)
    else { return nil }
    let resource = resources[target.key.resource]
    let fragment =
      resource.isSwagger2 ? Swagger2.written(target.key.fragment) : target.key.fragment
    let path = resource.address.path + (fragment == "#" ? "" : fragment)
    let name = target.key.resource == 0 ? fragment : path
    let expected =
      name == text
      ? "one from the file that it is in; it is read from the folder of the description"
      : "'\(name)'; it is read so"
    diagnostics.warning("found the reference '\(text)', expected \(expected)", at: place)
    return target
  }

  /// A list of what stands where a reference leads without the `[]` at its end, with which JSDoc
  /// writes types. With a warning; nil where it has none.
  mutating func listID(of spelled: Spelled, at place: Place) -> Schema.ID? {
    // Hardly any has brackets.
    guard spelled.text.contains(UInt8(ascii: "]")) else { return nil }
    let text = spelled.text.trimmingReference
    let name = String(text.dropLast(2))
    // Nobody means a list of lists by two of them.
    guard text.hasSuffix("[]"), !name.hasSuffix("[]"),
      (try? exactTarget(of: spelled.text, at: place, from: spelled.resource)) == nil
    else { return nil }
    diagnostics.warning(
      "found the reference '\(spelled.text)', expected '\(name)' in the `items` of a list; it is "
        + "read so", at: place)
    let id = reserveSchema(at: place, in: schemaQueue.whole)
    document.schemas[id.index].types = [.array]
    let items = schemaID(of: .string(name, at: place), from: spelled.resource)
    document.schemas[id.index].items = items
    return id
  }

  /// What stands there, where a file's path is written as Windows has it, or from the folder of the
  /// description, or where a space or a slash is too many.
  private mutating func respelledTarget(
    of text: String, written: String, at place: Place, from resource: Int
  ) -> Target? {
    let path = text.replacing("\\", with: "/")
    if path.isEmpty { return nil }
    var spellings = path == written ? [] : [(path, from: resource)]
    if path.hasPrefix("/") {
      spellings.append((String(path.dropFirst()), from: 0))
    } else if !path.hasPrefix("#"), resource != 0 {
      spellings.append((path, from: 0))
    }
    for (spelling, start) in spellings {
      if let target = try? exactTarget(of: spelling, at: place, from: start),
        !target.key.isContainer
      {
        return target
      }
    }
    return nil
  }

  private mutating func namedTarget(of text: String, from resource: Int) -> Target? {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let fragment = parts.last?.unescaped, !fragment.isEmpty else { return nil }
    let isLocal = parts.count == 1 || parts[0].isEmpty
    guard let base = isLocal ? resource : try? open(parts[0], from: resource) else { return nil }
    let keys = JSONPointer.keys(of: fragment.hasPrefix("/") ? fragment : "/" + fragment)
    let respelled = respelled(keys)
    var paths = [keys, Swagger2.moved(keys), ["components"] + keys]
    if respelled != keys { paths += [respelled, Swagger2.moved(respelled)] }
    // Slashes of a name are `~1` in a pointer (RFC 6901 §3), even where they are escaped as `%2F`.
    let moved = Swagger2.moved(keys)
    if moved.count > 3 { paths.append(moved.prefix(2) + [moved[2...].joined(separator: "/")]) }
    if parts.count == 1 || keys.count == 1, let name = keys.last {
      // A file that was bundled goes by its name.
      paths += [["components", "schemas", name]]
      if let dot = name.lastIndex(of: "."), parts.count == 1 {
        paths += [["components", "schemas", String(name[..<dot])]]
      }
    }
    for start in base == 0 ? [0] : [base, 0] {
      for path in paths {
        let root = Located(node: resources[start].root, resource: start)
        guard let (located, keys) = descendInAnyCase(path, from: root) else { continue }
        let key = Target.Key(resource: start, fragment: JSONPointer.fragment(of: keys))
        if !key.isContainer { return Target(located: located, key: key) }
      }
    }
    return nil
  }

  /// A pointer whose first steps are the words of OpenAPI that they nearly are: `component/schema`.
  private mutating func respelled(_ keys: [String]) -> [String] {
    var keys = keys
    for (index, known) in [Fields.swagger2, Fields.components].enumerated()
    where keys.count > index + 1 && (index == 0 || keys[0] == "components") {
      let key = keys[index]
      if known.contains(key) { continue }
      keys[index] =
        known.byForm[FieldNames.form(of: key)] ?? meaning(of: key, among: known) ?? key
    }
    return keys
  }

  private mutating func descendInAnyCase(
    _ keys: [String], from root: Located
  ) -> (Located, keys: [String])? {
    var at = root
    var found: [String] = []
    for key in keys {
      guard let key = at.node[key] == nil ? keyInAnyCase(key, of: at.node) : key,
        let next = descend([key], from: at)
      else { return nil }
      at = next
      found.append(key)
    }
    return (at, found)
  }

  /// The one key of a node that differs from another by case alone, or that other.
  private mutating func keyInAnyCase(_ key: String, of node: Node) -> String? {
    guard let entries = node.entries else { return key }
    if keysInLowerCase[node.place] == nil {
      keysInLowerCase[node.place] = entries.reduce(into: [:]) {
        // Two of them are none.
        $0.updateValue($0[$1.key.lowercased()] == nil ? $1.key : "", forKey: $1.key.lowercased())
      }
    }
    let meant = keysInLowerCase[node.place]?[key.lowercased()]
    return meant == "" ? nil : meant
  }

  /// A schema of the components where something else should be, as that; nil if it cannot be.
  mutating func holding(_ schema: Target, as kind: SharedKind, _ reference: Located) -> Located? {
    let place = reference.node.place
    let named = Node.mapping([("$ref", .string(schema.key.fragment, at: place))], at: place)
    let (expected, fields, outcome): (String, [(String, Node?)]?, String) =
      switch kind {
      case .response:
        ("a response", [("content", .content(of: named))], "it is the schema of application/json")
      case .requestBody:
        ("a body", [("content", .content(of: named))], "it is the schema of application/json")
      case .header: ("a header", [("schema", named)], "it is its schema")
      case .mediaType: ("a media type", [("schema", named)], "it is its schema")
      case .parameter: ("a parameter", nil, "it is left out")
      }
    warn(
      reference.node["$ref"] ?? reference.node, "`$ref`", expected: "a reference to \(expected)",
      outcome)
    return fields.map { Located(node: .mapping($0, at: place), resource: 0) }
  }

  /// The schema of a response, a body, a parameter or a header of the components that is referred
  /// to as one; the target itself where it is nothing of the kind.
  mutating func schemaTarget(of target: Target, at place: Place) -> Target {
    guard let field = target.key.componentsField,
      ["responses", "requestBodies", "parameters", "headers"].contains(field)
    else { return target }
    let at = resolve(target.located) ?? target.located
    let media = at.node["content"]?.entries?.first
    let schema = at.node["schema"] ?? media?.value["schema"]
    diagnostics.warning(
      "found a reference to one of `\(field)`, expected one to a schema; "
        + (schema == nil ? "it is read as one" : "its schema is read"), at: place)
    guard let schema else { return target }
    let step = media.map { "/content/" + JSONPointer.escape($0.key) } ?? ""
    return Target(
      located: Located(node: schema, resource: at.resource),
      key: Target.Key(
        resource: target.key.resource, fragment: target.key.fragment + step + "/schema"))
  }
}

extension String {
  /// A reference without spaces around it, and slashes after it, which lead to nothing.
  fileprivate var trimmingReference: String {
    let trimmed = drop(while: \.isWhitespace)
    let end = trimmed.lastIndex { !$0.isWhitespace && $0 != "/" }
    return String(end.map { trimmed[...$0] } ?? "")
  }
}
