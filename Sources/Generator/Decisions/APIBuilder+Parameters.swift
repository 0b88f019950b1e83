import OpenAPI

/// What an operation takes in its path, query, headers and cookies.
extension APIBuilder {
  mutating func parameters(
    of operation: Operation, named name: String, _ credentials: [Credential]
  ) -> [APIOperation.Parameter] {
    let inUse = credentials.map(\.name) + ["request", "server", "body"]
    var scope = NameScope(reserved: Set(inUse))
    return operation.parameters.filter { !isHandledElsewhere($0) }.map { parameter in
      let typeName = Identifier.type(name) + Identifier.type(parameter.name)
      let json = parameter.content.flatMap { $0.isJSON ? $0.schema : nil }
      let schema = parameter.schema ?? json ?? parameter.content?.schema
      let use = schema.map { decide($0, named: typeName, in: []) }
      return APIOperation.Parameter(
        name: scope.claim(Identifier.member(parameter.name)), key: parameter.name,
        location: parameter.location, type: use?.type ?? .string,
        isOptional: !parameter.isRequired, isJSON: parameter.content?.isJSON == true,
        style: parameter.style, explode: parameter.explode,
        allowReserved: parameter.allowReserved,
        documentation: Documentation.lines(parameter.description))
    }
  }

  /// `Accept` and `Content-Type` follow from what is sent and read (OAS 3.1 §4.8.12.1).
  private func isHandledElsewhere(_ parameter: Parameter) -> Bool {
    parameter.location == .header
      && ["accept", "content-type"].contains(parameter.name.lowercased())
  }

  /// The path template in pieces: `/users/{id}/posts` is `/users/`, the argument, and `/posts`. What
  /// is not described is a string; what stands nowhere is no argument.
  mutating func path(
    of operation: Operation, _ parameters: inout [APIOperation.Parameter]
  ) -> [APIOperation.PathPiece] {
    var pieces: [APIOperation.PathPiece] = []
    var used: Set<String> = []
    // A fragment is never sent (RFC 9110 §7.1): it only tells two descriptions of a path apart.
    var rest = operation.path.prefix { $0 != "#" }
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let key = String(rest[rest.index(after: open)..<close])
      used.insert(key)
      pieces.append(.text(String(rest[..<open])))
      if let known = parameters.first(where: { $0.location == .path && $0.key == key }) {
        pieces.append(.parameter(known))
      } else {
        let parameter = undescribed(key, among: parameters)
        parameters.append(parameter)
        pieces.append(.parameter(parameter))
      }
      rest = rest[close...].dropFirst()
    }
    parameters.removeAll { $0.location == .path && !used.contains($0.key) }
    return pieces + [.text(String(rest))]
  }

  private func undescribed(
    _ key: String, among parameters: [APIOperation.Parameter]
  ) -> APIOperation.Parameter {
    var scope = NameScope(reserved: Set(parameters.map(\.name) + ["request", "server", "body"]))
    return APIOperation.Parameter(
      name: scope.claim(Identifier.member(key)), key: key, location: .path, type: .string,
      isOptional: false, isJSON: false, style: .simple, explode: false, allowReserved: false,
      documentation: [])
  }
}
