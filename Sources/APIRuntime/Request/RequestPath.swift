/// The path of a request. What is written in the literal goes out as it is; an interpolated value is percent-encoded as a
/// part of one segment (RFC 3986 §3.3), a slash in it too.
public struct RequestPath: Sendable, ExpressibleByStringInterpolation {
  /// The path, ready to go out.
  let text: String

  /// Values that would make the request go elsewhere.
  let violations: [Violation]

  public init(stringLiteral value: String) { self.init(stringInterpolation: .init(value)) }

  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    var violations = stringInterpolation.violations
    // RFC 3986 §5.2.4: such a segment is taken away on the way, with the one before it.
    if text.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) {
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

    /// What no URL may hold is percent-encoded all the same.
    public mutating func appendLiteral(_ literal: String) {
      text += literal.percentEncoded(keeping: "/%!$&'()*+,;=:@?")
    }

    /// A value that is empty, or has no text, is a violation: the request would go elsewhere.
    public mutating func appendInterpolation(_ value: some ParameterValue) {
      let value = value.parameterText ?? ""
      if value.isEmpty {
        violations.append(
          Violation(place: "path", message: "has an empty value after \(text), one is required"))
      }
      text += value.percentEncoded()
    }
  }
}
