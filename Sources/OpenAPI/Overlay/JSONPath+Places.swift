import Syntax

extension JSONPlaces {
  /// What leads to places of a file in JSON, as an overlay has it for a target (RFC 9535 §2.7):
  /// `$.paths['/pets'].get`.
  package static func paths(
    to places: [Place], in bytes: some Sequence<UInt8>
  ) -> [Place: String] {
    steps(to: places, in: bytes).mapValues { steps in
      steps.reduce(into: "$") { path, step in
        switch step {
        case .key(let name): path += JSONPath.segment(named: name)
        case .index(let index): path += "[\(index)]"
        }
      }
    }
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
