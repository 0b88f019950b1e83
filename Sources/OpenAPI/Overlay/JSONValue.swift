import Syntax

/// What a node means in JSON, for comparing values and not spellings: `1` equals `1.0`, and a
/// quoted `"1"` equals neither. A plain scalar has the type that YAML 1.2 gives it (§10.3.2).
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([Node])
  case object(Mapping)

  init(_ node: Node) {
    switch node.value {
    case .mapping(let mapping): self = .object(mapping)
    case .sequence(let items): self = .array(items)
    case .scalar(let scalar):
      if scalar.isNull {
        self = .null
      } else if let bool = scalar.bool {
        self = .bool(bool)
      } else if let number = scalar.double {
        self = .number(number)
      } else {
        self = .string(scalar.text)
      }
    }
  }
}

extension JSONValue: Equatable {
  static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.array(let left), .array(let right)):
      left.elementsEqual(right) { JSONValue($0) == JSONValue($1) }
    case (.object(let left), .object(let right)):
      left.entries.count == right.entries.count
        && left.entries.allSatisfy { entry in
          right[entry.key].map { JSONValue(entry.value) == JSONValue($0) } ?? false
        }
    default: false
    }
  }
}
