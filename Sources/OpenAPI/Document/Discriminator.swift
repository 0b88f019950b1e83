import Syntax

/// The Discriminator Object (OAS 3.1 §4.8.25): the property whose value says which schema applies.
///
/// An object, as few schemas have one and all have room for it.
package final class Discriminator: Sendable {
  /// A value of the property, and its schema.
  package struct Variant: Sendable {
    package var value: String
    package var schema: Schema.ID
    package var place: Place

    package init(value: String, schema: Schema.ID, place: Place) {
      self.value = value
      self.schema = schema
      self.place = place
    }
  }

  package let propertyName: String
  /// In the order of the description. A schema that no variant names goes by its component's name.
  package let mapping: [Variant]
  /// What applies where the property is absent or has another value (OAS 3.2 §4.25).
  package let defaultMapping: Schema.ID?
  package let place: Place

  package init(
    propertyName: String, mapping: [Variant], defaultMapping: Schema.ID?, place: Place
  ) {
    self.propertyName = propertyName
    self.mapping = mapping
    self.defaultMapping = defaultMapping
    self.place = place
  }
}
