import Syntax

extension Node {
  /// What leads to the value or key at a place of its file, as an overlay has it for a target
  /// (RFC 9535 §2.7): `$.paths['/pets'].get`.
  package func path(to place: Place) -> String {
    var path = "$"
    var node = self
    while let (step, child) = node.child(at: place) {
      path += node.mapping == nil ? "[\(step)]" : JSONPath.segment(named: step)
      node = child
    }
    return path
  }
}

extension JSONPath {
  /// `.name`, or `['name']` where it is none that may follow a dot (RFC 9535 §2.5.1.1).
  fileprivate static func segment(named name: String) -> String {
    let scalars = name.unicodeScalars
    let isPlain = scalars.allSatisfy { $0.isNameStart || $0.isDigit || $0 == "-" }
    if let first = scalars.first, first.isNameStart, isPlain { return "." + name }
    let escaped = scalars.map { scalar in
      switch scalar {
      case "'", "\\": "\\\(scalar)"
      case ..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "['\(escaped.joined())']"
  }
}
