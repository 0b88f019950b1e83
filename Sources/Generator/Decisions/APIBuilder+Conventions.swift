import OpenAPI

/// What generators of descriptions write in a way of their own, as what is meant by it, before
/// anything is decided.
extension APIBuilder {
  mutating func readConventions() {
    raiseDiscriminators()
    for id in document.schemaIDs { readNumberOrText(id) }
  }

  /// Moves discriminators from a part of an object's `allOf`, where Microsoft.OpenApi.OData writes
  /// them, to the object.
  private mutating func raiseDiscriminators() {
    let shared = Set(document.components.map(\.schema) + document.sharedSchemas.map(\.schema))
    for component in document.components {
      let id = component.schema
      for part in document[id].allOf where !shared.contains(part) {
        guard let discriminator = document[part].discriminator, alternatives(of: part).isEmpty,
          document[id].discriminator == nil, alternatives(of: id).isEmpty
        else { continue }
        document.schemas[id.index].discriminator = discriminator
        document.schemas[part.index].discriminator = nil
      }
    }
  }

  /// A number that may also be a text in the format `numeric`, as Elysia writes it, is a number.
  private mutating func readNumberOrText(_ id: Schema.ID) {
    guard document[id].anyOf.count == 2 else { return }
    let texts = document[id].anyOf.filter {
      document[$0].types == [.string] && document[$0].format == "numeric"
    }
    let numbers = document[id].anyOf.filter {
      document[$0].types == [.number] || document[$0].types == [.integer]
    }
    guard texts.count == 1, numbers.count == 1 else { return }
    document.schemas[id.index].anyOf = numbers
    document.schemas[id.index].isNumberFromText = true
  }
}
