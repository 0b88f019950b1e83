import OpenAPI

/// What schemas are composed of (JSON Schema 2020-12 Core §10.2).
extension APIBuilder {
  /// A schema that an object is composed of. What comes from a branch of `anyOf` or `oneOf` is there
  /// only for values of that branch.
  struct Part {
    var schema: Schema.ID
    var isBranch: Bool
  }

  /// What holds for every value of a schema: a choice with one branch is none.
  func bases(of schema: Schema) -> [Schema.ID] {
    var bases = schema.allOf
    if let reference = schema.reference { bases.insert(reference, at: 0) }
    for branches in [schema.anyOf, schema.oneOf] where !branches.isEmpty {
      let branches = branches.filter { !isNull($0) }
      if branches.count == 1 { bases += branches }
    }
    return bases
  }

  /// The branches of `anyOf` and `oneOf` less null and those that only say what is required.
  func alternatives(of schema: Schema) -> [Schema.ID] {
    alternatives(schema.anyOf) + alternatives(schema.oneOf)
  }

  private func alternatives(_ branches: [Schema.ID]) -> [Schema.ID] {
    if branches.isEmpty { return [] }
    let branches = branches.filter { !isNull($0) }
    return branches.count < 2 ? [] : branches.filter { !isOnlyRequired(document[$0]) }
  }

  /// A branch such as `required: [phone]`: a rule of its parent, not a type.
  func isOnlyRequired(_ schema: Schema) -> Bool {
    !schema.required.isEmpty && schema.properties.isEmpty && bases(of: schema).isEmpty
      && schema.types.allSatisfy { $0 == .object }
      && (schema.anyOf + schema.oneOf).isEmpty
  }

  /// What each of several branches requires, where all of them only say that: what another one
  /// describes is a way around it.
  func requiredGroups(_ branches: [Schema.ID]) -> [[String]] {
    let branches = branches.filter { !isNull($0) }.map { document[$0] }
    return branches.count > 1 && branches.allSatisfy(isOnlyRequired) ? branches.map(\.required) : []
  }

  func isNull(_ id: Schema.ID) -> Bool { isNull(document[id]) }

  /// `type: 'null'`, and how OpenAPI 3.0 says it: null as the only value, or, in a branch,
  /// `nullable: true` and no more.
  private func isNull(_ schema: Schema) -> Bool {
    if schema.types == [.null] || schema.enumValues?.allSatisfy(\.isNull) == true { return true }
    return schema.constValue?.isNull == true || schema.isNullable && schema.isAnything
  }

  /// A schema after all that it takes in, each once: what comes later says it more closely.
  mutating func layers(of id: Schema.ID) -> [Schema.ID] {
    if let known = knownLayers[id] { return known }
    var layers = reached(from: id)
    if layers.count > Self.mostLayers {
      diagnostics.error(
        "the schema is composed of more than \(Self.mostLayers) others; cut the chain in an overlay",
        at: document[id].place)
      layers = [id]
    }
    knownLayers[id] = layers
    return layers
  }

  private func reached(from id: Schema.ID) -> [Schema.ID] {
    let bases = bases(of: document[id])
    if bases.isEmpty { return [id] }
    var reached: [Schema.ID] = []
    var seen = [Bool](repeating: false, count: document.schemas.count)
    seen[id.index] = true
    // With a stack of its own: a description may make a chain as long as it wants.
    var calls = [(schema: id, bases: bases[...])]
    while let (schema, bases) = calls.last {
      guard let base = bases.first else {
        reached.append(schema)
        calls.removeLast()
        continue
      }
      calls[calls.count - 1].bases = bases.dropFirst()
      if seen[base.index] { continue }
      seen[base.index] = true
      // Most of a long ladder is known from the rung below.
      if calls.count == 1, reached.isEmpty, let known = knownLayers[base] {
        reached = known.filter { $0 != id }
        for layer in known { seen[layer.index] = true }
      } else {
        calls.append((base, self.bases(of: document[base])[...]))
      }
    }
    return reached
  }

  /// The layers of a schema, and then those of the branches of each.
  mutating func parts(of id: Schema.ID) -> [Part] {
    if let known = knownParts[id] { return known }
    var parts = layers(of: id).map { Part(schema: $0, isBranch: false) }
    let firm = Set(parts.map(\.schema))
    var seen = firm
    var next = 0
    while next < parts.count {
      let alternatives = alternatives(of: document[parts[next].schema])
      next += 1
      // A base that is a choice of its heirs: for an heir it is made.
      if alternatives.contains(where: firm.contains) { continue }
      for alternative in alternatives {
        parts += layers(of: alternative).filter { seen.insert($0).inserted }
          .map { Part(schema: $0, isBranch: true) }
      }
    }
    knownParts[id] = parts
    return parts
  }

  /// A schema and those that it is just another name of.
  mutating func chain(of id: Schema.ID) -> [Schema.ID] {
    var chain = [id]
    // Most are named once.
    guard case .same = shape(of: id).shape else { return chain }
    var seen: Set<Schema.ID> = []
    while let id = chain.last, seen.insert(id).inserted, case .same(let base) = shape(of: id).shape
    {
      chain.append(base)
    }
    return chain
  }

  /// The schema that one is just another name of in the end.
  mutating func target(of id: Schema.ID) -> Schema.ID { chain(of: id).last ?? id }

  /// Notes the schemas that say something of the type of their values, and not only of one or another
  /// value, and those that have members; each by itself or by what it takes in.
  mutating func findSayings() {
    var users: [Schema.ID: [Schema.ID]] = [:]
    for id in document.schemaIDs {
      let schema = document[id]
      for other in bases(of: schema) + alternatives(of: schema) {
        users[other, default: []].append(id)
      }
    }
    func saying(_ says: (Schema) -> Bool) -> Set<Schema.ID> {
      var pending = document.schemaIDs.filter { says(document[$0]) }
      var found = Set(pending)
      while let id = pending.popLast() {
        pending += (users[id] ?? []).filter { found.insert($0).inserted }
      }
      return found
    }
    haveShape = saying { schema in
      !isNull(schema)
        && (!schema.types.isEmpty || hasOwnMembers(schema) || schema.items != nil
          || schema.enumValues != nil || schema.constValue != nil)
    }
    haveMembers = saying(hasOwnMembers)
  }

  func hasOwnMembers(_ schema: Schema) -> Bool {
    if case .schema = schema.additionalProperties { return true }
    return !schema.properties.isEmpty || !schema.required.isEmpty
      || !schema.patternProperties.isEmpty
  }
}
