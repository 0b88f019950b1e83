import Foundation

extension HTTPHeaders {
  /// A header in the style `simple` (OAS 3.2 §4.20): a plain value, `a,b`, or an object,
  /// `R,100,G,200`, exploded `R=100,G=200`; a date may be in the format of HTTP. nil where there is
  /// no such header, or it is no such value. In an array either everything that looks like a number
  /// or a boolean is read as one, or nothing is; in an object, what its type does not want as text.
  package func value<Value: JSONDecodable>(
    _ name: String, as type: Value.Type, explode: Bool = false
  ) -> Value? {
    guard let text = self[name] else { return nil }
    // Cookies have commas in their dates, and a field each (RFC 9110 §5.3).
    let items =
      name.lowercased() == "set-cookie"
      ? values(named: name)
      : text.components(separatedBy: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let pairs = items.pairs(explode: explode)
    for scalar in [JSONValue.init(plain:), JSONValue.string] {
      let object = pairs.map { JSONValue.object(JSONObject($0.map { ($0, scalar($1)) })) }
      let array = JSONValue.array(text.isEmpty ? [] : items.map(scalar))
      for candidate in [scalar(text), array] + [object].compactMap(\.self) {
        if let value = try? Value(json: candidate) { return value }
      }
    }
    return pairs?.mixed()
  }

  /// A header that holds JSON text (OAS 3.2 §4.20, `content`); nil where there is no such header,
  /// or its text is another.
  package func value<Value: JSONDecodable>(_ name: String, json type: Value.Type) -> Value? {
    self[name].flatMap { try? Value(json: JSONValue(parsing: Array($0.utf8))) }
  }
}

extension [String] {
  /// The members of an object; nil where the items are none.
  fileprivate func pairs(explode: Bool) -> [(key: String, text: String)]? {
    if explode {
      return map { item in
        let key = item.prefix { $0 != "=" }
        return (String(key), String(item.dropFirst(key.count + 1)))
      }
    }
    guard count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: count, by: 2).map { (self[$0], self[$0 + 1]) }
  }
}

extension [(key: String, text: String)] {
  /// An object with numbers, and with text that looks like one; nil where it is none. The type says
  /// which is which: a member that it does not take for what it looks like is text.
  fileprivate func mixed<Value: JSONDecodable>() -> Value? {
    var texts: Set<String> = []
    while true {
      let members = map { ($0, texts.contains($0) ? .string($1) : JSONValue(plain: $1)) }
      do {
        return try Value(json: .object(JSONObject(members)))
      } catch {
        guard let key = JSONDecodingError(error).path.first, texts.insert(key).inserted else {
          return nil
        }
      }
    }
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
