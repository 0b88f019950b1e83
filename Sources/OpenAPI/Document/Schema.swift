import Syntax

/// The Schema Object (OAS 3.1 §4.8.24): the keywords that shape what is sent and what is read.
package struct Schema: Sendable {
  /// Names a schema of a `Document`.
  package struct ID: Hashable, Sendable {
    package let index: Int
  }

  package enum DataType: String, CaseIterable, Sendable {
    case array, boolean, integer, null, number, object, string
  }

  /// What `additionalProperties` says of the properties that are not listed.
  package enum AdditionalProperties: Sendable {
    case unsaid
    case forbidden
    case allowed
    case schema(ID)
  }

  package struct Property: Sendable {
    package var name: String
    package var schema: ID
    package var place: Place
  }

  package var place: Place

  // Annotations
  package var title: String?
  package var description: String?
  package var defaultValue: Node?
  package var isDeprecated = false
  package var isReadOnly = false
  package var isWriteOnly = false

  // Any type
  /// The types that `type` names, in its order; empty where it says nothing.
  package var types: [DataType] = []
  package var format: String?
  package var enumValues: [Node]?
  package var constValue: Node?

  // Objects
  package var properties: [Property] = []
  package var required: [String] = []
  package var additionalProperties = AdditionalProperties.unsaid

  // Arrays
  package var items: ID?

  // Composition
  /// The schema that `$ref` names. In OpenAPI 3.1 the other keywords apply beside it.
  package var reference: ID?
  package var allOf: [ID] = []
  package var anyOf: [ID] = []
  package var oneOf: [ID] = []

  // Validation
  package var constraints: [Constraint] = []

  package init(place: Place) {
    self.place = place
  }
}
