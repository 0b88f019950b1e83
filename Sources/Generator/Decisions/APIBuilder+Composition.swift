import OpenAPI

/// What schemas are composed of (JSON Schema 2020-12 Core §10.2).
extension APIBuilder {
  /// A schema that an object is composed of. What comes from a branch of `anyOf` or `oneOf`, or
  /// from a condition, is there only for some values.
  struct Part {
    var schema: Schema.ID
    var isBranch: Bool
  }

  /// What holds for every value of a schema: a choice with one branch is none.
  func bases(of id: Schema.ID) -> [Schema.ID] {
    // Most have none.
    if document[id].reference == nil, document[id].allOf.isEmpty, document[id].anyOf.isEmpty,
      document[id].oneOf.isEmpty
    {
      return []
    }
    var bases = document[id].allOf
    if let reference = document[id].reference { bases.insert(reference, at: 0) }
    addOnlyBranch(of: document[id].anyOf, to: &bases)
    addOnlyBranch(of: document[id].oneOf, to: &bases)
    return bases
  }

  private func addOnlyBranch(of branches: [Schema.ID], to bases: inout [Schema.ID]) {
    if branches.isEmpty { return }
    let only = besidesNull(branches)
    if only.count == 1 { bases += only }
  }

  /// The branches of `anyOf` and `oneOf` less null and those that only say what is required.
  func alternatives(of id: Schema.ID) -> [Schema.ID] {
    if document[id].oneOf.isEmpty {
      return document[id].anyOf.isEmpty ? [] : alternatives(document[id].anyOf)
    }
    return alternatives(document[id].anyOf) + alternatives(document[id].oneOf)
  }

  private func alternatives(_ branches: [Schema.ID]) -> [Schema.ID] {
    if branches.isEmpty { return [] }
    let branches = besidesNull(branches)
    return branches.count < 2 ? [] : branches.filter { !isOnlyRequired($0) }
  }

  /// A branch such as `required: [phone]`: a rule of its parent, not a type.
  func isOnlyRequired(_ id: Schema.ID) -> Bool {
    !document[id].required.isEmpty && document[id].properties.isEmpty && bases(of: id).isEmpty
      && document[id].types.allSatisfy { $0 == .object }
      && document[id].anyOf.isEmpty && document[id].oneOf.isEmpty
  }

  /// What each of several branches requires, where all of them only say that: what another one
  /// describes is a way around it.
  func requiredGroups(_ branches: [Schema.ID]) -> [[String]] {
    if branches.isEmpty { return [] }
    let branches = besidesNull(branches)
    guard branches.count > 1, branches.allSatisfy({ isOnlyRequired($0) }) else { return [] }
    return branches.map { document[$0].required }
  }

  /// `type: 'null'`, and how OpenAPI 3.0 says it: null as the only value, or, in a branch,
  /// `nullable: true` and no more.
  func isNull(_ id: Schema.ID) -> Bool {
    if document[id].types == [.null] { return true }
    if document[id].enumValues?.allSatisfy(\.isNull) == true { return true }
    return document[id].constValue?.isNull == true
      || document[id].isNullable && document[id].isAnything
  }

  /// The branches of a choice less null.
  func besidesNull(_ branches: [Schema.ID]) -> [Schema.ID] {
    let others = branches.filter { !isNull($0) }
    // Microsoft.OpenApi.OData writes "X or null" so.
    guard branches.count == 2, others.count == 2, isNullableObject(branches[1]),
      mayBeObject(branches[0]), !isNullableObject(branches[0])
    else { return others }
    return [branches[0]]
  }

  /// `{type: object, nullable: true}`, and nothing else.
  private func isNullableObject(_ id: Schema.ID) -> Bool {
    guard document[id].isNullable else { return false }
    var schema = document[id]
    guard schema.types.contains(.object), schema.types.count == 2,
      schema.title == nil, schema.description == nil, case .unsaid = schema.additionalProperties
    else { return false }
    schema.types = []
    return schema.isAnything
  }

  /// Whether a schema is of an object, or lists values, which are no object and are written so too.
  private func mayBeObject(_ id: Schema.ID) -> Bool {
    document[id].types.isEmpty || document[id].types.contains(.object)
      || document[id].enumValues != nil
  }

  /// A schema after all that it takes in, each once: what comes later says it more closely.
  mutating func layers(of id: Schema.ID) -> Layers {
    if let known = knownLayers[id] { return known }
    let reached = reached(from: id)
    if reached == nil, !hasTooManyLayers {
      hasTooManyLayers = true
      diagnostics.error(
        "the schema is composed of more than \(Self.mostLayers) others; cut the chain in an overlay",
        at: document[id].place)
    }
    let layers = Layers(below: reached ?? [], schema: id)
    knownLayers[id] = layers
    return layers
  }

  /// All that a schema takes in; nil where that is too much.
  private mutating func reached(from id: Schema.ID) -> [Schema.ID]? {
    let bases = bases(of: id)
    if bases.isEmpty { return [] }
    if bases.count == 1, let known = knownLayers[bases[0]], !known.contains(id) {
      return known.count < Self.mostLayers ? Array(known) : nil
    }
    var reached: [Schema.ID] = []
    visited.removeAll()
    visited.insert(id)
    // With a stack of its own: a description may make a chain as long as it wants.
    var calls = [(schema: id, bases: bases[...])]
    while let (schema, bases) = calls.last {
      if calls.count + reached.count > Self.mostLayers { return nil }
      guard let base = bases.first else {
        calls.removeLast()
        if !calls.isEmpty { reached.append(schema) }
        continue
      }
      calls[calls.count - 1].bases = bases.dropFirst()
      guard visited.insert(base) else { continue }
      // Most of a long ladder is known from the rung below.
      if calls.count == 1, reached.isEmpty, let known = knownLayers[base] {
        reached = known.filter { $0 != id }
        for layer in known { visited.insert(layer) }
      } else {
        calls.append((base, self.bases(of: base)[...]))
      }
    }
    return reached
  }

  /// The layers of a schema, and then those of the branches and conditions of each.
  mutating func parts(of id: Schema.ID) -> [Part] {
    if let known = knownParts[id] { return known }
    var parts = layers(of: id).map { Part(schema: $0, isBranch: false) }
    // Most are composed of nothing.
    if parts.count == 1, alternatives(of: id).isEmpty, document[id].conditional.isEmpty {
      knownParts[id] = parts
      return parts
    }
    let firm = FewOrMany(parts.map(\.schema))
    var seen = firm
    var next = 0
    while next < parts.count {
      let schema = parts[next].schema
      next += 1
      var alternatives = alternatives(of: schema)
      // A base that is a choice of its heirs: for an heir it is made.
      if alternatives.contains(where: firm.contains) { alternatives = [] }
      for alternative in alternatives + document[schema].conditional {
        parts += layers(of: alternative).filter { seen.insert($0) }
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
    var seen = FewOrMany<Schema.ID>()
    while let id = chain.last, seen.insert(id), case .same(let base) = shape(of: id).shape {
      chain.append(base)
    }
    return chain
  }

  /// The schema that one is just another name of in the end.
  mutating func target(of id: Schema.ID) -> Schema.ID {
    guard case .same(let base) = shape(of: id).shape else { return id }
    // Most names lead there at once.
    guard case .same = shape(of: base).shape else { return base }
    return chain(of: id).last ?? id
  }

  /// Notes the schemas that say something of the type of their values, and not only of one or
  /// another value, and those that have members; each by itself or by what it takes in.
  mutating func findSayings() {
    let ids = document.schemaIDs
    var users = [[Schema.ID]](repeating: [], count: ids.count)
    for id in ids {
      for base in bases(of: id) { users[base.index].append(id) }
      for branch in alternatives(of: id) { users[branch.index].append(id) }
      for branch in document[id].conditional where !isOnlyRequired(branch) {
        users[branch.index].append(id)
      }
    }
    haveShape = reached(from: ids.filter { saysShape($0) }, by: users)
    haveMembers = reached(from: ids.filter { hasOwnMembers($0) }, by: users)
  }

  private func reached(
    from roots: [Schema.ID], by users: [[Schema.ID]]
  ) -> SchemaSet {
    var reached = SchemaSet()
    var pending = roots
    while let id = pending.popLast() {
      if reached.insert(id) { pending += users[id.index] }
    }
    return reached
  }

  private func saysShape(_ id: Schema.ID) -> Bool {
    !isNull(id)
      && (!document[id].types.isEmpty || hasOwnMembers(id) || document[id].items != nil
        || document[id].enumValues != nil || document[id].constValue != nil)
  }

  func hasOwnMembers(_ id: Schema.ID) -> Bool {
    if case .schema = document[id].additionalProperties { return true }
    return !document[id].properties.isEmpty || !document[id].required.isEmpty
      || !document[id].patternProperties.isEmpty
  }
}
