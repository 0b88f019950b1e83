import OpenAPI

/// What generators of descriptions write in a way of their own, as what is meant by it, before
/// anything is decided.
extension Schemas {
  mutating func readConventions(besides shared: [Schema.ID]) {
    raiseDiscriminators(besides: shared)
    for id in ids { readNumberOrText(id) }
  }

  /// Moves discriminators from a part of an object's `allOf`, where Microsoft.OpenApi.OData writes
  /// them, to the object.
  private mutating func raiseDiscriminators(besides shared: [Schema.ID]) {
    let shared = Set(components.map(\.schema) + shared)
    for component in components {
      let id = component.schema
      for part in self[id].allOf where !shared.contains(part) {
        guard let discriminator = self[part].discriminator, alternatives(of: part).isEmpty,
          self[id].discriminator == nil, alternatives(of: id).isEmpty
        else { continue }
        self[id].discriminator = discriminator
        self[part].discriminator = nil
      }
    }
  }

  /// A number that may also be a text in the format `numeric`, as Elysia writes it, is a number.
  private mutating func readNumberOrText(_ id: Schema.ID) {
    guard self[id].anyOf.count == 2 else { return }
    let texts = self[id].anyOf.filter {
      self[$0].types == [.string] && self[$0].format == "numeric"
    }
    let numbers = self[id].anyOf.filter {
      self[$0].types == [.number] || self[$0].types == [.integer]
    }
    guard texts.count == 1, numbers.count == 1 else { return }
    self[id].anyOf = numbers
    self[id].isNumberFromText = true
  }
}
