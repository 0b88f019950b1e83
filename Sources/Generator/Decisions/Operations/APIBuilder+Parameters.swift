import OpenAPI
import Syntax

/// What an operation takes in its path, query, headers and cookies.
extension APIBuilder {
  mutating func parameters(
    of operation: Operation, named name: String, besides credentials: [[Credential]]
  ) -> [APIOperation.Parameter] {
    let described = inOrderOfPath(operation).filter { parameter in
      !isHandledElsewhere(parameter)
        && !credentials.joined().contains { $0.kind.isSent(as: parameter) }
    }
    return zip(described, argumentNames(of: described)).map { parameter, label in
      self.parameter(
        parameter, named: label, Identifier.type(name) + Identifier.type(parameter.name))
    }
  }

  /// Those of the path as they stand in it, and then the others in the order of the description.
  private func inOrderOfPath(_ operation: Operation) -> [Parameter] {
    let inPath = operation.parameters.filter { $0.location == .path }
    // Most have one, and it comes first.
    if inPath.isEmpty || inPath.count == 1 && operation.parameters[0].location == .path {
      return operation.parameters
    }
    let names = URLTemplate(operation.path).names
    let sorted = inPath.map { (position: names.firstIndex(of: $0.name) ?? 0, parameter: $0) }
      .sorted { $0.position < $1.position }
    return sorted.map(\.parameter) + operation.parameters.filter { $0.location != .path }
  }

  /// Asked for, it is made anew each time.
  private static let locations = Parameter.Location.allCases
  private static let argumentsInUse: ReservedNames = ["body", "request"]

  /// The labels of the arguments. Of two parameters with one name, the one in the path has it, and
  /// the other says where it is.
  private mutating func argumentNames(of parameters: [Parameter]) -> [String] {
    var scope = NameScope(reserved: Self.argumentsInUse)
    let given = parameters.map {
      GivenName(
        $0.name, named: $0.swiftName,
        precedence: Self.locations.firstIndex(of: $0.location) ?? 0, at: $0.place)
    }
    let free = scope.freeMember
    lazy var named = Dictionary(grouping: parameters, by: \.name)
    defer { warn(of: scope.clashes, among: given) }
    return scope.claim(given, as: given.map { Identifier.member($0.text) }, free) { index in
      let parameter = parameters[index]
      let isShared = named[parameter.name, default: []].contains {
        $0.location != parameter.location
      }
      let place = isShared && parameter.location != .path ? "\(parameter.location) " : ""
      return free(Identifier.member(place + Spelling.signsInWords(parameter.name)))
    }
  }

  /// `Accept` and `Content-Type` follow from what is sent and read (OAS 3.1 §4.8.12.1), and where a
  /// message goes, where it ends and what becomes of its connection is the transport's (RFC 9112).
  private static let headersInUse: Set<String> = [
    "accept", "connection", "content-length", "content-type", "host", "transfer-encoding",
  ]

  private func isHandledElsewhere(_ parameter: Parameter) -> Bool {
    parameter.location == .header && Self.headersInUse.contains(parameter.name.lowercased())
  }

  private mutating func parameter(
    _ parameter: Parameter, named name: String, _ typeName: @autoclosure () -> String
  ) -> APIOperation.Parameter {
    let schema = parameter.schema ?? parameter.content?.schema
    let use = schema.map { decide($0, named: typeName(), in: .provider) }
    let (type, format) = writing(of: parameter, as: use?.type)
    let isText = type == .string || enumeration(type)?.type == .string
    let allowEmptyValue = parameter.allowEmptyValue && parameter.location == .query && !isText
    let written = schema.flatMap { schemas.defaultValue(of: $0) }
    // What may be left out needs none.
    let value = (parameter.isRequired ? schema : nil).flatMap { schema in
      literal(ofDefault: written, of: schema, as: type, isRequired: true)
        ?? onlyValue(of: schema, as: type)
    }
    return APIOperation.Parameter(
      name: name, key: parameter.name, location: parameter.location, type: type,
      isOptional: !parameter.isRequired,
      defaultValue: value,
      format: format,
      // A header is never escaped (OAS 3.2 §4.12.2.2).
      allowReserved: parameter.allowReserved && parameter.location != .header,
      keepsSlashes: parameter.keepsSlashes,
      rules: schema.map { rules(for: $0) } ?? [],
      allowEmptyValue: allowEmptyValue,
      documentation: documentation(of: parameter, named: name, written)
        + (allowEmptyValue ? ["", "`.null` sends it empty."] : []))
  }

  private mutating func documentation(
    of parameter: Parameter, named name: String, _ written: Node?
  ) -> [String] {
    var said = Documentation.lines(parameter.description)
    if said.isEmpty, let schema = parameter.schema {
      said = documentation(ofUse: schema, named: name)
    }
    let media = parameter.content.flatMap { $0.isJSON || $0.isForm || $0.isAny ? nil : $0.key }
    let others = Documentation.lines(
      media.map { "In `\($0)`." }, written.map { Documentation.saying(default: $0) },
      parameter.isDeprecated && said.last != "Deprecated." ? "Deprecated." : nil)
    return Documentation.join([said, others])
  }

  /// What a parameter is given as, and how that is written.
  private mutating func writing(
    of parameter: Parameter, as type: SwiftType?
  ) -> (SwiftType, APIOperation.Parameter.Format) {
    if parameter.location == .querystring { return wholeQuery(parameter.content, as: type) }
    guard let content = parameter.content, !content.isAny || content.schema == nil else {
      let type = isPlainText(parameter) ? .string : type ?? .string
      return (type, style(of: parameter, as: type))
    }
    if content.isJSON { return (type ?? .json, .json) }
    // What apigen does not write is given as the text that it is.
    let written = type.flatMap { isSingle($0) ? $0 : nil } ?? .string
    return (written, style(of: parameter, as: .string))
  }

  private func wholeQuery(
    _ content: MediaType?, as type: SwiftType?
  ) -> (SwiftType, APIOperation.Parameter.Format) {
    guard let content else { return (.string, .text) }
    if content.isJSON { return (type ?? .json, .json) }
    guard content.isForm else { return (.string, .text) }
    return (form(type ?? .json), .form(content.encoding.map(\.completed)))
  }

  /// Whether it is of anything, in a path or a header, where all is text.
  mutating func isPlainText(_ parameter: Parameter) -> Bool {
    guard [.path, .header].contains(parameter.location), let schema = parameter.schema else {
      return false
    }
    let described = schemas.target(of: schema)
    return schemas[described].isAnything
  }

  /// The style, or the usual one where another makes no difference.
  private func style(of parameter: Parameter, as type: SwiftType) -> APIOperation.Parameter.Format {
    let isPath = parameter.location == .path
    let isSimple = isPath || parameter.location == .header
    let isUsual = isSingle(type)
    return .style(
      isUsual && parameter.location == .query ? .form : parameter.style,
      explode: isUsual || parameter.style == .deepObject ? !isSimple : parameter.explode)
  }

  /// Whether there is nothing to explode.
  private func isSingle(_ type: SwiftType) -> Bool {
    switch type {
    case .array, .dictionary, .json: false
    case .named: enumeration(type).map { $0.type != .json } ?? false
    default: true
    }
  }

  /// The path template in pieces: `/users/{id}/posts` is `/users/`, the argument, and `/posts`. The
  /// reader has a parameter for each name; what stands nowhere is no argument.
  mutating func path(
    of operation: Operation, _ parameters: inout [APIOperation.Parameter]
  ) -> [APIOperation.PathPiece] {
    // A fragment is never sent (RFC 9110 §7.1): it only tells two descriptions of a path apart.
    let end = operation.path.utf8.firstIndex(of: UInt8(ascii: "#"))
    let template = URLTemplate(end.map { String(operation.path[..<$0]) } ?? operation.path)
    let pieces = template.pieces.map { piece -> APIOperation.PathPiece in
      switch piece {
      case .text(let text): return .text(text)
      case .name(let key):
        let known = parameters.indices.first {
          parameters[$0].location == .path && parameters[$0].key == key
        }
        return known.map { .parameter(parameters[$0]) } ?? .text("{\(key)}")
      }
    }
    let used = template.names
    parameters.removeAll { parameter in
      guard parameter.location == .path, !used.contains(parameter.key) else { return false }
      diagnostics.warning(
        "the path has '{\(parameter.key)}' behind a '#', which is never sent, expected it before; "
          + "the parameter is left out", at: operation.place)
      return true
    }
    return pieces
  }
}

extension Credential.Kind {
  /// Whether the credential goes out in the place of a parameter, which then needs no argument.
  fileprivate func isSent(as parameter: Parameter) -> Bool {
    let name = parameter.name
    return switch self {
    case .header(let key): parameter.location == .header && key.lowercased() == name.lowercased()
    case .query(let key): parameter.location == .query && key == name
    case .cookie(let key): parameter.location == .cookie && key == name
    case .basic, .bearer: parameter.location == .header && name.lowercased() == "authorization"
    }
  }
}
