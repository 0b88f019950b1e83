import Syntax

/// Request bodies, responses and what is in them (OAS 3.1 §4.8.13 to §4.8.17).
extension DescriptionReader {
  mutating func readRequestBody(_ at: Located) -> RequestBody? {
    readShared(at, once: requestBodies, description: \.description) { reader, at in
      let at = reader.withContent(at, "a request body", Fields.requestBody)
      if at.node.mapping == nil, !at.node.isNull, !at.node.isEmptyCollection {
        reader.warn(at.node, "a request body", expected: "a mapping")
        return nil
      }
      let isRequired = reader.bool("required", of: at.node) ?? false
      var content = reader.readContent(of: at)
      if content.isEmpty, isRequired {
        reader.diagnostics.warning(
          "a required body has no media type in `content`, expected one such as application/json; it "
            + "may be of any", at: at.node.place)
        content = [
          MediaType(
            name: "*/*", key: "*/*", schema: nil, itemSchema: nil, encoding: [],
            place: at.node.place)
        ]
      }
      return RequestBody(
        description: reader.string("description", of: at.node), isRequired: isRequired,
        content: content, place: at.node.place)
    }
  }

  mutating func readResponses(of operation: Located) -> [Response] {
    // There are only so many.
    var seen: [Response.Status] = []
    let produced = operation["produces"]?.node.sequence?.compactMap(\.text)
    return entries(of: operation["responses"], "`responses`").flatMap { entry -> [Response] in
      guard !entry.isExtension else { return [] }
      let statuses = readStatuses(entry).filter { !seen.contains($0) }
      seen += statuses
      let response = readShared(entry.value, once: responses, description: \.description) {
        $0.readResponse($1)
      }
      guard var response else { return [] }
      response.place = entry.keyPlace
      if let produced { response.giveTypes(produced) }
      return statuses.map { status in
        response.status = status
        return status.hasNoBody ? withoutBody(response) : response
      }
    }
  }

  /// A body or a response with its schema in a media type, where it stands beside, as in Swagger
  /// 2.0, or is all that there is.
  private mutating func withContent(
    _ at: Located, _ subject: String, _ fields: FieldNames
  ) -> Located {
    let node = at.node
    guard node.mapping != nil, node["content"] == nil else { return corrected(at, fields) }
    let isSchema = node["schema"] == nil && node.looksLikeSchema
    // A list says which properties are required, and a word whether the body is.
    let required = node["required"]?.sequence == nil ? node["required"] : nil
    let own = node.without(required == nil ? [] : ["required"])
    guard let schema = isSchema ? own : node["schema"], schema.scalar == nil else {
      return corrected(at, fields)
    }
    warn(
      schema, subject, expected: "its schema in `content`", "it is that of application/json")
    return Located(
      node: .mapping(
        [
          ("description", node["description"]), ("required", required),
          ("headers", node["headers"]), ("content", .content(of: schema)),
        ], at: node.place), resource: at.resource)
  }

  /// A response less the body that no answer with its status can have.
  private mutating func withoutBody(_ response: Response) -> Response {
    var response = response
    if let media = response.content.first(where: { $0.schema != nil }) {
      diagnostics.warning(
        "found a body, expected none, as no answer with this status has one (RFC 9110 §15.3.5); it "
          + "is left out",
        at: media.place)
    }
    response.content = []
    return response
  }

  /// A response, whose status its key says.
  private mutating func readResponse(_ at: Located) -> Response {
    let isOld = resources[at.resource].isOfSwagger2 && at.node["schema"] != nil
    let own =
      isOld && at.node["content"] == nil ? converted(at) { $0.convertedResponse($1) } : at
    let at = withContent(own, "a response", isOld ? Fields.swagger2Response : Fields.response)
    if at.node.mapping == nil, !at.node.isEmptyCollection {
      warn(at.node, "a response", expected: "a mapping", "it is empty")
    }
    var content = readContent(of: at)
    for index in content.indices { content[index].isOfAllAnswers = isOld }
    // From OpenAPI 3.2 on there may be a summary alone.
    let description = string("description", of: at.node) ?? string("summary", of: at.node)
    return Response(
      status: .default, description: description,
      headers: readHeaders(of: at), content: content, place: at.node.place)
  }

  private mutating func readStatuses(_ entry: Located.Entry) -> [Response.Status] {
    if let status = Response.Status(key: entry.key) { return [status] }
    if let digit = Response.Status.rangeDigit(of: entry.key) {
      diagnostics.warning(
        "found the response '\(entry.key)', expected a status such as 200, 4XX or default; it is "
          + "read as \(digit)XX", at: entry.keyPlace)
      return [.range(digit)]
    }
    let pieces = entry.key.split { !$0.isLetter && !$0.isNumber }
    let statuses = pieces.compactMap { piece in
      Response.Status(key: String(piece)).map { (key: piece, status: $0) }
    }
    let keys = statuses.map(\.key).joined(separator: " and ")
    diagnostics.warning(
      "found the response '\(entry.key)', expected a status such as 200, 4XX or default; "
        + (keys.isEmpty ? "it is left out" : "it is read as \(keys)"), at: entry.keyPlace)
    return statuses.map(\.status)
  }
}

extension Response {
  /// Gives it the media types that its operation has for all its answers, which in Swagger 2.0 a
  /// response that several refer to does not know.
  fileprivate mutating func giveTypes(_ types: [String]) {
    guard let media = content.first, media.isOfAllAnswers else { return }
    var seen: Set<String> = []
    content = (types.isEmpty ? ["application/json"] : types).filter { seen.insert($0).inserted }
      .map { type in (content.first { $0.key == type } ?? media).named(type) }
  }
}

extension Response.Status {
  /// The class of a key that is all of one, or most of it: `4**`, `40X`, `400-499`.
  static func rangeDigit(of key: String) -> Int? {
    let letters = Array(key.lowercased())
    guard let first = letters.first, "12345".contains(first), let digit = first.wholeNumberValue
    else { return nil }
    let isRange = letters == Array("\(digit)00-\(digit)99")
    let rest = letters.dropFirst()
    let isPattern = rest.count == 2 && rest.allSatisfy { "x*0123456789".contains($0) }
    return isRange || isPattern ? digit : nil
  }

  /// A key of the Responses Object; ranges also as `4xx`, which many write. Nil where it is none.
  init?(key: String) {
    if let code = Int(key) {
      guard (100...599).contains(code) else { return nil }
      self = .code(code)
      return
    }
    let text = key.lowercased()
    if text == "default" {
      self = .default
    } else if let digit = (1...5).first(where: { text == "\($0)xx" }) {
      self = .range(digit)
    } else {
      return nil
    }
  }
}
