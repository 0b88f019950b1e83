import Syntax

/// The Schema Object (OAS 3.1 §4.8.24): the keywords that shape what is sent and what is read.
package struct Schema: Sendable {
  /// Names a schema of a `Document`.
  package struct ID: Hashable, Sendable {
    /// Half as wide as an index is: a description has many thousands of them.
    package let number: Int32

    package init(index: Int) { number = Int32(index) }

    var index: Int { Int(number) }
  }

  package enum DataType: String, CaseIterable, Sendable {
    case array, boolean, integer, null, number, object, string
  }

  /// What `additionalProperties`, or else `unevaluatedProperties`, says of the properties that are
  /// not listed.
  package enum AdditionalProperties: Sendable {
    case unsaid
    case forbidden
    case allowed
    case schema(ID)
  }

  /// A property, or what a pattern says of the properties whose names match it.
  package struct Property: Sendable {
    package var name: String
    /// What `x-apigen` beside its schema, or beside the reference to that, says that it is called.
    package var swiftName: String?
    package var schema: ID
    package var place: Place

    package init(name: String, swiftName: String? = nil, schema: ID, place: Place) {
      self.name = name
      self.swiftName = swiftName
      self.schema = schema
      self.place = place
    }
  }

  package var place: Place

  // Annotations
  /// What `x-apigen` says that its type is called in Swift.
  package var swiftName: String?
  package var title: String?
  package var description: String?
  package var defaultValue: Node?
  package var isDeprecated = false
  package var isReadOnly = false
  package var isWriteOnly = false
  /// Where it says that a number may be sent as a string, as `x-apigen` does.
  package var numberFromText: Place?

  // Any type
  /// The schema `false`, which nothing satisfies.
  package var isNothing = false
  /// The types that `type` names, in its order; empty where it says nothing.
  package var types: [DataType] = []
  /// Whether null is among the types, or `nullable: true` says so where there are none.
  package var isNullable = false
  package var format: String?
  package var enumValues: [Node]?
  package var constValue: Node?
  /// What the values of `enum` are called, and what is said of each, in its order; empty where
  /// nothing is (`x-enum-varnames`, `x-enum-descriptions` and the like).
  package var enumNames: [String?] = []
  package var enumDescriptions: [String?] = []

  // Strings
  package var contentMediaType: String?
  package var contentEncoding: String?
  /// The schema of the document that the string holds (JSON Schema Validation §8.5).
  package var contentSchema: ID?

  // Objects
  package var properties: [Property] = []
  package var patternProperties: [Property] = []
  package var required: [String] = []
  /// Where an overlay says that they are required, by name.
  package var correctedRequired: [String: Place] = [:]
  package var additionalProperties = AdditionalProperties.unsaid
  /// What the names of all properties satisfy.
  package var propertyNames: ID?
  /// The properties that have to be there where the property `name` is.
  package var dependentRequired: [(name: String, required: [String])] = []

  // Arrays
  package var prefixItems: [ID] = []
  package var items: ID?

  // Composition
  /// The schema that `$ref` names, where this one is a component, or where other keywords apply
  /// beside it (OpenAPI 3.1). It may itself be a reference, but never leads back to this one.
  package var reference: ID?
  package var allOf: [ID] = []
  package var anyOf: [ID] = []
  package var oneOf: [ID] = []
  package var not: ID?
  /// What holds for some values: `then`, `else` and `dependentSchemas` (JSON Schema Core §10.2.2).
  package var conditional: [ID] = []
  package var discriminator: Discriminator?
  /// The value of a discriminator that tells of it, where AutoRest has that
  /// (`x-ms-discriminator-value`, or `x-discriminator-value` of Swagger Codegen).
  package var discriminatorValue: String?

  // Validation
  package var constraints: [Constraint] = []

  package init(place: Place) {
    self.place = place
  }

  /// Whether every value satisfies the schema: `true`, `{}`, or nothing but annotations.
  package var isAnything: Bool {
    !isNothing && types.isEmpty && format == nil && enumValues == nil && constValue == nil
      && contentMediaType == nil && contentEncoding == nil && constraints.isEmpty
      && isAnyObject && prefixItems.isEmpty && items == nil && reference == nil
      && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty && not == nil && conditional.isEmpty
  }

  private var isAnyObject: Bool {
    guard properties.isEmpty, patternProperties.isEmpty, required.isEmpty, propertyNames == nil,
      dependentRequired.isEmpty
    else { return false }
    switch additionalProperties {
    case .unsaid, .allowed: return true
    case .forbidden, .schema: return false
    }
  }
}
