import Syntax

/// The Discriminator Object (OAS 3.1 §4.8.25): the property whose value says which schema applies.
package struct Discriminator: Sendable {
  /// A value of the property, and its schema.
  package struct Variant: Sendable {
    package var value: String
    package var schema: Schema.ID
  }

  package var propertyName: String
  /// In the order of the description. A schema that no variant names goes by its component's name.
  package var mapping: [Variant]
  /// What applies where the property is absent or has another value (OAS 3.2 §4.25).
  package var defaultMapping: Schema.ID?
  package var place: Place
}
