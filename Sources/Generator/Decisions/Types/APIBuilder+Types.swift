import OpenAPI
import Syntax

/// The type of each schema.
extension APIBuilder {
  /// The type of a schema. One that needs a type of its own, and is not a component, is declared
  /// inside its owner. Most need none, so the name for it is only made where one does.
  mutating func decide(
    _ id: Schema.ID, named suggestion: @autoclosure () -> String, in owner: TypePath
  ) -> TypeUse {
    let joint = joint(of: id, in: owner)
    if let use = use(of: id, in: joint) { return use }
    schemas.depth += 1
    defer { schemas.depth -= 1 }
    let (shape, isNullable) = schemas.shape(of: id)
    switch shape {
    case .object, .enumeration, .union:
      let path = claimPath(of: id, named: suggestion(), in: owner)
      let use = TypeUse(type: .named(path), isNullable: isNullable)
      keep(use, of: id, in: joint)
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
      keep(TypeUse(type: .json, isNullable: isNullable), of: id, in: joint)
      let type = decideUnnamed(shape, of: id, named: suggestion(), in: owner)
      let use = TypeUse(type: type, isNullable: isNullable)
      keep(use, of: id, in: joint)
      declarePostponed()
      return use
    }
  }

  /// The type that joins the schemas of a combination; nil for any other schema.
  private func joint(of id: Schema.ID, in owner: TypePath) -> TypePath? {
    guard schemas.origins[id] != nil, componentNames[id] == nil else { return nil }
    return owner.outermost
  }

  private func use(of id: Schema.ID, in joint: TypePath?) -> TypeUse? {
    joint.map { joinedUses[id]?[$0] } ?? uses[id]
  }

  private mutating func keep(_ use: TypeUse, of id: Schema.ID, in joint: TypePath?) {
    if let joint { joinedUses[id, default: [:]][joint] = use } else { uses[id] = use }
  }

  /// The type of a shape that needs none of its own.
  private mutating func decideUnnamed(
    _ shape: Shape, of id: Schema.ID, named suggestion: @autoclosure () -> String,
    in owner: TypePath
  ) -> SwiftType {
    // An inline type inside a component that is only a list has the component's name before it.
    // What it is only another name of is that component.
    let component = componentNames[id]
    if let component, case .same(let base) = shape, schemas[id].reference == nil {
      componentNames[base] = componentNames[base] ?? component
    }
    unfinishedLists += 1
    defer { unfinishedLists -= 1 }
    return type(
      of: shape, named: component?.name ?? suggestion(), in: component == nil ? owner : .provider)
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
  ) -> SwiftType {
    switch shape {
    case .same(let base): return decide(base, named: suggestion(), in: owner).type
    case .array(let items):
      let items = items.map { decide($0, named: suggestion() + "Item", in: owner).optionalType }
      return .array(items ?? .json)
    case .dictionary(let values):
      let values = values.map { decide($0, named: suggestion() + "Value", in: owner).optionalType }
      return .dictionary(values ?? .json)
    case .primitive(let type): return type
    case .object, .enumeration, .union: return .json
    }
  }

  private mutating func claimPath(
    of id: Schema.ID, named suggestion: @autoclosure () -> String, in owner: TypePath
  ) -> TypePath {
    if let path = componentNames[id] { return path }
    let given = GivenName(
      suggestion(), named: schemas[id].swiftName, at: schemas[id].place)
    return newPath(claimType(given, in: owner), in: owner)
  }

  /// Declares what a schema is, or what it is another name of.
  mutating func declareType(_ id: Schema.ID, at path: TypePath) {
    let chain = schemas.chain(of: id)
    let id = chain.last ?? id
    var documentation: [String] = []
    for schema in chain where documentation.isEmpty {
      documentation = self.documentation(withPartsOf: schema, named: path.name)
    }
    // Declared before what it holds, so that the output is in the order of the description.
    let declaration = TypeDeclaration(
      path: path, documentation: documentation, kind: .alias(.json))
    declare(declaration)
    declaration.kind =
      switch schemas.shape(of: id).shape {
      case .enumeration(let enumeration): .enumeration(enumType(enumeration, of: id, at: path))
      case .union(let choice): .union(union(of: choice, id, at: path))
      default: .object(object(id, at: path, form: onlyForm(id)))
      }
  }

  /// - Parameter name: What it is called in Swift. A title that only says so again is left out.
  func documentation(of id: Schema.ID, named name: String) -> [String] {
    // Most have none.
    if schemas[id].title == nil, schemas[id].description == nil, !schemas[id].isDeprecated {
      return []
    }
    let title = schemas[id].title.flatMap { Identifier.isSpelled($0, as: name) ? nil : $0 }
    return Documentation.lines(
      title, schemas[id].description, schemas[id].isDeprecated ? "Deprecated." : nil)
  }

  /// What is said where a schema is used: what it says of itself, or what the nearest of those says
  /// that it takes in. A component that is a type of its own says it there.
  mutating func documentation(ofUse id: Schema.ID, named name: String) -> [String] {
    if isDocumented(id) { return [] }
    return documentation(withPartsOf: id, named: name)
  }

  /// What a schema says of itself, or what the nearest of those says that it takes in and that are
  /// no types of their own, nor parts of such.
  mutating func documentation(withPartsOf id: Schema.ID, named name: String) -> [String] {
    var lines = documentation(of: id, named: name)
    // Most are composed of nothing.
    let layers = schemas.layers(of: id)
    if !lines.isEmpty || layers.count == 1 { return lines }
    var told: Set<Schema.ID> = []
    for layer in layers.reversed() where lines.isEmpty && !told.contains(layer) {
      if layer != id, isDocumented(layer) {
        told.formUnion(schemas.layers(of: layer))
      } else {
        lines = documentation(of: layer, named: name)
      }
    }
    return lines
  }

  /// Whether a component is a type of its own, which says what it is where it is declared. It may
  /// be another name of a schema that has none.
  private mutating func isDocumented(_ id: Schema.ID) -> Bool {
    guard let name = componentNames[id] else { return false }
    let target = schemas.target(of: id)
    return [nil, name].contains(componentNames[target])
      && schemas.shape(of: target).shape.isDeclared
  }
}
