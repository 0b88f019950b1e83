/// A JSON object, or the parts of a form, as a struct.
///
/// An object, as what is marked when all types are known is asked for time and again.
final class ObjectType {
  /// Which ways it goes. A form is only sent.
  struct Directions: OptionSet {
    static let sent = Directions(rawValue: 1)
    static let read = Directions(rawValue: 2)

    let rawValue: Int
  }

  final class Property {
    /// How a value that is not there is written and read.
    enum Presence: Sendable {
      case required
      /// Left out where it is nil; null and absent are both read as nil.
      case optional
      /// Written as null where it is nil.
      case nullable
      /// May be left out, and may be null: where it is sent, that makes a difference.
      case optionalNullable

      /// Whether the value may be left out.
      var isOptional: Bool { self == .optional || self == .optionalNullable }
    }

    var name: String
    /// The key in JSON, or the name of a part.
    let key: String
    /// The header of the part that it is, where it is not the part itself.
    let header: Header?
    let type: SwiftType
    let presence: Presence
    /// What is read where the value is absent, as Swift.
    var defaultValue: String?
    /// What a value that is sent has to keep.
    let rules: [Rule]
    let isReadOnly: Bool
    let isWriteOnly: Bool
    /// Whether a number, or one of a list, may be read from a string.
    let isNumberFromText: Bool
    /// Whether null is its only value, so that all it says is whether it is there.
    let isNull: Bool
    /// Whether the struct would contain itself, were it not stored apart.
    var isIndirect = false
    let documentation: [String]

    var isPart: Bool { type.isPart }

    init(
      name: String, key: String, header: Header? = nil, type: SwiftType, presence: Presence,
      defaultValue: String?, rules: [Rule] = [], isReadOnly: Bool = false,
      isWriteOnly: Bool = false, isNumberFromText: Bool = false, isNull: Bool = false,
      documentation: [String]
    ) {
      self.name = name
      self.key = key
      self.header = header
      self.type = type
      self.presence = presence
      self.defaultValue = defaultValue
      self.rules = rules
      self.isReadOnly = isReadOnly
      self.isWriteOnly = isWriteOnly
      self.isNumberFromText = isNumberFromText
      self.isNull = isNull
      self.documentation = documentation
    }
  }

  /// A header of a part, and whether the members of an object in it are written `R=100`.
  struct Header {
    let name: String
    let explode: Bool
  }

  /// What other properties there may be.
  struct Additional {
    var name: String
    /// The type of their values.
    var value: SwiftType
    var rules: [Rule] = []
    /// What their names match; none for any name.
    var patterns: [String] = []
  }

  let properties: [Property]
  var additional: Additional?
  /// What the object as a whole has to keep.
  let rules: [Rule]
  /// The properties that have to be there where another is.
  let dependencies: [(key: String, other: String)]
  /// For each `anyOf` its groups of keys, of which at least one has to be there as a whole.
  let anyOf: [[[String]]]
  /// For each `oneOf` its groups of keys, of which exactly one has to be there as a whole.
  let oneOf: [[[String]]]
  var directions: Directions = []
  /// Whether it is only ever the form of a request, which may carry files and is never JSON.
  let isForm: Bool

  init(
    properties: [Property], additional: Additional?,
    rules: [Rule], dependencies: [(key: String, other: String)], anyOf: [[[String]]],
    oneOf: [[[String]]], isForm: Bool
  ) {
    self.properties = properties
    self.additional = additional
    self.rules = rules
    self.dependencies = dependencies
    self.anyOf = anyOf
    self.oneOf = oneOf
    self.isForm = isForm
  }

  /// Whether it is sent: then users make it, and may change it.
  var isSent: Bool { directions.contains(.sent) }
  var isRead: Bool { directions.contains(.read) }

  /// How a property is there in the struct: what only one side knows may be absent on the other,
  /// and what is only read need not tell null from absent.
  func presence(of property: Property) -> Property.Presence {
    switch property.presence {
    case .required where property.isReadOnly && isSent: .optional
    case .required where property.isWriteOnly && isRead: .optional
    // Any JSON may be null.
    case .optional where property.type == .json && isSent: .optionalNullable
    case .optionalNullable where property.isNull: .optionalNullable
    case .optionalNullable where !isSent: .optional
    // A part of a form is there or not: it is never null.
    case .optionalNullable where property.isPart, .nullable where property.isPart: .optional
    case let presence: presence
    }
  }

  /// Whether a property that may be absent, since it is never read, has to be sent.
  func requiresWhereSent(_ property: Property) -> Bool {
    property.isWriteOnly && property.presence == .required && isRead
  }
}
