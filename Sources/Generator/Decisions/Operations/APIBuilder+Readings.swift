import OpenAPI

/// The media types of an answer, and what each is read as.
extension APIBuilder {
  /// The media types less those that only say again what JSON says, and those that no answer would
  /// tell apart. Of a refusal no more than its JSON: the files among the media types that an
  /// operation of Swagger 2.0 has for all its answers are not of the schema of an error.
  mutating func distinctAnswers(_ content: [MediaType], isSuccess: Bool) -> [MediaType] {
    let json = content.first { $0.name == "application/json" } ?? content.first(where: \.isJSON)
    var names: [String] = []
    return content.filter { media in
      let isOther = json.map { $0.key != media.key } ?? false
      if isOther, mayBeJSON(media, isSuccess: isSuccess),
        media.schema == nil || schemas.isSame(media.schema, json?.schema), !isPlainText(media)
      {
        return false
      }
      let name = media.accepted.lowercased()
      if names.contains(name) {
        diagnostics.warning(
          "found '\(media.key)' beside another '\(name)', expected one, since answers are told apart by "
            + "their type alone; the first counts", at: media.place)
        return false
      }
      names.append(name)
      return true
    }
  }

  /// Whether JSON may stand for what this media type says of its schema: of a success that is no
  /// bytes, in another way to write it down or in one that is left open.
  private mutating func mayBeJSON(_ media: MediaType, isSuccess: Bool) -> Bool {
    guard let schema = media.schema else { return media.isSerialization }
    if !isSuccess { return true }
    return media.isSerialization ? !isBinary(schema) : media.leavesOpenHow && hasParts(media)
  }

  /// Whether a plain text is read as what JSON of the same schema is: servers send such a value as
  /// the one or the other.
  private mutating func isPlainText(_ media: MediaType) -> Bool {
    guard media.name == "text/plain", let schema = media.schema else { return false }
    let (shape, isNullable) = schemas.shape(of: schemas.target(of: schema))
    switch shape {
    case .primitive(.json), .primitive(.data): return false
    case .primitive, .enumeration: return !isNullable
    default: return false
    }
  }

  /// How a body of this media type is read, and what as.
  mutating func reading(
    of media: MediaType, isSuccess: Bool, named typeName: @autoclosure () -> String
  ) -> (format: APIOperation.Answer.Format, type: SwiftType) {
    switch framing(of: media, isSuccess: isSuccess) {
    case .events: return (.events, .stream(.event(eventContent(of: media, named: typeName()))))
    case .jsonLines: return (.jsonLines, .stream(element(of: media, named: typeName())))
    case .jsonSequence: return (.jsonSequence, .stream(element(of: media, named: typeName())))
    case nil: break
    }
    if media.itemSchema != nil {
      diagnostics.warning(
        "found `itemSchema` for '\(media.key)', expected it for a stream such as "
          + "application/jsonl; it is left out", at: media.place)
    }
    // `format: binary` says that the body is bytes, whatever its media type is (OAS 3.0 §4.7.14.2).
    if let schema = media.schema, isBinary(schema) { return (.data, .data) }
    // Where only the schema says anything, a structure can but be JSON.
    if media.isAny || media.name == "application/*", let schema = media.schema {
      // So Spring describes bytes.
      if case .primitive(.data) = schemas.shape(of: schemas.target(of: schema)).shape {
        return (.data, .data)
      }
      return isText(schema)
        ? (.text, textType(of: media, named: typeName()))
        : (.json, decide(schema, named: typeName(), in: .provider).optionalType)
    }
    if media.isJSON, let schema = media.schema, isStreamResult(schema) {
      let item = decide(schema, named: typeName() + "Item", in: .provider).optionalType
      return (.jsonLines, .stream(item))
    }
    if media.isJSON || isTyped(media, ofRefusal: !isSuccess) {
      let type = media.schema.map { decide($0, named: typeName(), in: .provider).optionalType }
      return (.json, type ?? .json)
    }
    if media.name.hasPrefix("text/"), !media.name.hasSuffix("xml") {
      return (.text, textType(of: media, named: typeName()))
    }
    return (isBase64(media) ? .text : .data, .data)
  }

  /// How the elements of an answer are told apart. A refusal is one value, unless the description
  /// speaks of several: FastAPI writes the media type of the success beside each refusal.
  private mutating func framing(of media: MediaType, isSuccess: Bool) -> MediaType.Framing? {
    let isOne = media.itemSchema == nil && media.schema == elementSchema(of: media)
    return !isSuccess && isOne && hasParts(media) ? nil : media.framing
  }

  /// Whether an answer is one of many, a line each: so grpc-gateway describes what a call streams.
  private mutating func isStreamResult(_ id: Schema.ID) -> Bool {
    let target = schemas.target(of: id)
    guard schemas[target].title?.hasPrefix("Stream result of ") == true else { return false }
    let names = schemas.members(of: id).map(\.property.name)
    return names.contains("result") && names.allSatisfy { ["error", "result"].contains($0) }
  }

  /// The elements of JSON Lines or a JSON sequence.
  private mutating func element(
    of media: MediaType, named typeName: @autoclosure () -> String
  ) -> SwiftType {
    elementSchema(of: media).map {
      decide($0, named: typeName() + "Item", in: .provider).optionalType
    } ?? .json
  }

  /// What is said of each element of a stream. A `schema` that is a list is of all of them (OAS 3.2
  /// §4.14.3.1), one that is a plain string is of the text, and any other is of one: before OpenAPI
  /// 3.2 there was no other place for it.
  mutating func elementSchema(of media: MediaType) -> Schema.ID? {
    if let item = media.itemSchema { return item }
    guard let schema = media.schema else { return nil }
    let chain = schemas.chain(of: schema).map { schemas[$0] }
    if let items = chain.compactMap(\.items).first { return items }
    // Beside branches that are none a string is meant for nothing.
    let isText =
      chain.contains { $0.types == [.string] && $0.enumValues == nil }
      && !schemas.shape(of: schemas.target(of: schema)).shape.isDeclared
    return isText ? nil : schema
  }
}
