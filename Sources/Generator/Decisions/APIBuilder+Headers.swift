import OpenAPI

/// The headers of answers (OAS 3.1 §4.8.21).
extension APIBuilder {
  /// The type that holds them. No other has its name, whether there are any headers or not.
  static let headersType = "Headers"

  /// Declares the headers of the description, each once, and gives what is read from them.
  ///
  /// A name means one thing to a provider: a type for each is enough for all its operations. Where
  /// they disagree about it, it is a string, unless each is given a name of its own.
  mutating func decideHeaders(of provider: String) -> [SwiftType] {
    let headers = document.operations.flatMap(\.responses).flatMap(\.headers)
      // Nothing but `content` says what the type of an answer is.
      .filter { $0.name.lowercased() != "content-type" }
    let named = Dictionary(grouping: headers, by: \.identity)
    var seen: Set<[String?]> = []
    let first = headers.filter { seen.insert($0.identity).inserted }
    if first.isEmpty { return [] }
    let path = TypePath(Self.headersType)
    var scope = NameScope(reserved: NameScope.membersInUse)
    let given = first.map { GivenName($0.name, named: $0.swiftName, at: $0.place) }
    let names = scope.claimMembers(given)
    warn(of: scope.clashes, among: given)
    var fields: [HeaderField] = []
    for (name, header) in zip(names, first) {
      fields.append(field(header, named: name, in: path, named[header.identity] ?? []))
    }
    declare(
      TypeDeclaration(
        path: path,
        documentation: [
          "The headers of answers: "
            + "`answer.headers[\(([provider] + path.names + [names[0]]).joined(separator: "."))]`."
        ], kind: .headers(fields)))
    return fields.map(\.type)
  }

  private mutating func field(
    _ header: Parameter, named name: String, in path: TypePath, _ all: [Parameter]
  ) -> HeaderField {
    var field = HeaderField(
      name: name, key: header.name, type: .string, isJSON: false, explode: false,
      documentation: Documentation.lines(all.compactMap(\.description).first))
    if let other = all.first(where: { !isSame($0, header) }) {
      diagnostics.warning(
        "the header '\(other.name)' is described in two ways, expected one for all answers; it is a "
          + "string; `x-apigen: {name: …}` in an overlay makes either a header of its own",
        at: other.place, notes: [("the other", header.place)])
    } else if let schema = header.valueSchema {
      field.type = decide(schema, named: Identifier.type(header.name), in: path).type
      field.isJSON = header.content != nil
      field.explode = header.explode && !field.isJSON
    }
    return field
  }

  private mutating func isSame(_ one: Parameter, _ other: Parameter) -> Bool {
    one.content?.isJSON == other.content?.isJSON && one.explode == other.explode
      && isSame(one.valueSchema, other.valueSchema)
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
