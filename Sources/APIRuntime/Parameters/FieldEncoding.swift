/// How one field of a form is written (OAS 3.2 §4.15). By default plain values are text, arrays of
/// plain values repeat the field, and everything else is JSON.
public struct FieldEncoding: Sendable {
  let style: ParameterStyle?
  let explode: Bool
  let allowReserved: Bool
  let contentTypes: MediaTypes

  /// - Parameters:
  ///   - style: as in a query; nil for what `contentType` says.
  ///   - explode: whether each element or member is a field of its own. It applies to a style, and
  ///     to parts without names.
  ///   - allowReserved: keeps reserved characters as they are in application/x-www-form-urlencoded.
  ///   - contentType: the media type of the value; a JSON type also makes JSON of plain values. A
  ///     file keeps a type of its own, which must be among them if there are several:
  ///     `image/*, text/csv`.
  public init(
    style: ParameterStyle? = nil, explode: Bool = true, allowReserved: Bool = false,
    contentType: String? = nil
  ) {
    self.style = style
    self.explode = explode
    self.allowReserved = allowReserved
    contentTypes = MediaTypes(contentType)
  }

  /// The texts of a field, under their names, and their media type; a null has none.
  func pairs(
    _ name: String, _ value: JSONValue, _ escaping: Escaping, _ violations: inout [Violation]
  ) -> (pairs: [(name: String, value: String)], contentType: String?) {
    if let style {
      violations += style.violations(value, explode: explode, in: "/\(name)")
      return (style.pairs(name, value, explode: explode, escaping), nil)
    }
    let isCompound = value.array?.contains { $0.isCompound } ?? (value.object != nil)
    let contentType = contentTypes.type(asJSON: isCompound)
    let isJSON = isCompound || contentType.map(isJSONType) ?? false
    let value: JSONValue = isJSON && !value.isNull ? .string(value.description) : value
    let pairs = ParameterStyle.form.pairs(name, value, explode: true, escaping)
    return (pairs, contentType ?? (isJSON ? "application/json" : nil))
  }
}

extension JSONValue {
  /// Whether this is an array or an object.
  var isCompound: Bool { array != nil || object != nil }
}
