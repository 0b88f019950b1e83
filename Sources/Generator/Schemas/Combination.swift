import OpenAPI

/// Several descriptions of one thing, which are a schema together.
struct Combination: Hashable {
  enum Kind {
    /// A value is what each of them says: `allOf`.
    case all
    /// A value is what at least one of them says: `anyOf`.
    case any
    /// A value is what one of them says: `oneOf`.
    case one
    /// A value is what the first says, and some values are what the others say.
    case some
  }

  var kind: Kind
  var schemas: [Schema.ID]
}

extension Schemas {
  /// Combined rings of different lengths make as many schemas as the product of the lengths.
  private static let mostCombinations = 100_000

  /// The schema that several are together, the same for the same ones. Of several descriptions that
  /// cannot be told apart otherwise the last is the closest.
  mutating func combined(_ kind: Combination.Kind, of schemas: [Schema.ID]) -> Schema.ID {
    if schemas.count == 1 { return schemas[0] }
    var distinct: [Schema.ID] = []
    for schema in parts(of: schemas, in: kind) where !distinct.contains(schema) {
      if kind == .all {
        // What takes in another says all that the other says.
        if distinct.contains(where: { layers(of: $0).contains(schema) }) { continue }
        distinct.removeAll { layers(of: schema).contains($0) }
      }
      distinct.append(schema)
    }
    if distinct.count == 1 { return distinct[0] }
    let combination = Combination(kind: kind, schemas: distinct)
    if let known = combinations[combination] { return known }
    guard combinations.count < Self.mostCombinations else { return distinct[0] }
    let id = add(schema(of: combination), of: distinct)
    combinations[combination] = id
    origins[id] = combination
    return id
  }

  /// What a combination of combinations is made of, so that there are only so many of them.
  private func parts(of schemas: [Schema.ID], in kind: Combination.Kind) -> [Schema.ID] {
    var parts: [Schema.ID] = []
    for schema in schemas {
      if let origin = origins[schema], origin.kind == kind {
        parts += origin.schemas
      } else {
        parts.append(schema)
      }
    }
    return parts
  }

  private func schema(of combination: Combination) -> Schema {
    let firm = combination.kind == .some ? combination.schemas.prefix(1) : combination.schemas[...]
    let last = firm[firm.endIndex - 1]
    var schema = Schema(place: self[last].place)
    // What a component says of itself is said where it is declared.
    let texts = firm.last {
      !componentIDs.contains($0) && (self[$0].title != nil || self[$0].description != nil)
    }
    schema.title = texts.flatMap { self[$0].title }
    schema.description = texts.flatMap { self[$0].description }
    let isDeprecated = firm.contains { !componentIDs.contains($0) && self[$0].isDeprecated }
    switch combination.kind {
    case .all:
      schema.allOf = combination.schemas
      // The last to allow null means it, whatever others say.
      schema.isNullable = self[last].isNullable
      schema.isDeprecated = isDeprecated
    case .any: schema.anyOf = combination.schemas
    case .one: schema.oneOf = combination.schemas
    case .some:
      schema.allOf = [last]
      schema.isDeprecated = isDeprecated
      schema.conditional = Array(combination.schemas.dropFirst())
    }
    return schema
  }

  /// What the description has as the branch.
  func branchSchema(of id: Schema.ID) -> Schema.ID {
    guard let origin = origins[id], origin.kind == .all else { return id }
    return origin.schemas.last ?? id
  }
}
