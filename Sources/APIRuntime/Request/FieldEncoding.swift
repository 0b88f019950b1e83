/// How one field of a form is written (OAS 3.2 §4.15). Without any, plain values are text, arrays
/// of them repeat the field, and everything else is JSON.
public struct FieldEncoding: Sendable {
  let style: ParameterStyle?
  let explode: Bool
  let allowReserved: Bool
  let contentType: String?
  let headers: HTTPHeaders

  /// - Parameters:
  ///   - style: as in a query; nil for what `contentType` says.
  ///   - explode: whether each element or member is a field of its own; for a style only.
  ///   - allowReserved: keeps reserved characters as they are in application/x-www-form-urlencoded.
  ///   - contentType: the media type of the value; a JSON type also makes JSON of plain values. A
  ///     file that has a type of its own keeps it.
  ///   - headers: more headers of the part, in multipart forms.
  public init(
    style: ParameterStyle? = nil, explode: Bool = true, allowReserved: Bool = false,
    contentType: String? = nil, headers: HTTPHeaders = [:]
  ) {
    self.style = style
    self.explode = explode
    self.allowReserved = allowReserved
    self.contentType = contentType
    self.headers = headers
  }

  /// The texts of a field, under their names, and whether they are JSON; a null has none.
  func pairs(
    _ name: String, _ value: JSONValue, _ escaping: Escaping
  ) -> (pairs: [(name: String, value: String)], isJSON: Bool) {
    if let style { return (style.pairs(name, value, explode: explode, escaping), false) }
    let isJSON =
      contentType.map(isJSONType)
      ?? (value.array?.contains { $0.isCompound } ?? (value.object != nil))
    let value: JSONValue = isJSON && !value.isNull ? .string(value.jsonText) : value
    return (ParameterStyle.form.pairs(name, value, explode: true, escaping), isJSON)
  }
}

extension JSONValue {
  fileprivate var isCompound: Bool { array != nil || object != nil }
}

/// Whether a media type is JSON: `application/json`, `application/problem+json; charset=utf-8`.
private func isJSONType(_ type: String) -> Bool {
  let name = type.prefix { $0 != ";" }.lowercased()
  return name == "application/json" || name.hasSuffix("+json")
}
