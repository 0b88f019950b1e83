import Syntax

/// A choice of types (`oneOf`, `anyOf`, several types at once), as an enum. What is none of them
/// keeps its JSON: a provider may add more.
struct UnionType: Sendable {
  struct Case: Sendable {
    var name: String
    var content: Content
    var documentation: [String] = []
    /// What a value of this case that is sent has to keep.
    var rules: [Rule]
    /// What tells a value of this case from the others, without reading it.
    var shape: JSONShape
    /// The types of the events whose data is a value of this case.
    var eventTypes: [String] = []
    /// Whether its discriminator is the API's to set (`readOnly`), and not sent.
    var isTaggedByAPI = false
  }

  /// What a value of a case is.
  enum Content: Hashable, Sendable {
    case value(SwiftType)
    /// This string, and nothing else: the case says it all.
    case constant(String)

    var type: SwiftType? { if case .value(let type) = self { type } else { nil } }
  }

  var cases: [Case]
  /// Whether the description itself says that it may be anything else.
  var isAnything: Bool

  /// The cases that literals are, by the kinds of literals: those of any string, boolean or number.
  /// A whole number is rather an integer.
  var literals: [(kind: String, name: String, type: SwiftType)] {
    let kinds: [(name: String, types: [SwiftType])] = [
      ("String", [.string]), ("Boolean", [.bool]), ("Integer", [.int, .uint64, .double]),
      ("Float", [.double]),
    ]
    return kinds.compactMap { kind in
      for type in kind.types {
        if let item = cases.first(where: { $0.content == .value(type) }) {
          return (kind.name, item.name, type)
        }
      }
      return nil
    }
  }

  /// The case that an array literal is, and the type of its elements: the only one of a list.
  var arrayLiteral: (item: Case, element: SwiftType)? {
    let lists = cases.compactMap { item -> (item: Case, element: SwiftType)? in
      if case .value(.array(let element)) = item.content { (item, element) } else { nil }
    }
    return lists.count == 1 ? lists[0] : nil
  }

  /// The case that is a map, and the type of its values; nil where there are several.
  fileprivate var map: (item: Case, value: SwiftType)? {
    let maps = cases.compactMap { item -> (item: Case, value: SwiftType)? in
      if case .value(.dictionary(let value)) = item.content { (item, value) } else { nil }
    }
    return maps.count == 1 ? maps[0] : nil
  }

  /// Whether the type of an event says which case its data is.
  var isToldByEvents: Bool { cases.contains { !$0.eventTypes.isEmpty } }

  /// Whether a property, the discriminator, says which case a value is.
  var isTagged: Bool { cases.contains { $0.shape.tag != nil } }
}

extension TypeDeclaration {
  /// The names that mean the types of a dictionary literal inside of what is one.
  static let namesOfLiteral: Set<String> = ["Key", "Value"]

  /// The case of a choice that a dictionary literal is, and the type of its values: the only one of
  /// a map. None where types of its own would be taken for those of the literal.
  var dictionaryLiteral: (item: UnionType.Case, value: SwiftType)? {
    guard case .union(let union) = kind,
      !nested.contains(where: { Self.namesOfLiteral.contains($0.name) })
    else { return nil }
    return union.map
  }
}

/// What a JSON value looks like from outside: the runtime's type of the same name.
indirect enum JSONShape: Hashable, Sendable {
  /// A property that tells something, and what its values look like.
  struct Member: Hashable, Sendable {
    var key: String
    var shape: JSONShape
  }

  case any
  case boolean
  case booleans([Bool])
  case integer
  case number
  case string
  case strings([String])
  case integers([Int])
  case date
  case calendarDate
  case uuid
  case base64
  case array(JSONShape?)
  case object(required: [String], known: [String], members: [Member])
  case dictionary(JSONShape)
  /// What the property with this name, the discriminator, says.
  case tagged(String, [Scalar])
  case null
  case anyOf([JSONShape])
}

extension JSONShape {
  /// The discriminator, and its values for this shape alone; also where any other object is of this
  /// shape too.
  var tag: (key: String, values: [String])? {
    switch self {
    case .tagged(let key, let values): (key, values.map(\.text))
    case .anyOf(let shapes): shapes.first?.tag
    default: nil
    }
  }
}
