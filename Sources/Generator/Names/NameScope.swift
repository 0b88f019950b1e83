/// The names that are taken in one place of the output: the members of a type, the types of a
/// provider, the arguments of a function.
///
/// A name that no neighbour can ever change is a function of its text alone, and another for each
/// text: then only one of `contact_id`, `contactId` and `ContactID` could be `contactID`, and the
/// others would be ugly in every API. So a text has the name that it is spelled as, whatever stands
/// beside it; where several are spelled alike,
/// 1. the one that the description names has it (`x-apigen`), or else the one that is written so
///    already (`contactID`), or else the first as text sorts, those last that lose a sign
///    (`$size`);
/// 2. each other is a `Clash`, of which a warning tells how to keep a name. It has its signs in
///    words, or, where that is taken as well, a number.
///
/// What is new therefore takes a name away from nothing that is named or written so, and from
/// nothing at all without a warning.
struct NameScope {
  /// What emitters write without a prefix, inside every provider.
  static let typesInUse: ReservedNames = [
    "Any", "Array", "ArrayLiteralElement", "BasicCredentials", "Bool", "BooleanLiteralType",
    "CalendarDate", "Data", "Date", "Decimal", "Dictionary", "Double", "EncodingContext",
    "EnumValues", "Error", "EventStream", "Example", "ExpressibleByArrayLiteral",
    "ExpressibleByBooleanLiteral", "ExpressibleByFloatLiteral", "ExpressibleByIntegerLiteral",
    "ExpressibleByStringLiteral", "FieldEncoding", "File", "FloatLiteralType", "FormModel",
    "FormValue", "HTTPMethod", "HeaderField", "Indirect", "Int", "IntegerLiteralType", "JSONShape",
    "JSONValue", "Model", "Never", "Nullable", "ObjectDecoder", "ObjectEncoder", "OpenEnum",
    "Optional", "Protocol", "RawResponse", "Request", "Secret", "Self", "Sendable", "Server",
    "ServerSentEvent", "String", "StringLiteralType", "Type", "UInt64", "UUID", "Union", "Void",
  ]

  /// What users write beside a provider, which would hide it in their whole module: the other
  /// public types that it stands on, and the modules.
  static let typesOfUsers: ReservedNames = [
    "APICoding", "APIRuntime", "APITransport", "Answer", "Body", "BodyReader", "ByteStream",
    "Client", "CurlTransport", "FormPart", "Foundation", "HTTPHeaders", "HTTPRequest",
    "HTTPResponse", "JSONCodable", "JSONDecodable", "JSONDecodingError", "JSONEncodable",
    "JSONNumber", "JSONObject", "Logging", "Middleware", "NotSent", "OutcomeUnknown",
    "ParameterStyle", "RateLimit", "Redacted", "Rejection", "RequestPath", "Retries", "SendError",
    "StatusPattern", "StubTransport", "Swift", "TransferProgress", "Transport", "TransportError",
    "URL", "URLSessionTransport", "Undecodable", "Violation",
  ]

  /// Members that mean something else already: `.none` of an optional is no value at all, and
  /// `init`, `self` and `Type` cannot be written after a dot.
  static let membersInUse: ReservedNames = ["Type", "init", "none", "rawValue", "self", "some"]

  /// Something that has another name than the one that it is spelled as, which is taken.
  struct Clash {
    /// Which of the names that were given it is.
    var index: Int
    var wish: String
    var name: String
    /// Which of them has the name; nil where it is none of those.
    var owner: Int?
  }

  /// What had to give way in the last `claim` of several names.
  private(set) var clashes: [Clash] = []
  private let reserved: ReservedNames
  private var taken = FewOrMany<String>()
  /// Where to look for the next free number of a name.
  private var numbers: [String: Int] = [:]

  init(reserved: ReservedNames = []) {
    self.reserved = reserved
  }

  /// A type whose name is in use for something else ends in `Model`: `Data` is `DataModel`.
  mutating func claimType(_ name: String) -> String {
    claim(freeType(name))
  }

  /// A property, case or method; one that means something else already is told apart by `Value`.
  mutating func claimMember(_ name: String) -> String {
    claim(freeMember(name))
  }

  /// The types that components are. See `claimMembers`.
  mutating func claimTypes(_ names: [GivenName], or longNames: [String]? = nil) -> [String] {
    let free = freeType
    return claim(names, as: names.map { Identifier.type($0.text) }, free) {
      free(Identifier.type(longNames?[$0] ?? Spelling.signsInWords(names[$0].text)))
    }
  }

  /// A type with a name of its own, and what it had to give way to.
  mutating func claimType(_ name: GivenName) -> (name: String, clashes: [Clash]) {
    let wish = freeType(Identifier.type(name.text))
    // Most are free.
    return take(wish) ? (wish, []) : (claimTypes([name])[0], clashes)
  }

  /// The members of one type. They do not depend on their order in the description.
  mutating func claimMembers(_ names: [GivenName]) -> [String] {
    let free = freeMember
    return claim(names, as: names.map { Identifier.member($0.text) }, free) {
      free(Identifier.member(Spelling.signsInWords(names[$0].text)))
    }
  }

  /// A name for each of those given: the one that it is spelled as, made free of what is in use, or
  /// else another.
  mutating func claim(
    _ names: [GivenName], as wishes: [String], _ free: (String) -> String,
    or other: (Int) -> String
  ) -> [String] {
    clashes = []
    var claimed = wishes
    // What comes out like no other has its name, whatever the order.
    var late: [Int] = []
    taken.expect(claimed.count)
    for index in claimed.indices {
      let name = free(claimed[index])
      // Hardly any is another, so that the list stays one.
      if name != claimed[index] { claimed[index] = name }
      if !take(claimed[index]) { late.append(index) }
    }
    if late.isEmpty { return claimed }
    let contended = Set(late.map { claimed[$0] })
    let rivals = claimed.indices.filter { contended.contains(claimed[$0]) }
    let others = rivals.reduce(into: [:]) { $0[$1] = other($1) }
    var open = Set(Set(rivals).subtracting(late).map { claimed[$0] })
    var owners: [String: Int] = [:]
    var rest: [Int] = []
    for index in order(of: rivals, names, as: wishes, claimed, or: others) {
      if open.remove(claimed[index]) == nil {
        rest.append(index)
      } else {
        owners[claimed[index]] = index
      }
    }
    // No name that something is spelled as goes to what only had to give way.
    for index in rest {
      let owner = owners[claimed[index]]
      let wish = claimed[index]
      claimed[index] = claim(others[index, default: wish])
      clashes.append(Clash(index: index, wish: wish, name: claimed[index], owner: owner))
    }
    return claimed
  }

  /// Those that have the better right to a name first.
  private func order(
    of rivals: [Int], _ names: [GivenName], as wishes: [String], _ free: [String],
    or others: [Int: String]
  ) -> [Int] {
    var ranks: [Int: Int] = [:]
    for index in rivals {
      let text = names[index].text
      ranks[index] =
        names[index].isChosen
        ? 0
        : text == free[index]
          ? 1
          // A digit cannot be written alone: `12` has more of `_12` than `1-2`.
          : "_" + text == free[index]
            ? 2 : text == wishes[index] ? 3 : others[index] == free[index] ? 4 : 5
    }
    return rivals.sorted {
      if let one = ranks[$0], let two = ranks[$1], one != two { return one < two }
      if names[$0].text != names[$1].text { return names[$0].text < names[$1].text }
      let (one, two) = (names[$0].precedence, names[$1].precedence)
      if one != two { return one < two }
      return others[$0, default: ""] < others[$1, default: ""]
    }
  }

  /// The name, or, where it is taken, the name with the first number from 2 that is free: after a
  /// digit that is one of another name, and would look like a part of its own number.
  mutating func claim(_ name: String) -> String {
    if take(name) { return name }
    if let last = name.utf8.last, (0x30...0x39).contains(last) { return claim(name + "Other") }
    var candidate = name
    repeat {
      let number = numbers[name, default: 2]
      numbers[name] = number + 1
      candidate = "\(name)\(number)"
    } while !take(candidate)
    return candidate
  }

  /// Whether a name was free.
  private mutating func take(_ name: String) -> Bool {
    !reserved.contains(name) && taken.insert(name)
  }

  // A method would hold a copy of the scope, and so copy all its names for each new one.
  var freeType: (String) -> String {
    let reserved = reserved
    return { Self.typesInUse.contains($0) || reserved.contains($0) ? $0 + "Model" : $0 }
  }

  var freeMember: (String) -> String {
    let reserved = reserved
    return { Self.membersInUse.contains($0) || reserved.contains($0) ? $0 + "Value" : $0 }
  }
}
