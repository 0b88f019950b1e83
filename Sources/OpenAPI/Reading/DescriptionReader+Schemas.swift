import Syntax

/// Schema Objects (OAS 3.1 §4.8.24; OAS 3.0 §4.7.24): when they are read, and what `$ref` means.
///
/// A schema has an ID before it is read. So schemas may refer to themselves, and none is read
/// inside the reading of another, however deep they nest and however long a chain of references is.
extension DescriptionReader {
  /// The ID of the schema in a node, which is read later. A reference with nothing beside it that
  /// counts is the schema that it names.
  mutating func readSchema(_ at: Located) -> Schema.ID {
    guard let reference = at.node["$ref"],
      at.node.entries?.count == 1
        || isVersion30 && at.node["x-apigen"] == nil && nullable(of: at.node) == nil
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

  /// The field of a schema that says that it may be null, where it does.
  private func nullable(of node: Node) -> Mapping.Entry? {
    node.entries?.first { ["nullable", "x-nullable"].contains($0.key) && $0.value.bool == true }
  }

  /// OpenAPI 3.0 does not read what stands beside `$ref` (§4.7.23). Where that would change what is
  /// sent or read, its author has meant it.
  private mutating func warnOfIgnored(_ at: Located) {
    let harmless = [
      "$ref", "default", "deprecated", "description", "example", "nullable", "title", "type",
      "x-apigen", "x-nullable",
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
    let resource = resources[at.resource]
    return resource.isSwagger2 || resource.isSwagger2Part ? "Swagger 2.0" : "OpenAPI 3.0"
  }

  /// The same, for a schema that has a name of its own even where it is a reference.
  mutating func addSchema(_ at: Located) -> Schema.ID {
    if whole == nil, let last = document.sharedSchemas.last, last.name == sharedName,
      document.schemas[last.schema.index].place == at.node.place
    {
      // What Swagger 2.0 says of all media types of a response stands under each.
      return last.schema
    }
    let id = reserveSchema(at: at.node.place, in: whole)
    pendingSchemas.append(PendingSchema(id: id, located: at, whole: whole ?? id))
    if whole == nil, let sharedName {
      document.sharedSchemas.append(
        Document.SharedSchema(schema: id, name: sharedName, longName: sharedName))
    }
    return id
  }

  mutating func reserveSchema(at place: Place, in whole: Schema.ID? = nil) -> Schema.ID {
    let id = Schema.ID(index: document.schemas.count)
    document.schemas.append(Schema(place: place))
    wholes.append(whole ?? id)
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
      while !pendingSchemas.isEmpty {
        let batch = pendingSchemas
        pendingSchemas = []
        for pending in batch {
          whole = pending.whole
          document.schemas[pending.id.index] = schema(pending.located)
        }
      }
      whole = nil
    } while startInnerSchema()
    findBorrowings()
  }

  private mutating func schema(_ at: Located) -> Schema {
    guard at.node.entries != nil else { return schemaOfNoMapping(at) }
    guard isVersion30, let reference = at.node["$ref"] else {
      return readKeywords(resources.enter(at))
    }
    var schema = Schema(place: at.node.place)
    warnOfIgnored(at)
    schema.reference = schemaID(of: reference, from: at.resource)
    if let nullable = nullable(of: at.node) {
      schema.isNullable = true
      diagnostics.warning(
        "found `\(nullable.key)` beside `$ref`, which \(version(at)) does not read; it may be null "
          + "all the same", at: nullable.keyPlace)
    }
    readOptions(at["x-apigen"], of: &schema)
    return schema
  }

  /// `true` and `{}` say the same: anything is allowed (JSON Schema Core §4.3.2). So does a schema
  /// that is none, unless it is the name of a type or of a schema.
  private mutating func schemaOfNoMapping(_ at: Located) -> Schema {
    let node = at.node
    var schema = Schema(place: node.place)
    schema.isNothing = node.bool == false
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

/// References between schemas.
extension DescriptionReader {
  /// The schema that a reference names. One that leads nowhere, though it is no slip, is a schema
  /// that anything satisfies.
  mutating func schemaID(of reference: Node, from resource: Int) -> Schema.ID {
    guard let text = reference.text, !text.isEmpty else {
      warn(reference, "`$ref`", expected: "a string", "it is read as a schema of anything")
      return reserveSchema(at: reference.place)
    }
    let spelled = Target.Key(resource: resource, fragment: text)
    let id = schemaIDs[spelled] ?? newSchemaID(of: spelled, at: reference.place)
    if innerIDs.contains(id) { usesOfInner.append((whole, id)) }
    return id
  }

  private mutating func newSchemaID(of spelled: Target.Key, at place: Place) -> Schema.ID {
    if let list = listID(of: spelled, at: place) { return list }
    let target = schemaTarget(of: spelled, at: place)
    let id = target.map { schemaID(of: $0, at: place) } ?? reserveSchema(at: place)
    // By this spelling each schema may mean a definition of its own.
    if !Self.namesDefinition(spelled.fragment) { schemaIDs[spelled] = id }
    return id
  }

  /// What a reference leads to as it is written, or is meant to lead to; nil, with a warning, where
  /// that is nothing.
  private mutating func schemaTarget(of spelled: Target.Key, at place: Place) -> Target? {
    let (text, resource) = (spelled.fragment, spelled.resource)
    do throws(ReferenceProblem) {
      let target = try exactTarget(of: text, at: place, from: resource)
      if target.key.isContainer { throw .missing(nearest: nil) }
      return schemaTarget(of: target, at: place)
    } catch {
      if let target = enclosingTarget(of: text, at: place, from: resource) { return target }
      if let target = meantTarget(of: text, at: place, from: resource) {
        return schemaTarget(of: target, at: place)
      }
      diagnostics.warning(
        error.message(of: text) + "; it is read as a schema of anything", at: place)
      return nil
    }
  }

  /// The schema that a `$dynamicRef` names where nothing that refers to it from outside sets the
  /// anchor anew (JSON Schema 2020-12 Core §8.2.3.2).
  mutating func dynamicSchemaID(of reference: Node, from resource: Int) -> Schema.ID {
    let id = schemaID(of: reference, from: resource)
    let name = reference.text.flatMap { $0.split(separator: "#").last.map(String.init) }
    if let name, resources.isSetAnew(name) {
      diagnostics.warning(
        "found `$dynamicRef: '\(reference.text ?? "")'`, whose anchor is set in several places, expected "
          + "a `$ref`; it is read as one, whatever refers to it from outside; an overlay can say "
          + "in each of these schemas what its parts are", at: reference.place)
    }
    return id
  }

  /// The ID of the schema that a reference or a discriminator at a place leads to.
  mutating func schemaID(of target: Target, at place: Place) -> Schema.ID {
    if let known = schemaIDs[target.key] { return known }
    let id = reserveSchema(at: place)
    schemaIDs[target.key] = id
    if !target.key.isComponent, let (name, longName) = name(of: target) {
      document.sharedSchemas.append(
        Document.SharedSchema(schema: id, name: name, longName: longName))
    }
    let pending = PendingSchema(id: id, located: target.located, whole: id)
    if isInner(target) {
      innerSchemas.append(pending)
      innerIDs.insert(id)
    } else {
      pendingSchemas.append(pending)
    }
    return id
  }

  /// Whether what stands there may be read with something about it, or by another name: unlike a
  /// file, or a schema of the components, an `$anchor`, an `$id` and a pointer may.
  private func isInner(_ target: Target) -> Bool {
    if target.key.isComponent { return false }
    let isFile = resources[target.key.resource].file == target.key.resource
    return !isFile || target.key.fragment.count > 1
  }

  /// Starts on one of the inner schemas, once all others are read: it is the schema that was read
  /// where it stands, or else it is read by itself. False where there is none left.
  private mutating func startInnerSchema() -> Bool {
    guard let inner = innerSchemas.popLast() else { return false }
    for index in placedSchemas..<document.schemas.count {
      let place = document.schemas[index].place
      if schemasByPlace[place] == nil { schemasByPlace[place] = Schema.ID(index: index) }
    }
    placedSchemas = document.schemas.count
    let place = inner.located.node.place
    if let known = schemasByPlace[place] {
      document.schemas[inner.id.index].reference = known
    } else {
      pendingSchemas.append(inner)
      // Another reference may lead there by another way.
      schemasByPlace[place] = inner.id
    }
    return true
  }

  /// Finds whose parts the inner schemas are, now that all are read.
  private mutating func findBorrowings() {
    for (user, inner) in usesOfInner {
      guard let part = document.schemas[inner.index].reference, wholes[part.index] != part,
        wholes[part.index] != user
      else { continue }
      document.borrowings.append(Document.Borrowing(user: user, owner: wholes[part.index]))
    }
    usesOfInner = []
  }

  /// Reads each schema that is a reference to itself, by one step or several, as one of anything.
  mutating func removeReferenceCycles() {
    var walks = [Int](repeating: -1, count: document.schemas.count)
    for start in walks.indices {
      var next = Schema.ID(index: start)
      while walks[next.index] == -1, let reference = document.schemas[next.index].reference {
        walks[next.index] = start
        next = reference
      }
      guard walks[next.index] == start else { continue }
      document.schemas[next.index].reference = nil
      diagnostics.warning(
        "the schema is a reference that leads back to itself, expected a description at its end; "
          + "it is read as a schema of anything", at: document.schemas[next.index].place)
    }
  }
}
