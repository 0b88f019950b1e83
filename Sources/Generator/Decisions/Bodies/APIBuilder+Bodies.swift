import OpenAPI

/// What a request carries.
extension APIBuilder {
  mutating func body(_ body: RequestBody, named name: String) -> APIOperation.Body? {
    let typeName = Identifier.type(name) + "Body"
    let content = distinct(body.content)
    // What may be left out, and can hold nothing, is never sent: Stripe has it at each GET.
    if !body.isRequired, content.allSatisfy({ holdsNothing($0) }) { return nil }
    // Where there is a choice, its enum has the plain name; inline types, that of their format.
    var variants = content.map { media in
      var variant = variant(
        media, named: content.count == 1 ? typeName : Identifier.type(name) + media.formatName)
      variant.isNullSent = body.isRequired && variant.type.isOptional
      if isJSON(variant) { variant.rules += media.schema.map { rules(for: $0) } ?? [] }
      return variant
    }
    let documentation = Documentation.lines(body.description)
    guard variants.count > 1 else {
      return variants.first.map {
        APIOperation.Body(
          type: $0.type, isOptional: !body.isRequired, variants: [$0], documentation: documentation)
      }
    }
    var scope = NameScope()
    for index in variants.indices {
      variants[index].caseName = scope.claimMember(
        Identifier.member(content[index].formatName))
    }
    let path = newPath(
      claimType(GivenName(typeName, at: body.place), in: .provider, renaming: .operationID))
    declare(
      TypeDeclaration(
        path: path, documentation: documentation,
        kind: .bodies(
          zip(variants, content).map {
            TypeDeclaration.BodyCase(
              name: $0.caseName ?? "", type: $0.type, documentation: ["`\($1.key)`"])
          })))
    return APIOperation.Body(
      type: .named(path), isOptional: !body.isRequired, variants: variants,
      documentation: documentation)
  }

  private mutating func holdsNothing(_ media: MediaType) -> Bool {
    guard let id = media.schema.map({ schemas.target(of: $0) }),
      case .object = schemas.shape(of: id).shape
    else { return false }
    return schemas.members(of: id).isEmpty
  }

  /// Whether a body can be written as JSON: no file can, nor what is only ever a form.
  private func isJSON(_ variant: APIOperation.BodyVariant) -> Bool {
    // It has no rules, or it would be a struct.
    if variant.type == .dictionary(.formValue) { return false }
    guard case .named(let path) = variant.type,
      case .object(let object) = declarations[path]?.kind
    else { return variant.format != .file }
    return !object.isForm
  }

  private mutating func variant(
    _ media: MediaType, named typeName: String
  ) -> APIOperation.BodyVariant {
    // `format: binary` says that the body is bytes, as it does of an answer.
    let isBinary = media.schema.map { self.isBinary($0) } ?? false
    if !isBinary, media.isJSON || isTyped(media) {
      let schema = isPatchInObject(media) ? nil : media.schema
      let use = schema.map { decide($0, named: typeName, in: .provider) }
      return APIOperation.BodyVariant(
        format: .json, type: use?.optionalType ?? .json,
        contentType: media.key == "application/json" || media.isRange ? nil : media.key,
        encoding: [])
    }
    if isWholeMessage(media) {
      if !media.isMultipart {
        return APIOperation.BodyVariant(
          format: .text, type: .string, contentType: media.key, encoding: [])
      }
      let type = media.key.lowercased().contains("boundary=") ? media.key : "multipart/*"
      return APIOperation.BodyVariant(
        format: .file, type: .file, contentType: type, encoding: [])
    }
    if media.isForm {
      let areUnnamed = isPartList(media)
      return APIOperation.BodyVariant(
        format: areUnnamed ? .parts : media.isMultipart ? .multipart : .form,
        type: formType(of: media, named: typeName),
        contentType: media.multipartType(
          besides: areUnnamed ? "multipart/mixed" : "multipart/form-data"),
        encoding: encoding(of: media))
    }
    if let list = list(of: media, named: typeName) { return list }
    if media.name.hasPrefix("text/") {
      return APIOperation.BodyVariant(
        format: .text, type: textType(of: media, named: typeName),
        contentType: media.key == "text/plain" || media.isRange ? nil : media.key, encoding: [])
    }
    if isBase64(media) {
      return APIOperation.BodyVariant(
        format: .text, type: .data, contentType: media.isRange ? nil : media.key, encoding: [])
    }
    return APIOperation.BodyVariant(
      format: .file, type: .file, contentType: media.isAny ? nil : media.key, encoding: [])
  }

  /// Whether all parts are described as one text, as OData does of a batch: it comes with what is
  /// between them, which its type says (RFC 2046 §5.1.1). So are fields that are encoded already.
  private mutating func isWholeMessage(_ media: MediaType) -> Bool {
    guard media.isForm, media.name != "multipart/form-data", let schema = media.schema,
      case .primitive(let type) = schemas.shape(of: schemas.target(of: schema)).shape
    else { return false }
    return type == .string || type == .data
  }

  /// Whether a JSON Patch is described as an object of anything, as Kubernetes does: it is a list
  /// (RFC 6902 §3), and no object could be sent.
  private mutating func isPatchInObject(_ media: MediaType) -> Bool {
    guard media.name == "application/json-patch+json", let schema = media.schema,
      case .dictionary = schemas.shape(of: schemas.target(of: schema)).shape
    else { return false }
    diagnostics.warning(
      "found an object for '\(media.key)', expected a list (RFC 6902 §3); it is any JSON value",
      at: media.place)
    return true
  }

  /// The elements of JSON Lines or a JSON sequence, where the description says what they are (OAS
  /// 3.2 §4.14.3.1); anything else is a file. See `elementSchema`.
  private mutating func list(
    of media: MediaType, named typeName: String
  ) -> APIOperation.BodyVariant? {
    let isLines = media.framing == .jsonLines
    guard isLines || media.framing == .jsonSequence else { return nil }
    let type: SwiftType
    var rules: [Rule] = []
    if media.itemSchema == nil, let schema = media.schema,
      case .array = schemas.shape(of: schemas.target(of: schema)).shape
    {
      type = decide(schema, named: typeName, in: .provider).type
    } else if let item = elementSchema(of: media), !schemas[item].isAnything {
      type = .array(decide(item, named: typeName + "Item", in: .provider).optionalType)
      rules = self.rules(for: item).map { .items($0) }
    } else {
      return nil
    }
    let usual = isLines ? "application/jsonl" : "application/json-seq"
    return APIOperation.BodyVariant(
      format: isLines ? .jsonLines : .jsonSequence, type: type,
      contentType: media.key == usual ? nil : media.key, encoding: [], rules: rules)
  }

  /// Whether bytes are all of it, in Base64 (OAS 3.1 §4.8.14.2). `format: byte` does not say so:
  /// where a file is described by it, mostly the bytes themselves are meant.
  mutating func isBase64(_ media: MediaType) -> Bool {
    guard let schema = media.schema else { return false }
    return schemas[schemas.target(of: schema)].contentEncoding?.lowercased() == "base64"
  }

  /// A string, or a value of which the runtime writes one; Base64 is for the user to write or not.
  mutating func textType(of media: MediaType, named typeName: String) -> SwiftType {
    guard let schema = media.schema else { return .string }
    switch schemas.shape(of: schemas.target(of: schema)).shape {
    case .primitive(.json), .primitive(.data), .primitive(.string): return .string
    case .primitive, .enumeration: return decide(schema, named: typeName, in: .provider).type
    default: return .string
    }
  }

  /// Whether a value has properties or items, and its media type leaves open how it is written:
  /// then that is JSON. So is a refusal under a type of files or of a stream: that is the type of
  /// what the operation gives otherwise.
  mutating func isTyped(_ media: MediaType, ofRefusal isRefusal: Bool = false) -> Bool {
    let isOfSuccess = isRefusal && (media.isOfFiles || media.framing != nil)
    guard media.leavesOpenHow || isOfSuccess, hasParts(media) else { return false }
    // Where the operation says it of all its answers, it is right as it is.
    let isMeant = isRefusal && (media.isOfAllAnswers || media.framing != nil)
    if !media.isRange, !isMeant {
      diagnostics.warning(
        "found a schema for '\(media.key)', which does not say how it is written, expected a type that "
          + "ends in `+json`; it is JSON", at: media.place)
    }
    return true
  }

  /// Whether a value of it has properties or items.
  mutating func hasParts(_ media: MediaType) -> Bool {
    media.schema.map { isCompound($0) } ?? false
  }

  mutating func isCompound(_ id: Schema.ID) -> Bool {
    switch schemas.shape(of: schemas.target(of: id)).shape {
    case .object, .union, .array, .dictionary: true
    case .enumeration, .primitive, .same: false
    }
  }
}

extension MediaType {
  /// What tells it from other bodies of the same request: any body is a file.
  fileprivate var formatName: String { isAny ? "File" : kindName }

  /// Whether it stands for several types (RFC 9110 §12.5.1), or for none: there is nothing to send
  /// as `Content-Type`.
  var isRange: Bool { name.contains("*") || !name.contains("/") }

  /// A multipart type that is not the usual one. Its boundary is another one for each request.
  fileprivate func multipartType(besides usual: String) -> String? {
    guard isMultipart, !isRange, key != usual else { return nil }
    return key.lowercased().contains("boundary") ? name : key
  }

  var isMultipart: Bool { name.hasPrefix("multipart/") }

  /// `application/x-www-form-urlencoded`, `multipart/form-data` and other multipart types.
  var isForm: Bool { name == "application/x-www-form-urlencoded" || isMultipart }
}
