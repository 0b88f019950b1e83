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
    "ExpressibleByBooleanLiteral", "ExpressibleByDictionaryLiteral",
    "ExpressibleByFloatLiteral", "ExpressibleByIntegerLiteral", "ExpressibleByStringLiteral",
    "FieldEncoding", "File", "FloatLiteralType", "FormModel",
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
    "JSONNumber", "JSONObject", "LiteralDictionary", "Logging", "Middleware", "NotSent",
    "OutcomeUnknown",
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
    _ names: [GivenName], as spellings: [String], _ free: (String) -> String,
    or other: (Int) -> String
  ) -> [String] {
    clashes = []
    taken.expect(names.count)
    var claimed = spellings
    // What comes out like no other has its name, whatever the order.
    var late: [Int] = []
    for index in claimed.indices {
      let wish = free(claimed[index])
      // Hardly any is another, so that the list stays one.
      if wish != claimed[index] { claimed[index] = wish }
      if !take(wish) { late.append(index) }
    }
    if late.isEmpty { return claimed }
    let contended = Set(late.map { claimed[$0] })
    let rivals = claimed.indices.filter { contended.contains(claimed[$0]) }.map {
      Rival(
        index: $0, given: names[$0], spelling: spellings[$0], wish: claimed[$0], other: other($0))
    }
    // Whichever came first has taken the name for the one with the best right to it.
    let free = Set(rivals.map(\.index)).subtracting(late).map { claimed[$0] }
    settle(rivals, over: Set(free), &claimed)
    return claimed
  }

  /// Gives each of the names that are `free` to the one with the best right to it, and the others
  /// another name: none that something is spelled as, since these are all taken.
  private mutating func settle(
    _ rivals: [Rival], over free: Set<String>, _ claimed: inout [String]
  ) {
    var free = free
    var owners: [String: Int] = [:]
    for rival in rivals.sorted(by: { $0.precedes($1) }) {
      if free.remove(rival.wish) != nil {
        owners[rival.wish] = rival.index
        continue
      }
      let name = claim(rival.other)
      claimed[rival.index] = name
      clashes.append(
        Clash(index: rival.index, wish: rival.wish, name: name, owner: owners[rival.wish]))
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

/// One of several that wish for the same name.
private struct Rival {
  /// What gives something a right to the name, the best first.
  private enum Right: Int {
    /// The description names it so (`x-apigen`).
    case chosen

    /// It is written so.
    case written

    /// It is written so but for what stands before a digit: `12` has more of `_12` than `1-2`.
    case writtenAfterUnderscore

    /// It is written as it is spelled, which is in use: `Data` has more of `DataModel` than `data`.
    case writtenAsInUse

    /// It has no signs to lose.
    case whole

    /// It has lost a sign: `$size`.
    case withoutSign
  }

  /// Which of the names that were given it is.
  let index: Int
  let wish: String

  /// What it is to be called where it does not get the name.
  let other: String
  private let given: GivenName
  private let right: Right

  init(index: Int, given: GivenName, spelling: String, wish: String, other: String) {
    self.index = index
    self.given = given
    self.wish = wish
    self.other = other
    right =
      switch given.text {
      case _ where given.isChosen: .chosen
      case wish: .written
      case _ where "_" + given.text == wish: .writtenAfterUnderscore
      case spelling: .writtenAsInUse
      default: other == wish ? .whole : .withoutSign
      }
  }

  /// Whether this has the better right to the name.
  func precedes(_ rival: Rival) -> Bool {
    (right.rawValue, given.text, given.precedence, other)
      < (rival.right.rawValue, rival.given.text, rival.given.precedence, rival.other)
  }
}
