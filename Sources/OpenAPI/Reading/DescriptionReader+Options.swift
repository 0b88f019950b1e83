import Syntax

/// `x-apigen`: what is apigen's own, so that a mistake in it is always an error.
extension DescriptionReader {
  /// What stands at the root.
  mutating func readOptions() {
    for entry in options(in: root["x-apigen"], "`x-apigen`") {
      switch entry.key {
      case "include": readInclusion(entry.value)
      case "examples": document.wantsExamples = flag(entry)
      case "access": readAccess(entry.value.node)
      default: reportUnknown(entry, "`x-apigen`", known: ["include", "examples", "access"])
      }
    }
  }

  private mutating func readAccess(_ node: Node) {
    if let access = node.text.flatMap(Document.Access.init) {
      document.access = access
    } else {
      let known = Document.Access.allCases.map(\.rawValue).joined(separator: ", ")
      report(node, "`access`", expected: "one of \(known)")
    }
  }

  /// The name in Swift of a schema, a property, a parameter, a header or a security scheme: that is
  /// how a person keeps a name that would be another's.
  mutating func readSwiftName(_ options: Located?) -> String? {
    var name: String?
    for entry in self.options(in: options, "`x-apigen`") {
      if entry.key == "name" {
        name = swiftName(entry)
      } else {
        reportUnknown(entry, "`x-apigen`", known: ["name"])
      }
    }
    return name
  }

  private mutating func swiftName(_ entry: Located.Entry) -> String? {
    // Whatever has letters or digits can be spelled in Swift.
    if let name = entry.value.node.text, name.contains(where: { $0.isLetter || $0.isNumber }) {
      return name
    }
    report(entry.value.node, "`name`", expected: "a name")
    return nil
  }

  /// The header of an operation's idempotency key: `x-apigen: {idempotencyKey: Idempotency-Key}`.
  mutating func readIdempotencyKey(of operation: Located) -> String? {
    var header: String?
    for entry in options(in: operation["x-apigen"], "`x-apigen`") {
      if entry.key == "name" {
        diagnostics.error(
          "found `name` for an operation, which its `operationId` names; correct that instead",
          at: entry.keyPlace)
      } else if entry.key != "idempotencyKey" {
        reportUnknown(entry, "`x-apigen` of an operation", known: ["idempotencyKey"])
      } else if let text = entry.value.node.text, text.isToken, entry.value.node.bool == nil {
        header = text
      } else {
        report(entry.value.node, "`idempotencyKey`", expected: "the name of a header")
      }
    }
    return header
  }

  /// What a schema says of itself: its name, and whether a number may be sent as a string,
  /// `x-apigen: {numberFromText: true}`.
  mutating func readOptions(_ options: Located?, of schema: inout Schema) {
    for entry in self.options(in: options, "`x-apigen`") {
      switch entry.key {
      case "name": schema.swiftName = swiftName(entry)
      case "numberFromText": schema.numberFromText = flag(entry) ? entry.value.node.place : nil
      default: reportUnknown(entry, "`x-apigen`", known: ["name", "numberFromText"])
      }
    }
  }

  private mutating func flag(_ entry: Located.Entry) -> Bool {
    let flag = entry.value.node.bool
    if flag == nil { report(entry.value.node, "`\(entry.key)`", expected: "true or false") }
    return flag ?? false
  }

  private mutating func readInclusion(_ at: Located) {
    var names: [Inclusion.Name] = []
    let before = diagnostics.all.count
    for entry in options(in: at, "`include`") {
      guard let kind = Inclusion.Kind(rawValue: entry.key) else {
        reportUnknown(entry, "`include`", known: Inclusion.Kind.allCases.map(\.rawValue))
        continue
      }
      if entry.value.node.sequence == nil {
        report(entry.value.node, "`\(kind)`", expected: "a list")
      }
      names += (entry.value.node.sequence ?? []).compactMap { readName($0, of: kind) }
    }
    // Where nothing is left of it, that was told.
    if !(1...Inclusion.mostNames).contains(names.count), diagnostics.all.count == before {
      diagnostics.error(
        "found \(names.count) names in `include`, expected 1 to \(Inclusion.mostNames) tags, paths "
          + "or operations; name some, or remove `include` to have everything", at: at.node.place)
    }
    inclusion = Inclusion(names: Array(names.prefix(Inclusion.mostNames)))
  }

  /// The entries of a mapping; anything else is an error.
  private mutating func options(in at: Located?, _ subject: String) -> Located.Entries {
    guard let at else { return Located.Entries(resource: 0) }
    if at.node.mapping == nil { report(at.node, subject, expected: "a mapping") }
    return Located.Entries(entries: at.node.entries ?? [], resource: at.resource)
  }

  private mutating func readName(_ node: Node, of kind: Inclusion.Kind) -> Inclusion.Name? {
    if let text = node.text { return Inclusion.Name(kind: kind, text: text, place: node.place) }
    diagnostics.error("found \(node.summary) in `\(kind)`, expected a string", at: node.place)
    return nil
  }

  private mutating func reportUnknown(
    _ entry: Located.Entry, _ subject: String, known: [String]
  ) {
    let expected = (known.count > 1 ? "one of " : "") + known.joined(separator: ", ")
    diagnostics.error(
      "found '\(entry.key)' in \(subject), expected \(expected); correct or remove it",
      at: entry.keyPlace)
  }

  /// Whether an extension is `x-apigen`, or by a slip is not.
  static func isMeantForOptions(_ key: String) -> Bool {
    guard (8...10).contains(key.utf8.count) else { return false }
    let letters = key.lowercased().filter(\.isLetter)
    return letters == "xapigen" || letters.dropLast() == "xapigen"
  }

  /// Tells of `x-apigen` where nobody reads it, and of what is nearly it.
  mutating func reportOptions(_ entry: Mapping.Entry, areRead: Bool) {
    guard Self.isMeantForOptions(entry.key) else { return }
    diagnostics.error(
      areRead
        ? "found '\(entry.key)', expected 'x-apigen'; correct it"
        : "found '\(entry.key)', which is read of a description, an operation, a schema, a "
          + "parameter, a header and a security scheme alone; move or remove it",
      at: entry.keyPlace)
  }

  /// Whether an operation is wanted.
  mutating func includes(_ operation: Node, path: String) -> Bool {
    guard inclusion != nil else { return true }
    let tags = strings("tags", of: operation)
    return inclusion?.contains(
      path: path, operationID: operation["operationId"]?.text, tags: tags) ?? true
  }

  /// Tells of names that no operation has: that is how one learns that upstream has moved.
  mutating func reportUnusedNames() {
    for name in inclusion?.names ?? [] where !name.isUsed {
      let offered = inclusion?.offered[name.kind, default: []].sorted() ?? []
      let advice =
        if name.kind == .paths, offered.contains(where: { $0.hasPrefix(name.text + "/") }) {
          "write '\(name.text)/*' for all that begin so"
        } else if let meant = suggestion(for: name.text, among: offered) {
          "did you mean '\(meant)'?"
        } else {
          "upstream may have changed its description: look there, and correct the name or delete it"
        }
      diagnostics.error(
        "'\(name.text)' is in `\(name.kind)` and matches no operation; \(advice)", at: name.place)
    }
  }
}
