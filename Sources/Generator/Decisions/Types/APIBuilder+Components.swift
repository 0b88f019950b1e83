import OpenAPI
import Syntax

/// The types of the components, and of what else the description shares.
extension APIBuilder {
  /// Names the components before any of them is used, so that they may refer to one another.
  mutating func nameComponents() {
    let components = document.components
    let given = components.map {
      GivenName($0.name, named: schemas[$0.schema].swiftName, at: $0.place)
    }
    let names = claimTypes(given)
    for (component, name) in zip(components, names) {
      componentNames[component.schema] = newPath(name)
    }
    // A component that is only a reference to what has its name too, in a file, is that.
    let shared = Dictionary(
      document.sharedSchemas.map { ($0.schema, Identifier.type($0.name)) },
      uniquingKeysWith: { first, _ in first })
    for (component, name) in zip(components, names) {
      if let other = schemas[component.schema].reference, shared[other] == name {
        componentNames[other] = componentNames[component.schema]
      }
    }
    nameByReferences(Set(shared.keys))
  }

  /// Gives what has no name of its own, in an operation, that of the component that is only a
  /// reference to it: of several the first by name.
  private mutating func nameByReferences(_ shared: Set<Schema.ID>) {
    let references = document.components.filter { schemas[$0.schema].reference != nil }
    for component in references.sorted(by: { $0.name < $1.name }) {
      let steps = sequence(first: component.schema) { [schemas] in schemas[$0].reference }
      let others = steps.dropFirst()
      if others.contains(where: { componentNames[$0] != nil || shared.contains($0) }) { continue }
      for other in others { componentNames[other] = componentNames[component.schema] }
    }
  }

  /// Names the types of what is shared without being a component, after the components.
  mutating func nameSharedSchemas() {
    let shared = document.sharedSchemas.filter {
      componentNames[$0.schema] == nil && isNamed($0.schema)
    }
    let given = shared.map {
      GivenName($0.name, named: schemas[$0.schema].swiftName, at: schemas[$0.schema].place)
    }
    let names = claimTypes(given, or: shared.map(\.longName))
    for (schema, name) in zip(shared, names) { componentNames[schema.schema] = newPath(name) }
  }

  /// Whether what is shared has a type of its own, or is a list of such, or composed of such alone.
  private mutating func isNamed(_ id: Schema.ID) -> Bool {
    let shape = schemas.shape(of: id).shape
    switch shape {
    case .same(let base) where schemas[id].reference == nil,
      .array(let base?), .dictionary(let base?):
      return schemas.shape(of: base).shape.isDeclared && componentNames[base] == nil
    default: return shape.isDeclared
    }
  }

  /// Declares all components, and what others refer into, in the order of the description.
  mutating func declareComponents() {
    if document.borrowings.isEmpty {
      for component in document.components { declareComponent(component.schema) }
      return
    }
    let owners = document.borrowings.map(\.owner)
    let schemas = document.components.map(\.schema) + owners
    var declared: [Schema.ID: [TypePath]] = [:]
    for schema in ownersFirst(schemas) {
      let count = order.count
      declareComponent(schema)
      // A slice would share the list, which would be copied for each type that is added to it.
      declared[schema] = Array(order[count...])
    }
    order = schemas.flatMap { declared.removeValue(forKey: $0) ?? [] }
  }

  /// The schemas, each after those that it refers into: what stands there is a type of theirs, and
  /// is declared with them, not by its first user.
  private func ownersFirst(_ schemas: [Schema.ID]) -> [Schema.ID] {
    var owners = Dictionary(grouping: document.borrowings) { $0.user }
    var sorted: [Schema.ID] = []
    var seen: Set<Schema.ID> = []
    for schema in schemas where seen.insert(schema).inserted {
      // A list in place of calls: the chain may be long.
      var chain = [schema]
      while let last = chain.last {
        if let owner = owners[last]?.popLast()?.owner {
          if seen.insert(owner).inserted { chain.append(owner) }
        } else {
          sorted.append(chain.removeLast())
        }
      }
    }
    return sorted
  }

  /// Declares those that something uses: what one description of several says may be of no use.
  mutating func declareSharedSchemas() {
    var pending = document.sharedSchemas.map(\.schema)
    var used: [Schema.ID] = []
    repeat {
      used = pending.filter { uses[$0] != nil }
      pending.removeAll { uses[$0] != nil }
      for schema in used { declareComponent(schema) }
    } while !used.isEmpty
  }

  mutating func declareComponent(_ id: Schema.ID) {
    guard let path = componentNames[id], declarations[path] == nil else { return }
    let use = decide(id, named: path.name, in: .provider)
    if use.type != .named(path) {
      let documentation = documentation(withPartsOf: id, named: path.name)
      declare(TypeDeclaration(path: path, documentation: documentation, kind: .alias(use.type)))
    } else if declarations[path] == nil {
      declareType(id, at: path)
    }
  }
}
