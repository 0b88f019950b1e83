import OpenAPI
import Syntax

/// What a schema refers to of others: its bases, and the branches that it chooses between.
extension APIBuilder {
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
}
