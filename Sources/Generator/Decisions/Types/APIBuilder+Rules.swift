import OpenAPI

/// What is checked before anything is sent.
extension APIBuilder {
  /// The rules of a schema that are checked wherever a value of it is used: all but those that its
  /// type checks, which an object or a choice does.
  mutating func rules(for id: Schema.ID) -> [Rule] {
    rules(for: id, inside: []).unique
  }

  /// What all of several schemas ask for that come out as one type.
  mutating func commonRules(of branches: [Schema.ID]) -> [Rule] {
    var common = rules(for: branches[0], inside: [], asBranch: true).unique
    for other in branches.dropFirst() where !common.isEmpty {
      let rules = rules(for: other, inside: [], asBranch: true)
      common.removeAll { !rules.contains($0) }
    }
    return common
  }

  /// - Parameters:
  ///   - lists: The lists that the schema is an element of; one may be a list of itself.
  ///   - isBranch: Whether it is of a branch of a choice. Choices in it are then not looked into:
  ///     those of choices of choices are as many as the product of their lengths.
  private mutating func rules(
    for id: Schema.ID, inside lists: [Schema.ID], asBranch isBranch: Bool = false
  ) -> [Rule] {
    let target = schemas.target(of: id)
    let shape = schemas.shape(of: target).shape
    let layers = schemas.layers(of: id)
    var checked: Layers?
    switch shape {
    case .object where id == target, .union where id == target: return []
    case .object, .union: checked = schemas.layers(of: target)
    default: break
    }
    var rules: [Rule] = []
    for layer in layers.reversed() where hasOwnRules(layer) && checked?.contains(layer) != true {
      rules += ownRules(of: layer)
    }
    for layer in layers where !isBranch && isOneType(layer) {
      rules += commonRules(of: schemas.alternatives(of: layer))
    }
    if case .primitive(.int) = shape, let format = integerFormat(of: layers) {
      rules += range(of: format, beside: rules)
    }
    if !rules.isEmpty, let type = shape.plainType { rules.removeAll { !$0.concerns(type) } }
    switch shape {
    case .array(let element?) where !lists.contains(target),
      .dictionary(let element?) where !lists.contains(target):
      var lists = lists
      lists.append(target)
      let inner = self.rules(for: element, inside: lists, asBranch: isBranch)
      for rule in inner { rules.append(.items(rule)) }
    default: break
    }
    return rules
  }

  /// The rules of an object or a choice, which its type checks.
  mutating func rules(inside id: Schema.ID) -> [Rule] {
    var rules: [Rule] = []
    for layer in schemas.layers(of: id) where hasOwnRules(layer) { rules += ownRules(of: layer) }
    return rules.unique
  }

  /// The keys that an object must have where it has another (`dependentRequired`).
  mutating func dependencies(of id: Schema.ID) -> [(key: String, other: String)] {
    var dependencies: [(key: String, other: String)] = []
    for layer in schemas.layers(of: id) {
      for dependency in schemas[layer].dependentRequired {
        dependencies += dependency.required.map { (key: $0, other: dependency.name) }
      }
    }
    return dependencies
  }

  /// Whether a schema is a choice of which all branches come out as one type.
  private mutating func isOneType(_ id: Schema.ID) -> Bool {
    if schemas.alternatives(of: id).count < 2 { return false }
    return switch schemas.shape(of: id).shape {
    case .union, .object: false
    case .same, .array, .dictionary, .primitive, .enumeration: true
    }
  }

  private func hasOwnRules(_ id: Schema.ID) -> Bool {
    !schemas[id].constraints.isEmpty || schemas[id].propertyNames != nil
      || !schemas[id].prefixItems.isEmpty
  }

  private mutating func ownRules(of id: Schema.ID) -> [Rule] {
    var rules = schemas[id].constraints.map { Rule.constraint($0) }
    let first = schemas[id].prefixItems
    // None after the first ones; `unevaluatedItems` lets those be of which another part says more.
    if !first.isEmpty, let items = schemas[id].items, schemas[items].isNothing,
      schemas.parts(of: id).count == 1
    {
      rules.append(.constraint(.maxItems(first.count)))
    }
    if let names = schemas[id].propertyNames {
      for layer in schemas.layers(of: names) {
        rules += schemas[layer].constraints.map { .names(.constraint($0)) }
      }
    }
    return rules
  }

  private func integerFormat(of layers: Layers) -> IntegerFormat? {
    for layer in layers.reversed() {
      if let format = schemas[layer].format.flatMap(IntegerFormat.init) { return format }
    }
    return nil
  }

  /// The range of a format, which on each side gives way to a bound, as that says more:
  /// `maximum: 4294967295` beside `format: int32`.
  private func range(of format: IntegerFormat, beside rules: [Rule]) -> [Rule] {
    var bounds: [(isLower: Bool, value: Double)] = []
    for case .constraint(let constraint) in rules {
      guard let bound = constraint.bound, bound.subject == "number" else { continue }
      bounds.append((bound.isLower, bound.value))
    }
    if Set(bounds.map(\.isLower)).count == 2 { return [] }
    let (least, most) = (format.range.lowerBound, format.range.upperBound)
    guard let other = bounds.first(where: { !(Double(least)...Double(most)).contains($0.value) })
    else { return [.range(format)] }
    // Nothing of the format is within some.
    if other.isLower == (other.value > Double(most)) { return [] }
    return [.constraint(other.isLower ? .maximum("\(most)") : .minimum("\(least)"))]
  }
}

extension Rule {
  /// Whether an object may break the rule.
  var isAboutObjects: Bool {
    switch self {
    case .constraint(.minProperties), .constraint(.maxProperties), .names: true
    default: false
    }
  }

  /// Whether values of a type may break the rule.
  func concerns(_ type: SwiftType) -> Bool {
    guard case .constraint(let constraint) = self else { return true }
    switch constraint {
    case .minLength, .maxLength, .pattern:
      return ![.int, .uint64, .double, .decimal, .bool].contains(type) && !type.isCollection
    case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf:
      return [.int, .uint64, .double, .decimal, .json].contains(type) || type.isNamed
    case .minItems, .maxItems, .uniqueItems:
      if case .array = type { return true }
      return type == .json
    case .minProperties, .maxProperties:
      if case .dictionary = type { return true }
      return type == .json || type.isNamed
    }
  }
}

extension Shape {
  /// What its values are in Swift, as far as rules are about that; nil where the type checks them.
  fileprivate var plainType: SwiftType? {
    switch self {
    case .primitive(let type): type
    case .enumeration(let values): values.type
    case .array: .array(.json)
    case .dictionary: .dictionary(.json)
    case .object, .union, .same: nil
    }
  }
}

extension SwiftType {
  fileprivate var isNamed: Bool { if case .named = self { true } else { false } }

  fileprivate var isCollection: Bool {
    switch self {
    case .array, .dictionary: true
    default: false
    }
  }
}
