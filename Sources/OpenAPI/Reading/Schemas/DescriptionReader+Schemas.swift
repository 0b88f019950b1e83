import Syntax

/// Schema Objects (OAS 3.1 §4.8.24; OAS 3.0 §4.7.24): when they are read, and what `$ref` means.
///
/// A schema has an ID before it is read. So schemas may refer to themselves, and none is read
/// inside the reading of another, however deep they nest and however long a chain of references is.
extension DescriptionReader {
  /// The ID of the schema in a node, which is read later. A reference with nothing beside it that
  /// counts is the schema that it names, and an `allOf` of one with nothing beside it is that one.
  mutating func readSchema(_ at: Located) -> Schema.ID {
    var at = at
    while at.node.entries?.count == 1, let bases = at.node["allOf"]?.sequence, bases.count == 1 {
      at.node = bases[0]
    }
    guard let reference = at.node["$ref"],
      at.node.entries?.count == 1
        || isVersion30 && at.node["x-apigen"] == nil && at.node["description"] == nil
          && meantSiblings(in: at.node).isEmpty
    else { return addSchema(at) }
    if at.node["type"]?.text == "array", !leadsToList(reference, at) {
      return addSchema(listOfReference(at))
    }
    warnOfIgnored(at)
    return schemaID(of: reference, from: at.resource)
  }

  /// Whether `type: array` beside a reference only repeats what it leads to.
  private mutating func leadsToList(_ reference: Node, _ at: Located) -> Bool {
    let target = reference.text.flatMap {
      try? exactTarget(of: $0, at: reference.place, from: at.resource)
    }
    return target.flatMap { resolve($0.located) }?.node["type"]?.text == "array"
  }

  /// A list of what `$ref` names, where it stands beside `type: array`: there is no other reading.
  private mutating func listOfReference(_ at: Located) -> Located {
    guard let reference = at.node["$ref"], at.node["items"] == nil else { return at }
    warn(reference, "`$ref`", expected: "it in `items`, beside `type: array`", "it is read so")
    let items = Node.mapping([("$ref", reference)], at: reference.place)
    return Located(
      node: at.node.without(["$ref"]).adding("items", items), resource: at.resource)
  }

  /// What is true beside a reference, and can mean nothing else there than in 3.1.
  private func meantSiblings(in node: Node) -> [Mapping.Entry] {
    node.entries?.filter {
      ["nullable", "readOnly", "writeOnly", "x-nullable"].contains($0.key)
        && ($0.value.bool ?? Bool($0.value.text?.lowercased() ?? "")) == true
    } ?? []
  }

  /// OpenAPI 3.0 does not read what stands beside `$ref` (§4.7.23). Where that would change what is
  /// sent or read, its author has meant it. A description counts as in 3.1: it changes nothing.
  private mutating func warnOfIgnored(_ at: Located) {
    let harmless = [
      "$ref", "default", "deprecated", "description", "example", "nullable", "readOnly", "title",
      "type", "writeOnly", "x-apigen", "x-nullable",
    ]
    let ignored = at.node.entries?.first {
      !harmless.contains($0.key) && Keyword.named($0.key) != nil
    }
    guard let ignored else { return }
    diagnostics.warning(
      "found `\(ignored.key)` beside `$ref`, which \(version(at)) does not read; it says nothing; "
        + "`allOf: [{$ref: …}]` beside it says both", at: ignored.keyPlace)
  }

  /// What does not read it.
  private func version(_ at: Located) -> String {
    resources[at.resource].isOfSwagger2 ? "Swagger 2.0" : "OpenAPI 3.0"
  }

  /// The ID of the schema in a node, which is one of its own even where the node is a reference.
  mutating func addSchema(_ at: Located) -> Schema.ID {
    if schemaQueue.whole == nil, let last = document.sharedSchemas.last, last.name == sharedName,
      document.schemas[last.schema.index].place == at.node.place
    {
      // What Swagger 2.0 says of all media types of a response stands under each.
      return last.schema
    }
    let id = reserveSchema(at: at.node.place, in: schemaQueue.whole)
    schemaQueue.add(at, as: id)
    if schemaQueue.whole == nil, let sharedName {
      document.sharedSchemas.append(
        Document.SharedSchema(schema: id, name: sharedName, longName: sharedName))
    }
    return id
  }

  /// The ID of a schema of anything, for now.
  mutating func reserveSchema(at place: Place, in whole: Schema.ID? = nil) -> Schema.ID {
    let id = Schema.ID(index: document.schemas.count)
    document.schemas.append(Schema(place: place))
    schemaQueue.reserve(id, in: whole)
    return id
  }

  /// A schema where the description should have one, and has none.
  mutating func stringSchema(at place: Place) -> Schema.ID {
    let id = reserveSchema(at: place)
    document.schemas[id.index].types = [.string]
    return id
  }

  /// Reads all schemas that have an ID, and those that they lead to.
  mutating func readSchemas() {
    repeat {
      while case let entries = schemaQueue.takeAll(), !entries.isEmpty {
        for entry in entries {
          schemaQueue.whole = entry.whole
          document.schemas[entry.id.index] = schema(entry.located)
        }
      }
      schemaQueue.whole = nil
    } while schemaQueue.startInner(among: &document.schemas)
    document.borrowings += schemaQueue.takeBorrowings(from: document.schemas)
  }

  private mutating func schema(_ at: Located) -> Schema {
    guard at.node.entries != nil else { return schemaOfNoMapping(at) }
    guard isVersion30, let reference = at.node["$ref"] else {
      return readKeywords(of: at.node, in: resources.enter(at))
    }
    var schema = Schema(place: at.node.place)
    warnOfIgnored(at)
    schema.reference = schemaID(of: reference, from: at.resource)
    schema.description = string("description", of: at.node)
    for sibling in meantSiblings(in: at.node) {
      let isTrue = bool(sibling.value, sibling.key) == true
      switch sibling.key {
      case "readOnly": schema.isReadOnly = isTrue
      case "writeOnly": schema.isWriteOnly = isTrue
      default: schema.isNullable = isTrue
      }
      diagnostics.warning(
        "found `\(sibling.key)` beside `$ref`, which \(version(at)) does not read; it counts all the "
          + "same", at: sibling.keyPlace)
    }
    readOptions(at["x-apigen"], of: &schema)
    return schema
  }

  /// `true` and `{}` say the same: anything is allowed (JSON Schema Core §4.3.2). So does a schema
  /// that is none, unless it is the name of a type or of a schema.
  private mutating func schemaOfNoMapping(_ at: Located) -> Schema {
    let node = at.node
    var schema = Schema(place: node.place)
    schema.isNothing = node.allowsNothing
    if node.bool != nil || node.isEmptyCollection { return schema }
    if let items = node.sequence, items.count == 1, items[0].mapping != nil {
      warn(node, "a schema", expected: "a mapping", "what is in it is read")
      schema.reference = readSchema(Located(node: items[0], resource: at.resource))
    } else if let meant = node.text.flatMap({ meaning(ofType: $0, at) }) {
      schema.types = meant.compactMap(\.type)
      schema.format = meant.compactMap(\.format).first
      schema.reference = meant.compactMap(\.reference).first
      schema.items = meant.compactMap(\.items).first
      let description = meant.map(\.description).joined(separator: " or ")
      warn(node, "a schema", expected: "a mapping", "it is read as \(description)")
    } else {
      warn(node, "a schema", expected: "a mapping", "it is read as `{}`")
    }
    return schema
  }
}
