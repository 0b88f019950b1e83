/// The names that are taken in one place of the output: the members of a type, the types of a
/// provider, the arguments of a function.
struct NameScope {
  /// What emitters write without a prefix, inside every provider.
  static let typesInUse: Set<String> = [
    "Any", "Array", "BasicCredentials", "Bool", "CalendarDate", "Data", "Date", "Decimal",
    "Dictionary", "Double", "EncodingContext", "EnumValues", "Error", "EventStream",
    "ExpressibleByStringLiteral", "FieldEncoding", "File", "FormModel", "FormValue", "HTTPMethod",
    "HeaderField", "Indirect", "Int", "JSONShape", "JSONValue", "Model", "Never", "Nullable",
    "ObjectDecoder",
    "ObjectEncoder", "OpenEnum", "Optional", "Protocol", "RawResponse", "Request", "Secret", "Self",
    "Sendable", "Server", "ServerSentEvent", "String", "Type", "UUID", "Union", "Void",
  ]

  /// Members that mean something else already: `.none` of an optional is no value at all, and
  /// `init`, `self` and `Type` cannot be written after a dot.
  static let membersInUse: Set<String> = ["Type", "init", "none", "rawValue", "self", "some"]

  private let reserved: Set<String>
  private var taken: Set<String> = []
  /// Where to look for the next free number of a name.
  private var numbers: [String: Int] = [:]

  init(reserved: Set<String> = []) {
    self.reserved = reserved
  }

  /// A type whose name is in use for something else is told apart by `Model`: `Data` is `DataModel`.
  mutating func claimType(_ name: String) -> String {
    claim(free(type: name))
  }

  /// A property, case or method; one that means something else already is told apart by `Value`.
  mutating func claimMember(_ name: String) -> String {
    claim(free(member: name))
  }

  /// The types that components are, by their names in the description. See `claimMembers`.
  mutating func claimTypes(_ names: [String], or longNames: [String]? = nil) -> [String] {
    let free = free(type:)
    return claim(names, as: names.map(Identifier.type), free) {
      free(Identifier.type(longNames?[$0] ?? Spelling.signsInWords(names[$0])))
    }
  }

  /// The members of one type, by their names in the description. They do not depend on their order
  /// there: of those that come out alike, one that stays as it is has the name, or else the first as
  /// text sorts; others have their signs in words, or, where that is taken as well, a number.
  mutating func claimMembers(_ names: [String]) -> [String] {
    let free = free(member:)
    return claim(names, as: names.map(Identifier.member), free) {
      free(Identifier.member(Spelling.signsInWords(names[$0])))
    }
  }

  /// One name for each text: the one that is wished for, made free of what is in use, or else another.
  mutating func claim(
    _ texts: [String], as wishes: [String], _ free: (String) -> String, or other: (Int) -> String
  ) -> [String] {
    var claimed = wishes.map(free)
    // Where no two come out alike none has to give way, and their order is no matter.
    if Set(claimed).count == claimed.count, !claimed.contains(where: isTaken) {
      taken.formUnion(claimed)
      return claimed
    }
    let ranks = texts.indices.map { texts[$0] == claimed[$0] ? 0 : texts[$0] == wishes[$0] ? 1 : 2 }
    let order = texts.indices.sorted {
      if ranks[$0] != ranks[$1] { return ranks[$0] < ranks[$1] }
      return texts[$0] == texts[$1] ? other($0) < other($1) : texts[$0] < texts[$1]
    }
    for index in order {
      let name = claimed[index]
      claimed[index] = claim(isTaken(name) ? other(index) : name)
    }
    return claimed
  }

  /// The name, or, where it is taken, the name with the first number from 2 that is free.
  mutating func claim(_ name: String) -> String {
    var candidate = name
    while reserved.contains(candidate) || !taken.insert(candidate).inserted {
      let number = numbers[name, default: 2]
      numbers[name] = number + 1
      candidate = "\(name)\(number)"
    }
    return candidate
  }

  private func isTaken(_ name: String) -> Bool {
    reserved.contains(name) || taken.contains(name)
  }

  private func free(type name: String) -> String {
    Self.typesInUse.contains(name) || reserved.contains(name) ? name + "Model" : name
  }

  func free(member name: String) -> String {
    Self.membersInUse.contains(name) || reserved.contains(name) ? name + "Value" : name
  }
}
