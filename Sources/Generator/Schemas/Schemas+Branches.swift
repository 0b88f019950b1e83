import OpenAPI
import Syntax

/// What a schema refers to of others: its bases, and the branches that it chooses between.
extension Schemas {
  /// What holds for every value of a schema: a choice with one branch is none.
  func bases(of id: Schema.ID) -> [Schema.ID] {
    // Most have none.
    if self[id].reference == nil, self[id].allOf.isEmpty, self[id].anyOf.isEmpty,
      self[id].oneOf.isEmpty
    {
      return []
    }
    var bases = self[id].allOf
    if let reference = self[id].reference { bases.insert(reference, at: 0) }
    addOnlyBranch(of: self[id].anyOf, to: &bases)
    addOnlyBranch(of: self[id].oneOf, to: &bases)
    return bases
  }

  private func addOnlyBranch(of branches: [Schema.ID], to bases: inout [Schema.ID]) {
    if branches.isEmpty { return }
    let only = besidesNull(branches)
    if only.count == 1 { bases += only }
  }

  /// The branches of `anyOf` and `oneOf` less null and those that only say what is required.
  func alternatives(of id: Schema.ID) -> [Schema.ID] {
    if self[id].oneOf.isEmpty {
      return self[id].anyOf.isEmpty ? [] : alternatives(self[id].anyOf)
    }
    return alternatives(self[id].anyOf) + alternatives(self[id].oneOf)
  }

  private func alternatives(_ branches: [Schema.ID]) -> [Schema.ID] {
    if branches.isEmpty { return [] }
    let branches = besidesNull(branches)
    return branches.count < 2 ? [] : branches.filter { !isOnlyRequired($0) }
  }

  /// A branch such as `required: [phone]`: a rule of its parent, not a type.
  func isOnlyRequired(_ id: Schema.ID) -> Bool {
    !self[id].required.isEmpty && self[id].properties.isEmpty && bases(of: id).isEmpty
      && self[id].types.allSatisfy { $0 == .object }
      && self[id].anyOf.isEmpty && self[id].oneOf.isEmpty
  }

  /// What each of several branches requires, where all of them only say that. Of others see
  /// `groups(requiredByBranchesOf:in:of:)`.
  func requiredGroups(_ branches: [Schema.ID]) -> [[String]] {
    if branches.isEmpty { return [] }
    let branches = besidesNull(branches)
    guard branches.count > 1, branches.allSatisfy({ isOnlyRequired($0) }) else { return [] }
    return branches.map { self[$0].required }
  }

  /// Whether an object that has what several branches of `oneOf` require satisfies none or several
  /// of them: they say no more, or each says what may `not` be there, which is what others require.
  func excludeOneAnother(_ branches: [Schema.ID]) -> Bool {
    let exclusions = branches.count { self[$0].not != nil }
    return (exclusions == 0 || exclusions == branches.count)
      && branches.allSatisfy { branch in
        var more = self[branch]
        (more.types, more.required, more.not) = ([], [], nil)
        return more.isAnything
      }
  }

  /// A branch that is null: by its type or its only value, or, as OpenAPI 3.0 says it of a branch,
  /// by `nullable: true` and no more.
  func isNull(_ id: Schema.ID) -> Bool {
    isNothingButNull(id) || self[id].isNullable && self[id].isAnything
  }

  /// `type: 'null'`, or null as the only value.
  func isNothingButNull(_ id: Schema.ID) -> Bool {
    self[id].types == [.null] || self[id].enumValues?.allSatisfy(\.isNull) == true
      || self[id].constValue?.isNull == true
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
    guard self[id].isNullable else { return false }
    var schema = self[id]
    guard schema.types.contains(.object), schema.types.count == 2,
      schema.title == nil, schema.description == nil, case .unsaid = schema.additionalProperties
    else { return false }
    schema.types = []
    return schema.isAnything
  }

  /// Whether a schema is of an object, or lists values, which are no object and are written so too.
  private func mayBeObject(_ id: Schema.ID) -> Bool {
    self[id].types.isEmpty || self[id].types.contains(.object)
      || self[id].enumValues != nil
  }
}
