import OpenAPI
import Syntax

/// The type of each schema.
extension APIBuilder {
  /// Names the components before any of them is used, so that they may refer to one another.
  mutating func nameComponents() {
    let components = document.components
    let given = components.map {
      GivenName($0.name, named: document[$0.schema].swiftName, at: $0.place)
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
      if let other = document[component.schema].reference, shared[other] == name {
        componentNames[other] = componentNames[component.schema]
      }
    }
  }

  /// Names the types of what is shared without being a component, after the components.
  mutating func nameSharedSchemas() {
    let shared = document.sharedSchemas.filter {
      componentNames[$0.schema] == nil && isNamed(shape(of: $0.schema).shape)
    }
    let given = shared.map {
      GivenName($0.name, named: document[$0.schema].swiftName, at: document[$0.schema].place)
    }
    let names = claimTypes(given, or: shared.map(\.longName))
    for (schema, name) in zip(shared, names) { componentNames[schema.schema] = newPath(name) }
  }

  /// Whether a shape has a type of its own, or is a list of such.
  private mutating func isNamed(_ shape: Shape) -> Bool {
    switch shape {
    case .object, .enumeration, .union: return true
    case .array(let element?), .dictionary(let element?):
      switch self.shape(of: element).shape {
      case .object, .enumeration, .union: return componentNames[element] == nil
      default: return false
      }
    default: return false
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
  /// is to be declared with them, not by who is the first to use it.
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
      let documentation = documentation(of: id, named: path.name)
      declare(TypeDeclaration(path: path, documentation: documentation, kind: .alias(use.type)))
    } else if declarations[path] == nil {
      declareType(id, at: path)
    }
  }

  /// The type of a schema. One that needs a type of its own, and is not a component, is declared
  /// inside its owner. Most need none, so the name for it is only made where one does.
  mutating func decide(
    _ id: Schema.ID, named suggestion: @autoclosure () -> String, in owner: TypePath
  ) -> TypeUse {
    if let use = uses[id] { return use }
    depth += 1
    defer { depth -= 1 }
    let (shape, isNullable) = shape(of: id)
    switch shape {
    case .object, .enumeration, .union:
      let path = claimPath(of: id, named: suggestion(), in: owner)
      let use = TypeUse(type: .named(path), isNullable: isNullable)
      uses[id] = use
      // Another component is declared in its turn, and not inside this one, however long a ring
      // they make. Enumerations hold nothing else, and defaults ask for their values.
      if case .enumeration = shape {
        declareType(id, at: path)
      } else if componentNames[id] == nil {
        // What holds a list may be in it, and asks what the list is.
        if unfinishedLists > 0 {
          declare(TypeDeclaration(path: path, documentation: [], kind: .alias(.json)))
          postponed.append(Declaration(schema: id, path: path))
        } else {
          declareType(id, at: path)
        }
      }
      return use
    case .same, .array, .dictionary, .primitive:
      // What a schema that holds itself only in lists is read as; set before its items are.
      uses[id] = TypeUse(type: .json, isNullable: isNullable)
      // An inline type inside a component that is only a list has the component's name before it.
      // What it is only another name of is that component.
      let component = componentNames[id]
      if let component, case .same(let base) = shape, document[id].reference == nil {
        componentNames[base] = componentNames[base] ?? component
      }
      unfinishedLists += 1
      var use = type(
        of: shape, named: component?.name ?? suggestion(), in: component == nil ? owner : .provider)
      unfinishedLists -= 1
      use.isNullable = isNullable
      uses[id] = use
      declarePostponed()
      return use
    }
  }

  /// A type that has its name, and not yet its contents.
  struct Declaration {
    var schema: Schema.ID
    var path: TypePath
  }

  private mutating func declarePostponed() {
    while unfinishedLists == 0, let next = postponed.popLast() {
      declareType(next.schema, at: next.path)
    }
  }

  private mutating func type(
    of shape: Shape, named suggestion: @autoclosure () -> String, in owner: TypePath
  ) -> TypeUse {
    switch shape {
    case .same(let base):
      return decide(base, named: suggestion(), in: owner)
    case .array(let items):
      let items = items.map { decide($0, named: suggestion() + "Item", in: owner).optionalType }
      return TypeUse(type: .array(items ?? .json), isNullable: false)
    case .dictionary(let values):
      let values = values.map { decide($0, named: suggestion() + "Value", in: owner).optionalType }
      return TypeUse(type: .dictionary(values ?? .json), isNullable: false)
    case .primitive(let type):
      return TypeUse(type: type, isNullable: false)
    case .object, .enumeration, .union:
      return TypeUse(type: .json, isNullable: false)
    }
  }

  private mutating func claimPath(
    of id: Schema.ID, named suggestion: @autoclosure () -> String, in owner: TypePath
  ) -> TypePath {
    if let path = componentNames[id] { return path }
    let given = GivenName(
      suggestion(), named: document[id].swiftName, at: document[id].place)
    return newPath(claimType(given, in: owner), in: owner)
  }

  /// Declares what a schema is, or what it is another name of.
  private mutating func declareType(_ id: Schema.ID, at path: TypePath) {
    let chain = chain(of: id)
    let id = chain.last ?? id
    var documentation: [String] = []
    for schema in chain where documentation.isEmpty {
      documentation = self.documentation(of: schema, named: path.name)
    }
    // Declared before what it holds, so that the output is in the order of the description.
    let declaration = TypeDeclaration(
      path: path, documentation: documentation, kind: .alias(.json))
    declare(declaration)
    declaration.kind =
      switch shape(of: id).shape {
      case .enumeration(let enumeration): .enumeration(enumType(enumeration, of: id, at: path))
      case .union(let choice): .union(union(of: choice, id, at: path))
      default: .object(object(id, at: path, form: onlyForm(id)))
      }
  }

  private mutating func enumType(
    _ enumeration: Enumeration, of id: Schema.ID, at path: TypePath
  ) -> EnumType {
    var scope = NameScope(reserved: NameScope.membersInUse)
    let type = path.name
    let given = enumeration.values.map { value in
      let name = value.name.map { short($0, in: type) } ?? value.scalar.text
      return GivenName(Identifier.shortened(name), at: value.place ?? document[id].place)
    }
    let names = scope.claimMembers(given)
    warn(of: scope.clashes, among: given, renaming: .valueNames)
    return enumType(enumeration, names: names)
  }

  func enumType(_ enumeration: Enumeration, names: [String]) -> EnumType {
    return EnumType(
      type: enumeration.type,
      cases: zip(names, enumeration.values).map { name, value in
        EnumType.Case(
          name: name, value: value.scalar,
          documentation: Documentation.lines(value.description))
      })
  }

  /// The name of a value less that of its type, which languages without scopes have in front.
  private func short(_ name: String, in type: String) -> String {
    let words = Identifier.words(of: name)
    let prefix = Identifier.words(of: type).map { $0.lowercased() }
    let rest = words.dropFirst(prefix.count)
    guard words.map({ $0.lowercased() }).starts(with: prefix), let first = rest.first?.first,
      first.isLetter
    else { return name }
    return rest.joined(separator: " ")
  }

  /// Names what tells enumerations apart, after all types, so that no type's name depends on it.
  mutating func nameMarkers() {
    for path in order {
      guard case .enumeration(var values) = declarations[path]?.kind else { continue }
      values.marker = typeScopes[path.owner ?? .provider, default: NameScope()]
        .claimType(path.name + "Values")
      declarations[path]?.kind = .enumeration(values)
    }
  }

  /// - Parameter name: What it is called in Swift. A title that only says so again is left out.
  func documentation(of id: Schema.ID, named name: String) -> [String] {
    // Most have none.
    if document[id].title == nil, document[id].description == nil, !document[id].isDeprecated {
      return []
    }
    let title = document[id].title.flatMap { Identifier.isSpelled($0, as: name) ? nil : $0 }
    return Documentation.lines(
      title, document[id].description, document[id].isDeprecated ? "Deprecated." : nil)
  }
}
