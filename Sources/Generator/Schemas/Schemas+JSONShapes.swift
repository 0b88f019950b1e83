import OpenAPI
import Syntax

/// What tells the branches of a choice apart.
extension Schemas {
  mutating func jsonShape(
    of branch: Shape.Branch, in choice: Shape.Choice, _ whole: Schema.ID
  ) -> JSONShape {
    shapesOfBranch = 0
    switch branch {
    case .type(let type): return JSONShape(SwiftType(type, format: nil))
    case .schema(let id):
      let contested = contestedKinds(of: id, in: choice, whole)
      let others = Set(contested.flatMap(\.values))
      let values = tellingValues(of: id, in: choice, whole).filter { !others.contains($0) }
      guard let discriminator = choice.discriminator, !values.isEmpty else {
        return jsonShape(of: id, discriminator: nil, among: [whole])
      }
      let key = discriminator.propertyName
      let scalars = values.map { scalar($0, of: key, in: id, choice) }
      let shape = jsonShape(of: id, discriminator: (key, scalars), among: [whole])
      // Any object that is none of the others (OAS 3.2 §4.25.1).
      if id == choice.core, !hasOwnValue(choice) { return .anyObject }
      if isDefault(id, in: choice) { return .anyOf([shape, .anyObject]) }
      if contested.isEmpty { return shape }
      return .anyOf(
        [shape] + contested.map { jsonShape(of: $0.kind, discriminator: nil, among: [whole, id]) })
    }
  }

  /// - Parameters:
  ///   - choices: Those that it is a branch of.
  ///   - inside: The choices and lists that it is in an element of. What is deep in these, or one
  ///     of them again, is anything.
  private mutating func jsonShape(
    of id: Schema.ID, discriminator: (key: String, values: [Scalar])?,
    among choices: [Schema.ID], inside: [Schema.ID] = []
  ) -> JSONShape {
    guard choices.count + inside.count <= Self.mostChoices, !inside.contains(id),
      mayLookAtOneMore()
    else { return .any }
    let isInside = choices.count + inside.count > 1
    switch shape(of: id).shape {
    case .object:
      return discriminator.map { .tagged($0.key, $0.values) } ?? object(id, isInside: isInside)
    case .dictionary(let values?) where !isInside:
      return .dictionary(jsonShape(ofElement: values, inside: inside + choices + [id]))
    case .dictionary: return .anyObject
    case .array(let items):
      let element = items.map { jsonShape(ofElement: $0, inside: inside + choices + [id]) }
      return .array(element == .any ? nil : element)
    case .enumeration(let values):
      return JSONShape(values)
    case .union(let choice):
      if let discriminator { return .tagged(discriminator.key, discriminator.values) }
      return .anyOf(
        choice.branches.compactMap { branch in
          switch branch {
          case .type(let type): return JSONShape(SwiftType(type, format: nil))
          // What a choice is by being itself says nothing of it.
          case .schema(let branch) where choices.contains(target(of: branch)): return nil
          case .schema(let branch):
            return jsonShape(of: branch, discriminator: nil, among: choices + [id], inside: inside)
          }
        })
    case .primitive(let type): return JSONShape(type)
    case .same:
      let target = target(of: id)
      // A ring of names for nothing.
      if case .same = shape(of: target).shape { return .any }
      return jsonShape(of: target, discriminator: discriminator, among: choices, inside: inside)
    }
  }

  private mutating func jsonShape(ofElement id: Schema.ID, inside: [Schema.ID]) -> JSONShape {
    let plain = jsonShape(of: id, discriminator: nil, among: [], inside: inside).withAnyIntegers
    return shape(of: id).isNullable && plain != .any ? .anyOf([.null, plain]) : plain
  }

  /// The keys that have to be there, and what their values look like: of an object inside of
  /// another only where it lists them.
  mutating func object(_ id: Schema.ID, isInside: Bool) -> JSONShape {
    let members = members(of: id)
    var shapes: [JSONShape.Member] = []
    for member in members {
      let shape = memberShape(of: member.property.schema, depth: 0)
      if !isInside && shape != .any || shape.isListed {
        shapes.append(.init(key: member.property.name, shape: shape))
      }
    }
    return .object(
      required: members.filter(\.isRequired).map(\.property.name),
      known: members.map(\.property.name), members: shapes)
  }

  /// Counts the shapes that are looked at to tell branches apart. Choices of choices of choices are
  /// as many as the product of their lengths; past these limits a branch is anything.
  private mutating func mayLookAtOneMore() -> Bool {
    shapesOfBranch += 1
    shapesOfAll += 1
    return shapesOfBranch < 1_000 && shapesOfAll < 300_000
  }

  /// What a property looks like: of what is inside of it no more than its type.
  ///
  /// - Parameter depth: How many choices it is in; past a few, anything fits.
  mutating func memberShape(of id: Schema.ID, depth: Int) -> JSONShape {
    guard depth < Self.mostChoices, mayLookAtOneMore() else { return .any }
    let (shape, isNullable) = shape(of: id)
    if isNothingButNull(id) { return .null }
    let plain: JSONShape
    switch shape {
    case .object, .dictionary: plain = .anyObject
    case .array(let items):
      // Of its elements no more than their type.
      let element = items.map { memberShape(of: $0, depth: depth + 1).withoutValues }
      plain = .array(element == .any ? nil : element)
    // An open enumeration of many values is as good as any string.
    case .enumeration(let known):
      plain = known.values.count <= 8 ? JSONShape(known) : JSONShape(known.type)
    case .union(let choice):
      plain = .anyOf(
        choice.branches.map { branch in
          switch branch {
          case .type(let type): JSONShape(SwiftType(type, format: nil))
          case .schema(let id): memberShape(of: id, depth: depth + 1)
          }
        })
    case .primitive(.bool): plain = listedBooleans(of: id).map { .booleans($0) } ?? .boolean
    case .primitive(let type): plain = JSONShape(type)
    case .same:
      let target = target(of: id)
      // A ring of names for nothing.
      if case .same = self.shape(of: target).shape { return .any }
      plain = memberShape(of: target, depth: depth)
    }
    return isNullable && plain != .any ? .anyOf([.null, plain]) : plain
  }

  /// The one of the two that a schema lists; nil for both.
  mutating func listedBooleans(of id: Schema.ID) -> [Bool]? {
    for layer in layers(of: id).reversed() {
      guard let values = self[layer].enumValues ?? self[layer].constValue.map({ [$0] }) else {
        continue
      }
      let listed = Set(values.compactMap(\.bool))
      return listed.count == 1 ? Array(listed) : nil
    }
    return nil
  }
}
