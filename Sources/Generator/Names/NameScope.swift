/// The names that are taken in one place of the output: the members of a type, the types of a
/// provider, the arguments of a function.
struct NameScope {
  /// What emitters write without a prefix, inside every provider.
  static let typesInUse: Set<String> = [
    "Any", "Array", "BasicCredentials", "Bool", "CalendarDate", "Data", "Date", "Decimal",
    "Dictionary", "Double", "EncodingContext", "EnumValues", "Error", "ExpressibleByStringLiteral",
    "FieldEncoding", "File", "FormModel", "Indirect", "Int", "JSONShape", "JSONValue", "Model",
    "Never", "Nullable", "ObjectDecoder", "ObjectEncoder", "OpenEnum", "Optional", "Protocol",
    "RawResponse", "Request", "Secret", "Self", "Sendable", "Server", "String", "Type", "UUID",
    "Union", "Void",
  ]

  /// Members that mean something else already: `.none` of an optional is no value at all, and
  /// `init`, `self` and `Type` cannot be written after a dot.
  static let membersInUse: Set<String> = ["Type", "init", "none", "rawValue", "self", "some"]

  private var taken: Set<String>

  init(reserved: Set<String> = []) {
    taken = reserved
  }

  /// The name, or, where it is taken, the name with the first number from 2 that is free.
  ///
  /// A type whose name is in use for something else is told apart by `Model`: `Data` is `DataModel`.
  mutating func claimType(_ name: String) -> String {
    claim(Self.typesInUse.contains(name) ? name + "Model" : name)
  }

  /// A property, case or method; one that means something else already is told apart by `Value`.
  mutating func claimMember(_ name: String) -> String {
    claim(Self.membersInUse.contains(name) ? name + "Value" : name)
  }

  /// The members of one type, by their names in the description. A name that stays as it is keeps its
  /// member, wherever it stands among those that come out the same.
  mutating func claimMembers(_ names: [String]) -> [String] {
    let members = names.map { Identifier.member($0) }
    var claimed = [String?](repeating: nil, count: names.count)
    for index in names.indices where members[index] == names[index] {
      claimed[index] = claimMember(members[index])
    }
    return names.indices.map { claimed[$0] ?? claimMember(members[$0]) }
  }

  mutating func claim(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)\(number)"
      number += 1
    }
    return candidate
  }
}
