import OpenAPI
import Syntax

extension JSONShape {
  /// Whether it is one of listed values, or null.
  var isListed: Bool {
    switch self {
    case .strings, .integers, .booleans: true
    case .anyOf(let shapes):
      shapes.contains(where: \.isListed) && shapes.allSatisfy { $0.isListed || $0 == .null }
    default: false
    }
  }

  /// The same with any value of their type for those that are listed, and each alternative once.
  var withoutValues: JSONShape {
    switch self {
    case .strings: return .string
    case .integers: return .integer
    case .booleans: return .boolean
    case .anyOf(let shapes):
      let unique = shapes.map(\.withoutValues).unique
      if unique.contains(.any) { return .any }
      return unique.count == 1 ? unique[0] : .anyOf(unique)
    default: return self
    }
  }

  /// The same with any integer for those that are listed: an enumeration has others too.
  var withAnyIntegers: JSONShape {
    switch self {
    case .integers: .integer
    case .anyOf(let shapes): .anyOf(shapes.map(\.withAnyIntegers))
    default: self
    }
  }

  /// The same, in whatever order an object lists its properties.
  var inOrder: JSONShape {
    guard case .object(let required, let known, let members) = self else { return self }
    return .object(
      required: required.sorted(), known: known.sorted(),
      members: members.sorted { $0.key < $1.key })
  }

  /// Whether values of a type in JSON are among its own.
  private func has(_ type: Schema.DataType) -> Bool {
    switch self {
    case .any: true
    case .anyOf(let shapes): shapes.contains { $0.has(type) }
    default: self.type == type
    }
  }

  /// Whether it is a single value.
  private var isConstant: Bool {
    switch self {
    case .strings(let values): values.count == 1
    case .integers(let values): values.count == 1
    case .booleans: true
    default: false
    }
  }

  init(_ enumeration: Enumeration) {
    if enumeration.isOpen {
      self = JSONShape(enumeration.type)
      return
    }
    switch enumeration.type {
    case .string: self = .strings(enumeration.values.map(\.scalar.text))
    case .int, .double:
      let integers = enumeration.values.compactMap(\.scalar.meantInt)
      self = integers.count == enumeration.values.count ? .integers(integers) : .number
    default: self = JSONShape(enumeration.type)
    }
  }

  /// The shapes of the branches of a choice, less what tells none of them from another: a property
  /// that all that have it have in one shape, and which integers, where no other has numbers. The
  /// only object is told by being one, unless its constants say that it is another.
  static func telling(_ shapes: [JSONShape]) -> [JSONShape] {
    let isAlone = shapes.count { $0.has(.object) } == 1
    let differing = differingKeys(of: shapes)
    let areTold = shapes.count { $0.has(.number) } > 1
    let maps = shapes.count { if case .dictionary = $0 { true } else { false } }
    return shapes.map { shape in
      switch shape {
      case .object(let required, let known, let members):
        if isAlone {
          return .object(required: [], known: [], members: members.filter(\.shape.isConstant))
        }
        let telling = members.filter { $0.shape.isListed || differing.contains($0.key) }
        return .object(required: required, known: known, members: telling)
      case .dictionary(let value):
        // One is told from what is none.
        return maps > 1 && value != .any ? shape : .anyObject
      default: return areTold ? shape : shape.withAnyIntegers
      }
    }
  }

  static let anyObject = JSONShape.object(required: [], known: [], members: [])

  /// The properties that not all objects that have them have in one shape.
  static func differingKeys(of shapes: [JSONShape]) -> Set<String> {
    var first: [String: JSONShape] = [:]
    var differing: Set<String> = []
    for case .object(_, _, let members) in shapes {
      for member in members {
        let other = first[member.key]
        if other == nil { first[member.key] = member.shape }
        if let other, other != member.shape { differing.insert(member.key) }
      }
    }
    return differing
  }

  /// Adds to what is said of members of an object.
  mutating func add(_ others: [Member]) {
    guard case .object(let required, let known, let members) = self else { return }
    let keys = Set(others.map(\.key))
    let kept = members.filter { !keys.contains($0.key) }
    self = .object(required: required, known: known, members: kept + others)
  }

  init(_ type: SwiftType) {
    switch type {
    case .string, .file: self = .string
    case .data: self = .base64
    case .int, .uint64: self = .integer
    case .double, .decimal: self = .number
    case .bool: self = .boolean
    case .date: self = .date
    case .calendarDate: self = .calendarDate
    case .uuid: self = .uuid
    case .array: self = .array(nil)
    case .dictionary: self = .anyObject
    case .json, .formValue, .raw, .stream, .event, .optional, .named: self = .any
    }
  }
}
