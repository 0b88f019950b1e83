import Syntax

/// References between schemas.
extension DescriptionReader {
  /// The schema that a reference names. One that leads nowhere, though it is no slip, is a schema
  /// that anything satisfies.
  mutating func schemaID(of reference: Node, from resource: Int) -> Schema.ID {
    guard let text = reference.text, !text.isEmpty else {
      warn(reference, "`$ref`", expected: "a string", "it is read as a schema of anything")
      return reserveSchema(at: reference.place)
    }
    let spelled = Spelled(resource: resource, text: text)
    let id = spelledSchemaIDs[spelled] ?? newSchemaID(of: spelled, at: reference.place)
    schemaQueue.refer(to: id)
    return id
  }

  private mutating func newSchemaID(of spelled: Spelled, at place: Place) -> Schema.ID {
    if let list = listID(of: spelled, at: place) { return list }
    let target: Target?
    do throws(ReferenceProblem) {
      let exact = try exactTarget(of: spelled.text, at: place, from: spelled.resource)
      if exact.key.isContainer { throw .missing(nearest: nil) }
      if exact.key.isInPaths, exact.located.node["responses"] != nil {
        diagnostics.warning(
          "found a reference to an operation, expected one to a schema; it is read as a schema of "
            + "anything", at: place)
      }
      target = schemaTarget(of: exact, at: place)
    } catch {
      target = otherTarget(of: spelled, at: place, error)
      // By this spelling each schema may mean a definition of its own.
      if mayNameDefinition(spelled) { return schemaID(ofFound: target, at: place) }
    }
    let id = schemaID(ofFound: target, at: place)
    spelledSchemaIDs[spelled] = id
    return id
  }

  private mutating func schemaID(ofFound target: Target?, at place: Place) -> Schema.ID {
    target.map { schemaID(of: $0, at: place) } ?? reserveSchema(at: place)
  }

  /// What a reference is meant to lead to that leads nowhere as it is written; nil, with a warning,
  /// where that is nothing.
  private mutating func otherTarget(
    of spelled: Spelled, at place: Place, _ problem: ReferenceProblem
  ) -> Target? {
    let (text, resource) = (spelled.text, spelled.resource)
    if let target = enclosingTarget(of: text, at: place, from: resource) { return target }
    if let target = meantTarget(of: text, at: place, from: resource) {
      return schemaTarget(of: target, at: place)
    }
    diagnostics.warning(
      problem.message(of: text) + "; it is read as a schema of anything", at: place)
    return nil
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
    schemaQueue.addTarget(target.located, as: id, isInner: isInner(target))
    return id
  }

  /// Whether what stands there may be read with something about it, or by another name: unlike a
  /// file, or a schema of the components, an `$anchor`, an `$id` and a pointer may.
  private func isInner(_ target: Target) -> Bool {
    if target.key.isComponent { return false }
    let isFile = resources[target.key.resource].file == target.key.resource
    return !isFile || target.key.fragment.count > 1
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
