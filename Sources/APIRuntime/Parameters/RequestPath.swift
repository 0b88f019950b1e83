/// The path of a request. The literal is sent as it is; an interpolated value is percent-encoded as
/// a part of one segment (RFC 3986 §3.3), including any slash: `"/users/\(id)/x"`,
/// `"/files\(id, .matrix, name: "id")"`.
public struct RequestPath: Sendable, ExpressibleByStringInterpolation {
  /// The path, ready to go out.
  let text: String

  /// Values that would make the request go elsewhere.
  let violations: [Violation]

  public init(stringLiteral value: String) { self.init(stringInterpolation: .init(value)) }

  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    var violations = stringInterpolation.violations
    if text.utf8.split(separator: UInt8(ascii: "/")).contains(where: isDots) {
      violations.append(
        Violation(place: "path", message: "has a segment that is . or .., which leads elsewhere"))
    }
    self.violations = violations
  }

  /// Collects the parts of a path.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var violations: [Violation] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    fileprivate init(_ literal: String) { appendLiteral(literal) }

    /// Characters that no URL may hold are percent-encoded.
    public mutating func appendLiteral(_ literal: String) {
      text += literal.percentEncoded(keeping: "/%!$&'()*+,;=:@?")
    }

    /// A value in the style `simple`, `label`, `matrix`, which alone writes its `name`, or `json`.
    /// An empty one is a violation: the request would go elsewhere.
    public mutating func appendInterpolation<Value: JSONEncodable>(
      _ value: Value, _ style: ParameterStyle = .simple, name: String = "", explode: Bool = false,
      allowReserved: Bool = false, keepsSlashes: Bool = false
    ) {
      let json = JSONValue(value, in: "path", &violations)
      violations += style.violations(json, explode: explode, in: "path")
      let escaping = Escaping.path(allowReserved: allowReserved, keepsSlashes: keepsSlashes)
      let value = style.text(name, json, explode: explode, escaping)
      if value.isEmpty {
        violations.append(
          Violation(place: "path", message: "has an empty value after \(text), one is required"))
      }
      text += value
    }
  }
}

/// Whether a segment is `.` or `..`, which is taken away on the way, with the one before it (RFC
/// 3986 §5.2.4); a dot may be percent-encoded.
private func isDots(_ segment: Substring.UTF8View) -> Bool {
  let isShort = segment.count <= "%2E%2E".utf8.count
  guard isShort, segment.first == UInt8(ascii: ".") || segment.first == UInt8(ascii: "%") else {
    return false
  }
  return [".", ".."].contains(Substring(segment).removingPercentEncoding)
}
