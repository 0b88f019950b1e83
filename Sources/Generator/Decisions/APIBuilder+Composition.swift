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
    [schema.reference].compactMap { $0 } + schema.allOf
      + [schema.anyOf, schema.oneOf].flatMap {
        let branches = $0.filter { !isNull($0) }
        return branches.count == 1 ? branches : []
      }
  }

  /// The branches of `anyOf` and `oneOf` less null and those that only say what is required.
  func alternatives(of schema: Schema) -> [Schema.ID] {
    alternatives(schema.anyOf) + alternatives(schema.oneOf)
  }

  private func alternatives(_ branches: [Schema.ID]) -> [Schema.ID] {
    let branches = branches.filter { !isNull($0) }
    return branches.count < 2 ? [] : branches.filter { !isOnlyRequired(document[$0]) }
  }

  /// A branch such as `required: [phone]`: a rule of its parent, not a type.
  func isOnlyRequired(_ schema: Schema) -> Bool {
    !schema.required.isEmpty && schema.properties.isEmpty && bases(of: schema).isEmpty
      && schema.types.allSatisfy { $0 == .object }
      && (schema.anyOf + schema.oneOf).isEmpty
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
    var layers: [Schema.ID] = []
    var seen: Set<Schema.ID> = [id]
    // With a stack of its own: what takes in what is as long a chain as a description wants.
    var calls = [(schema: id, bases: bases(of: document[id])[...])]
    while let (schema, bases) = calls.last {
      guard let base = bases.first else {
        layers.append(schema)
        calls.removeLast()
        continue
      }
      calls[calls.count - 1].bases = bases.dropFirst()
      if seen.insert(base).inserted { calls.append((base, self.bases(of: document[base])[...])) }
    }
    knownLayers[id] = layers
    return layers
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
    var seen: Set<Schema.ID> = []
    while let id = chain.last, seen.insert(id).inserted, case .same(let base) = shape(of: id).shape
    {
      chain.append(base)
    }
    return chain
  }

  /// Whether a schema says anything of the type of its values, and not only of one or another value.
  mutating func hasShape(_ id: Schema.ID) -> Bool {
    parts(of: id).contains { part in
      let schema = document[part.schema]
      if isNull(schema) { return false }
      return !schema.types.isEmpty || hasOwnMembers(schema) || schema.items != nil
        || schema.enumValues != nil || schema.constValue != nil
    }
  }

  mutating func hasMembers(_ id: Schema.ID) -> Bool {
    parts(of: id).contains { hasOwnMembers(document[$0.schema]) }
  }

  func hasOwnMembers(_ schema: Schema) -> Bool {
    if case .schema = schema.additionalProperties { return true }
    return !schema.properties.isEmpty || !schema.required.isEmpty
  }
}
