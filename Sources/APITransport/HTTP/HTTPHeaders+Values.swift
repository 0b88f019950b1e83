import Foundation

extension HTTPHeaders {
  /// A header in the style `simple` (OAS 3.2 §4.20): a plain value, `a,b`, or an object,
  /// `R,100,G,200`, exploded `R=100,G=200`; a date may be in the format of HTTP. nil where there is
  /// no such header. In an array or object either everything that looks like a number or a boolean
  /// is read as one, or nothing is.
  ///
  /// - Throws: `JSONDecodingError`, if the header is not such a value.
  package func value<Value: JSONDecodable>(
    _ name: String, as type: Value.Type, explode: Bool = false
  ) throws -> Value? {
    guard let text = self[name] else { return nil }
    // Cookies have commas in their dates, and a field each (RFC 9110 §5.3).
    let items =
      name.lowercased() == "set-cookie"
      ? values(named: name)
      : text.components(separatedBy: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    for scalar in [JSONValue.init(plain:), JSONValue.string] {
      for candidate in text.readings(items: items, explode: explode, scalar) {
        if let value = try? Value(json: candidate) { return value }
      }
    }
    do {
      return try Value(json: JSONValue(plain: text))
    } catch {
      throw JSONDecodingError(error).under(name)
    }
  }

  /// A header that holds JSON text (OAS 3.2 §4.20, `content`); nil where there is no such header.
  ///
  /// - Throws: `JSONDecodingError`.
  package func value<Value: JSONDecodable>(_ name: String, json type: Value.Type) throws -> Value? {
    try self[name].map { try Value(json: JSONValue(parsing: Array($0.utf8))) }
  }
}

extension String {
  /// What a header may stand for: a plain value, an array, an object.
  fileprivate func readings(
    items: [String], explode: Bool, _ scalar: (String) -> JSONValue
  ) -> [JSONValue] {
    let pairs: [(String, String)]? =
      if explode {
        items.map { item in
          let key = item.prefix { $0 != "=" }
          return (String(key), String(item.dropFirst(key.count + 1)))
        }
      } else if items.count.isMultiple(of: 2) {
        stride(from: 0, to: items.count, by: 2).map { (items[$0], items[$0 + 1]) }
      } else {
        nil
      }
    let object = pairs.map { JSONValue.object(JSONObject($0.map { ($0, scalar($1)) })) }
    return [scalar(self), .array(isEmpty ? [] : items.map(scalar))] + [object].compactMap(\.self)
  }
}

extension JSONValue {
  /// Text as the plain value that it looks like.
  package init(plain text: String) {
    self =
      switch text {
      case "true": true
      case "false": false
      default: JSONNumber(text: text).map(JSONValue.number) ?? .string(text)
      }
  }
}
