extension Node {
  /// The node as JSON, on one line. Whatever has no place in JSON is a string there.
  package var json: String {
    switch value {
    case .mapping(let mapping):
      let members = mapping.entries.map { $0.key.json + ": " + $0.value.json }
      return "{" + members.joined(separator: ", ") + "}"
    case .sequence(let items): return "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .scalar(let scalar):
      if scalar.isNull { return "null" }
      if let bool = scalar.bool { return bool ? "true" : "false" }
      if scalar.isJSONNumber { return scalar.text }
      if let int = scalar.int { return String(int) }
      if let double = scalar.double, double.isFinite { return "\(double)" }
      return scalar.text.json
    }
  }
}

extension Scalar {
  /// Whether it is a number in JSON's spelling too (RFC 8259 §6).
  fileprivate var isJSONNumber: Bool {
    if isQuoted || double == nil { return false }
    var digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let whole = digits.prefix { $0.isASCII && $0.isNumber }
    if whole.isEmpty || whole.count > 1 && whole.hasPrefix("0") { return false }
    digits = digits.dropFirst(whole.count)
    if digits.hasPrefix(".") {
      let fraction = digits.dropFirst().prefix { $0.isASCII && $0.isNumber }
      if fraction.isEmpty { return false }
      digits = digits.dropFirst(1 + fraction.count)
    }
    // An exponent that is none would be no number of YAML's either.
    return digits.isEmpty || digits.hasPrefix("e") || digits.hasPrefix("E")
  }
}

extension String {
  /// The text as a string of JSON (RFC 8259 §7).
  fileprivate var json: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
