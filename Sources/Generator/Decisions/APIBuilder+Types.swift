import OpenAPI
import Syntax

/// The type of each schema.
extension APIBuilder {
  /// Names the components before any of them is used, so that they may refer to one another. Names
  /// that stay as they are come first: no other schema can take them.
  mutating func decideComponents() {
    let components = document.components
    let (kept, changed) = (
      components.filter { Identifier.type($0.name) == $0.name },
      components.filter { Identifier.type($0.name) != $0.name }.sorted { $0.name < $1.name }
    )
    for component in kept + changed {
      componentNames[component.schema] =
        typeScopes[[], default: NameScope()].claimType(Identifier.type(component.name))
    }
    for component in components { declareComponent(component.schema) }
  }

  private mutating func declareComponent(_ id: Schema.ID) {
    guard let name = componentNames[id] else { return }
    let use = decide(id, named: name, in: [])
    guard use.type != .named([name]) else { return }
    declare(
      TypeDeclaration(
        path: [name], documentation: documentation(of: id), kind: .alias(use.type)))
  }

  /// The type of a schema. One that needs a type of its own, and is not a component, is declared
  /// inside its owner.
  mutating func decide(_ id: Schema.ID, named suggestion: String, in owner: [String]) -> TypeUse {
    if let use = uses[id] { return use }
    let (shape, isNullable) = shape(of: id)
    switch shape {
    case .object, .enumeration:
      let path = claimPath(of: id, named: suggestion, in: owner)
      let use = TypeUse(type: .named(path), isNullable: isNullable)
      uses[id] = use
      declareType(id, shape, at: path)
      return use
    default:
      // What a schema that holds itself in lists alone is read as; set before its items are decided.
      uses[id] = TypeUse(type: .json, isNullable: isNullable)
      var use = type(of: shape, named: suggestion, in: owner)
      use.isNullable = use.isNullable || isNullable
      uses[id] = use
      return use
    }
  }

  private mutating func type(
    of shape: Shape, named suggestion: String, in owner: [String]
  ) -> TypeUse {
    switch shape {
    case .same(let base):
      return decide(base, named: suggestion, in: owner)
    case .array(let items):
      let items = items.map { decide($0, named: suggestion + "Item", in: owner).type }
      return TypeUse(type: .array(items ?? .json), isNullable: false)
    case .dictionary(let values):
      let values = values.map { decide($0, named: suggestion + "Value", in: owner).type }
      return TypeUse(type: .dictionary(values ?? .json), isNullable: false)
    case .primitive(let type):
      return TypeUse(type: type, isNullable: false)
    case .object, .enumeration:
      return TypeUse(type: .json, isNullable: false)
    }
  }

  private mutating func claimPath(
    of id: Schema.ID, named suggestion: String, in owner: [String]
  ) -> [String] {
    if let name = componentNames[id] { return [name] }
    let name = typeScopes[owner, default: NameScope(reserved: Set(owner))].claimType(suggestion)
    return owner + [name]
  }

  private mutating func declareType(_ id: Schema.ID, _ shape: Shape, at path: [String]) {
    let documentation = documentation(of: id)
    // Declared before what it holds, so that the output is in the order of the description.
    declare(TypeDeclaration(path: path, documentation: documentation, kind: .alias(.json)))
    let kind: TypeDeclaration.Kind
    if case .enumeration(let values) = shape {
      kind = .enumeration(cases(of: values))
    } else {
      kind = .object(object(id, at: path))
    }
    declare(TypeDeclaration(path: path, documentation: documentation, kind: kind))
  }

  private func cases(of values: [String]) -> [TypeDeclaration.EnumCase] {
    var scope = NameScope(reserved: NameScope.membersInUse)
    return values.map { value in
      TypeDeclaration.EnumCase(
        name: scope.claimMember(Identifier.member(value)), value: value)
    }
  }

  func documentation(of id: Schema.ID) -> [String] {
    let schema = document[id]
    return Documentation.lines(schema.title, schema.description)
  }
}
