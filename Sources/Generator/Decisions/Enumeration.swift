import OpenAPI
import Syntax

/// The values that a schema lists (`enum`, `const`), less null, each once.
struct Enumeration {
  /// What all the values are: `string`, `int`, `double`, or `json` where they are of several types.
  var type: SwiftType
  var values: [Value]

  struct Value {
    var scalar: Scalar
    /// What the description calls the value, where that is not its text, and what it says of it.
    var name: String?
    var description: String?
  }

  init(type: SwiftType, values: [Value]) {
    self.type = type
    self.values = values
  }

  /// Nil where the schema lists nothing, or nothing but null, booleans, lists or objects.
  init?(_ schema: Schema) {
    guard let nodes = schema.enumValues ?? schema.constValue.map({ [$0] }) else { return nil }
    let values = nodes.enumerated().compactMap { index, node in
      node.isNull
        ? nil
        : node.scalar.map {
          Value(
            scalar: $0, name: schema.enumNames.at(index),
            description: schema.enumDescriptions.at(index))
        }
    }
    let scalars = values.map(\.scalar)
    let types = schema.types.filter { $0 != .null }
    guard !scalars.isEmpty, types != [.boolean],
      !types.contains(where: { $0 == .array || $0 == .object })
    else { return nil }
    if types == [.string] {
      self.init(type: .string, unique: values.map(\.quoted))
    } else if types == [.integer] {
      // Integers that are written as strings are still integers.
      self.init(type: .int, unique: values.filter { Int($0.scalar.text) != nil })
    } else if scalars.allSatisfy(\.isQuoted) || scalars.allSatisfy({ $0.kind == .string }) {
      self.init(type: .string, unique: values.map(\.quoted))
    } else if scalars.allSatisfy({ $0.kind == .integer }) {
      self.init(type: .int, unique: values)
    } else if scalars.allSatisfy({ $0.kind != .string && $0.kind != .boolean }) {
      self.init(type: .double, unique: values)
    } else if scalars.allSatisfy({ $0.kind == .boolean }) {
      return nil
    } else {
      self.init(type: .json, unique: values)
    }
  }

  init(strings: [String]) {
    self.init(
      type: .string, unique: strings.map { Value(scalar: Scalar($0, isQuoted: true)) })
  }

  init(joining enumerations: [Enumeration], of type: SwiftType) {
    var seen: Set<Scalar> = []
    self.init(
      type: type,
      values: enumerations.flatMap(\.values).filter { seen.insert($0.scalar).inserted })
  }

  private init(type: SwiftType, unique values: [Value]) {
    self.init(joining: [Enumeration(type: type, values: values)], of: type)
  }
}

extension Enumeration.Value {
  /// The value as a string, which it was meant for.
  fileprivate var quoted: Self {
    var value = self
    value.scalar = Scalar(scalar.text, isQuoted: true)
    return value
  }
}

extension [String?] {
  fileprivate func at(_ index: Int) -> String? { indices.contains(index) ? self[index] : nil }
}

extension Scalar {
  enum Kind {
    case string, integer, number, boolean
  }

  /// What an unquoted scalar is in the YAML 1.2 core schema.
  var kind: Kind {
    if isQuoted { return .string }
    if Int(text) != nil { return .integer }
    if text.first != "n", text.first != "i", let number = Double(text), number.isFinite {
      return .number
    }
    return ["true", "True", "TRUE", "false", "False", "FALSE"].contains(text) ? .boolean : .string
  }

  /// The value as a literal of Swift.
  var literal: String {
    switch kind {
    case .string: text.literal
    case .integer: "\(Int(text) ?? 0)".digitsGrouped
    case .number: "\(Double(text) ?? 0)"
    case .boolean: text.lowercased()
    }
  }
}
