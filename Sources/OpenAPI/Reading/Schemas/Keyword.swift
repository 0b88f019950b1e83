/// The keywords of a schema that are read (JSON Schema 2020-12; OAS 3.0 §4.7.24.1).
///
/// A schema is read entry by entry, each looked up here: asking every schema for every keyword
/// takes longer than reading the file.
enum Keyword: String, CaseIterable {
  case ref = "$ref"
  case dynamicRef = "$dynamicRef"
  case recursiveRef = "$recursiveRef"
  case title, description, `default`, deprecated, readOnly, writeOnly
  case type, nullable, format, `enum`, const
  case xNullable = "x-nullable"
  case xExtensibleEnum = "x-extensible-enum"
  case xApigen = "x-apigen"
  case contentMediaType, contentEncoding, contentSchema
  case properties, patternProperties, required, additionalProperties, unevaluatedProperties
  case propertyNames, dependentRequired, dependencies
  case prefixItems, items, unevaluatedItems, additionalItems
  case allOf, anyOf, oneOf, not, discriminator
  case xMsDiscriminatorValue = "x-ms-discriminator-value"
  case xDiscriminatorValue = "x-discriminator-value"
  case then, `else`, dependentSchemas
  case minLength, maxLength, pattern, multipleOf, minItems, maxItems, uniqueItems
  case minProperties, maxProperties
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum

  private static let table = NameTable(allCases.map { ($0.rawValue, $0) })

  static func named(_ name: String) -> Keyword? { table[name] }

  /// Whether null is a value that it has, and not its absence.
  var takesNull: Bool { self == .default || self == .const || self == .type }
}
