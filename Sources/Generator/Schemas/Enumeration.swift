import OpenAPI
import Syntax

/// The values that a schema lists (`enum`, `const`), less null, each once.
struct Enumeration {
  /// What all the values are: `string`, `int`, `double`, or `json` where they are of several types.
  var type: SwiftType
  var values: [Value]
  /// Whether the description itself says that there are others.
  var isOpen = false

  struct Value {
    var scalar: Scalar
    /// Where the description lists it; nil for the values of a variable.
    var place: Place?
    /// What the description calls the value, where that is not its text, and what it says of it.
    var name: String?
    var description: String?
  }
}

extension Enumeration {
  /// Nil where the schema lists nothing, or nothing but null, booleans, lists or objects.
  init?(_ schema: Schema) {
    guard let nodes = schema.enumValues ?? schema.constValue.map({ [$0] }) else { return nil }
    let values = nodes.enumerated().compactMap { index, node in
      node.isNull
        ? nil
        : node.scalar.map {
          Value(
            scalar: $0, place: node.place, name: schema.enumNames.at(index),
            description: schema.enumDescriptions.at(index))
        }
    }
    let scalars = values.lazy.map(\.scalar)
    let types = schema.types.filter { $0 != .null }
    guard !scalars.isEmpty, types != [.boolean],
      !types.contains(where: { $0 == .array || $0 == .object })
    else { return nil }
    if types == [.string] {
      self.init(type: .string, unique: values.map(\.quoted))
    } else if types == [.integer] {
      self.init(type: .int, unique: values.compactMap(\.integer))
    } else if types == [.number], SwiftType(.number, format: schema.format) != .int,
      scalars.contains(where: { $0.meantDouble != nil })
    {
      self.init(type: .double, unique: values.compactMap(\.number))
    } else if scalars.allSatisfy({ $0.kind == .string }) {
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
    self.init(type: type, unique: enumerations.flatMap(\.values))
    isOpen = enumerations.contains { $0.isOpen || $0.values.isEmpty }
  }

  /// Whether the empty string is the only value.
  var isBlank: Bool { values.count == 1 && values[0].scalar == Scalar("", isQuoted: true) }

  private init(type: SwiftType, unique values: [Value]) {
    var seen = FewOrMany<Scalar>()
    seen.expect(values.count)
    self.init(type: type, values: values.filter { seen.insert($0.scalar.respelled(as: type)) })
  }
}

extension Enumeration.Value {
  /// The value as a string, which it was meant for.
  fileprivate var quoted: Self {
    var value = self
    value.scalar = Scalar(scalar.text, isQuoted: true)
    return value
  }

  /// The value as an integer, which it was meant for, also where it is written as a string or as
  /// `1.0`; nil where it is none.
  fileprivate var integer: Self? {
    guard let int = scalar.meantInt else { return nil }
    var value = self
    value.scalar = Scalar("\(int)", isQuoted: false)
    return value
  }

  /// The value as a number, which it was meant for; nil where it is none.
  fileprivate var number: Self? {
    guard scalar.meantDouble != nil else { return nil }
    var value = self
    value.scalar = scalar.unquoted
    return value
  }
}

extension [String?] {
  fileprivate func at(_ index: Int) -> String? { indices.contains(index) ? self[index] : nil }
}

extension Scalar {
  /// The same text for each number that is the same: `1` and `1.0`.
  fileprivate func respelled(as type: SwiftType) -> Scalar {
    if type == .string || isQuoted { return self }
    let whole = int ?? double.flatMap { Int(exactly: $0) }
    return Scalar(whole.map(String.init) ?? literal, isQuoted: false)
  }

  enum Kind {
    case string, integer, number, boolean
  }

  /// What an unquoted scalar is in the YAML 1.2 core schema.
  var kind: Kind {
    if isQuoted { return .string }
    if int != nil { return .integer }
    if let double, double.isFinite { return .number }
    return bool == nil ? .string : .boolean
  }

  /// The value as a literal of a type, however it is written; nil where it is none of it.
  func literal(as type: SwiftType) -> String? {
    switch type {
    case .string: text.literal
    case .int: meantInt.map { "\($0)".digitsGrouped }
    case .double: meantDouble.map { "\($0)" }
    case .bool: Bool(text.lowercased()).map { "\($0)" }
    default: nil
    }
  }

  /// The value as a literal of Swift.
  var literal: String {
    switch kind {
    case .string: text.literal
    case .integer: "\(int ?? 0)".digitsGrouped
    case .number: "\(double ?? 0)"
    case .boolean: text.lowercased()
    }
  }
}
