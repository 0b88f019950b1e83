import OpenAPI
import Syntax

/// What schemas are composed of (JSON Schema 2020-12 Core §10.2).
extension Schemas {
  /// A schema that an object is composed of. What comes from a branch of `anyOf` or `oneOf`, or
  /// from a condition, is there only for some values.
  struct Part {
    var schema: Schema.ID
    var isBranch: Bool
  }

  /// A schema after all that it takes in, each once: what comes later says it more closely.
  mutating func layers(of id: Schema.ID) -> Layers {
    if let known = knownLayers[id] { return known }
    let reached = reached(from: id)
    if reached == nil, !hasTooManyLayers {
      hasTooManyLayers = true
      diagnostics.error(
        "the schema is composed of more than \(Self.mostLayers) others; cut the chain in an overlay",
        at: self[id].place)
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
    if parts.count == 1, alternatives(of: id).isEmpty, self[id].conditional.isEmpty {
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
      if alternatives.contains(where: { firm.contains(described($0)) }) { alternatives = [] }
      for alternative in alternatives + self[schema].conditional {
        parts += layers(of: alternative).filter { seen.insert($0) }
          .map { Part(schema: $0, isBranch: true) }
      }
    }
    knownParts[id] = parts
    return parts
  }

  /// The default that the last of its layers to have one gives a schema.
  mutating func defaultValue(of id: Schema.ID) -> Node? {
    for layer in layers(of: id).reversed() {
      if let value = self[layer].defaultValue { return value }
    }
    return nil
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
}
