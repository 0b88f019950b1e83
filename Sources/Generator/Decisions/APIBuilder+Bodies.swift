import OpenAPI

/// What a request carries.
extension APIBuilder {
  mutating func body(_ body: RequestBody, named name: String) -> APIOperation.Body? {
    let typeName = Identifier.type(name) + "Body"
    let content = distinct(body.content)
    // Where there is a choice, its enum has the plain name, and each inline type that of its format.
    var variants = content.map { media in
      var variant = variant(
        media, named: content.count == 1 ? typeName : Identifier.type(name) + media.formatName)
      if isJSON(variant) { variant.rules = media.schema.map { rules(for: $0) } ?? [] }
      return variant
    }
    guard variants.count > 1 else {
      return variants.first.map {
        APIOperation.Body(type: $0.type, isOptional: !body.isRequired, variants: [$0])
      }
    }
    var scope = NameScope()
    for index in variants.indices {
      variants[index].caseName = scope.claimMember(
        Identifier.member(content[index].formatName))
    }
    let path = [claimType(typeName, in: [])]
    declare(
      TypeDeclaration(
        path: path, documentation: Documentation.lines(body.description),
        kind: .bodies(
          zip(variants, content).map {
            TypeDeclaration.BodyCase(
              name: $0.caseName ?? "", type: $0.type, documentation: ["`\($1.key)`"])
          })))
    return APIOperation.Body(
      type: .named(path), isOptional: !body.isRequired, variants: variants)
  }

  /// Whether a body can be written as JSON: no file can, nor what is only ever a form.
  private func isJSON(_ variant: APIOperation.BodyVariant) -> Bool {
    guard case .named(let path) = variant.type,
      case .object(let object) = declarations[path]?.kind
    else { return variant.format != .file }
    return !object.isForm
  }

  private mutating func variant(
    _ media: MediaType, named typeName: String
  ) -> APIOperation.BodyVariant {
    if media.isJSON || isTyped(media) {
      let use = media.schema.map { decide($0, named: typeName, in: []) }
      return APIOperation.BodyVariant(
        format: .json, type: use?.optionalType ?? .json,
        contentType: media.key == "application/json" || media.isRange ? nil : media.key,
        encoding: [])
    }
    if media.isForm {
      let use = media.schema.map { decide($0, named: typeName, in: []) }
      return APIOperation.BodyVariant(
        format: media.isMultipart ? .multipart : .form, type: use.map { form($0.type) } ?? .json,
        contentType: nil, encoding: media.encoding)
    }
    if media.name.hasPrefix("text/") {
      return APIOperation.BodyVariant(
        format: .text, type: .string,
        contentType: media.key == "text/plain" || media.isRange ? nil : media.key, encoding: [])
    }
    return APIOperation.BodyVariant(
      format: .file, type: .file, contentType: media.isRange ? nil : media.key, encoding: [])
  }

  /// Whether any type will do for a value that has properties or items: it is sent as JSON.
  private mutating func isTyped(_ media: MediaType) -> Bool {
    guard ["*/*", "*", "application/*"].contains(media.name), let schema = media.schema else {
      return false
    }
    switch shape(of: target(of: schema)).shape {
    case .object, .union, .array, .dictionary: return true
    case .enumeration, .primitive, .same: return false
    }
  }

  /// Whether a form has parts that are files.
  mutating func carriesFiles(_ media: MediaType) -> Bool {
    guard media.isMultipart, let schema = media.schema else { return false }
    for member in members(of: schema) where fileType(of: member.property.schema) != nil {
      return true
    }
    return false
  }

  /// A form has named fields: anything else that a description asks for is left open.
  func form(_ type: SwiftType) -> SwiftType {
    switch type {
    case .named(let path):
      if case .enumeration = declarations[path]?.kind { return .json }
      return type
    case .dictionary: return type
    default: return .json
    }
  }

  /// The schemas of forms that nothing else uses: they are never JSON, and never read.
  mutating func findFormSchemas() -> Set<Schema.ID> {
    var forms: Set<Schema.ID> = []
    var others: [Schema.ID] = []
    for operation in document.operations + document.webhooks {
      for media in operation.requestBody?.content ?? [] {
        guard let schema = media.schema else { continue }
        if media.isForm { forms.insert(schema) } else { others.append(schema) }
      }
      let answers = operation.responses.flatMap(\.content)
      others += answers.compactMap(\.schema) + answers.compactMap(\.itemSchema)
      let values = operation.parameters + operation.responses.flatMap(\.headers)
      others += values.compactMap { $0.schema ?? $0.content?.schema }
    }
    let roots = Set(forms.compactMap { chain(of: $0).last }).union(forms)
    let elsewhere = reached(from: others + forms.flatMap { directMembers(of: $0) })
    return roots.subtracting(elsewhere)
  }

  private mutating func directMembers(of id: Schema.ID) -> [Schema.ID] {
    parts(of: id).flatMap { document[$0.schema].properties.map(\.schema) }
  }

  private func reached(from roots: [Schema.ID]) -> Set<Schema.ID> {
    var reached: Set<Schema.ID> = []
    var pending = roots
    while let id = pending.popLast() {
      guard reached.insert(id).inserted else { continue }
      let schema = document[id]
      pending += bases(of: schema) + schema.anyOf + schema.oneOf + schema.properties.map(\.schema)
      pending += [schema.items, schema.contentSchema].compactMap { $0 }
      if case .schema(let values) = schema.additionalProperties { pending.append(values) }
    }
    return reached
  }
}

extension MediaType {
  /// What tells it from other bodies of the same request: any body is a file.
  fileprivate var formatName: String { isAny ? "File" : kindName }

  /// Whether it stands for several types (RFC 9110 §12.5.1), or for none: there is nothing to send
  /// as `Content-Type`.
  var isRange: Bool { name.contains("*") || !name.contains("/") }

  var isMultipart: Bool { name.hasPrefix("multipart/") }

  /// `application/x-www-form-urlencoded`, `multipart/form-data` and other multipart types.
  var isForm: Bool { name == "application/x-www-form-urlencoded" || isMultipart }
}
