import OpenAPI

/// The headers of answers (OAS 3.1 §4.8.21).
extension APIBuilder {
  /// The type that holds them. No other has its name, whether there are any headers or not.
  static let headersType = "Headers"

  /// One header, by all that describe it alike.
  private struct Described {
    var header: Parameter
    var description: String?
  }

  /// Declares the headers of the description, each once, and gives what is read from them.
  ///
  /// A name means one thing to a provider: a member for each is enough for all its operations.
  /// Where they disagree about it there is a member for each meaning.
  mutating func decideHeaders(of provider: String) -> [SwiftType] {
    let described = describedHeaders()
    if described.isEmpty { return [] }
    let path = newPath(Self.headersType)
    var fields = described.map { field($0, in: path) }
    var scope = NameScope(reserved: NameScope.membersInUse)
    let given = described.map {
      GivenName($0.header.name, named: $0.header.swiftName, at: $0.header.place)
    }
    let free = scope.freeMember
    lazy var counts = described.reduce(into: [:]) { $0[$1.header.identity, default: 0] += 1 }
    let names = scope.claim(given, as: given.map { Identifier.member($0.text) }, free) { index in
      let isShared = counts[described[index].header.identity, default: 0] > 1
      let name = Spelling.signsInWords(given[index].text)
      return free(Identifier.member(isShared ? "\(name) \(fields[index].type.word)" : name))
    }
    warn(of: scope.clashes, among: given)
    for index in fields.indices { fields[index].name = names[index] }
    declare(
      TypeDeclaration(
        path: path,
        documentation: [
          "The headers of answers: "
            + "`answer.headers[\(([provider] + path.names + [names[0]]).joined(separator: "."))]`."
        ], kind: .headers(fields)))
    return fields.map(\.type)
  }

  private mutating func describedHeaders() -> [Described] {
    let headers = document.operations.flatMap(\.responses).flatMap(\.headers)
      // Nothing but `content` says what the type of an answer is.
      .filter { $0.name.lowercased() != "content-type" }
    var described: [Described] = []
    var positions: [[String?]: [Int]] = [:]
    for header in headers {
      let known = positions[header.identity, default: []]
      // No name has so many meanings, unless somebody wants this to take long.
      if let same = known.prefix(100).first(where: { isSame(described[$0].header, header) }) {
        described[same].description = described[same].description ?? header.description
        if !header.isDeprecated { described[same].header.isDeprecated = false }
      } else {
        positions[header.identity, default: []].append(described.count)
        described.append(Described(header: header, description: header.description))
      }
    }
    return described
  }

  private mutating func field(_ described: Described, in path: TypePath) -> HeaderField {
    let header = described.header
    var field = HeaderField(
      name: "", key: header.name, type: .string, isJSON: false, explode: false,
      documentation: Documentation.lines(described.description))
    if let schema = header.valueSchema, !isPlainText(header) {
      field.type = decide(schema, named: Identifier.type(header.name), in: path).type
      field.isJSON = header.content != nil
      field.explode = header.explode && !field.isJSON
      if field.documentation.isEmpty {
        field.documentation = documentation(ofUse: schema, named: header.name)
      }
    }
    if header.isDeprecated, field.documentation.last != "Deprecated." {
      field.documentation = Documentation.join([field.documentation, ["Deprecated."]])
    }
    return field
  }

  private mutating func isSame(_ one: Parameter, _ other: Parameter) -> Bool {
    one.content?.isJSON == other.content?.isJSON && one.explode == other.explode
      && schemas.isSame(one.valueSchema, other.valueSchema)
  }
}

extension SwiftType {
  /// What tells a header from another of its name.
  fileprivate var word: String {
    switch self {
    case .array: "list"
    case .dictionary: "map"
    case .named(let path): path.name
    default: "\(self)"
    }
  }
}

extension Parameter {
  /// What makes it another header than others.
  fileprivate var identity: [String?] { [name.lowercased(), swiftName] }

  /// The schema of the value, as it is written in a style or as JSON; nil for any other text.
  fileprivate var valueSchema: Schema.ID? {
    schema ?? content.flatMap { $0.isJSON ? $0.schema : nil }
  }
}
