import OpenAPI

/// What a request carries.
extension APIBuilder {
  mutating func body(_ body: RequestBody, named name: String) -> APIOperation.Body? {
    let typeName = Identifier.type(name) + "Body"
    let content = distinct(body.content)
    // Where there is a choice, its enum has the plain name, and each inline type that of its format.
    var variants = content.map { media in
      variant(
        media, named: content.count == 1 ? typeName : Identifier.type(name) + formatName(of: media))
    }
    guard variants.count > 1 else {
      return variants.first.map {
        APIOperation.Body(type: $0.type, isOptional: !body.isRequired, variants: [$0])
      }
    }
    var scope = NameScope()
    for index in variants.indices {
      variants[index].caseName = scope.claimMember(
        Identifier.member(formatName(of: content[index])))
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

  /// The media types less those that say of the same schema what JSON says better.
  private func distinct(_ content: [MediaType]) -> [MediaType] {
    guard let json = content.first(where: \.isJSON) else { return content }
    return [json]
      + content.filter { media in
        media.key != json.key && !media.name.contains("*") && media.schema != json.schema
          && !media.name.hasSuffix("xml")
      }
  }

  private func formatName(of media: MediaType) -> String {
    if media.isJSON { return "JSON" }
    switch media.name {
    case "application/x-www-form-urlencoded": return "Form"
    case "multipart/form-data": return "Multipart"
    case "text/plain": return "Text"
    case "application/octet-stream": return "Binary"
    default: return Identifier.type(media.name)
    }
  }

  private mutating func variant(
    _ media: MediaType, named typeName: String
  ) -> APIOperation.BodyVariant {
    let isExact = !media.name.contains("*") && media.name.contains("/")
    if media.isJSON {
      let use = media.schema.map { decide($0, named: typeName, in: []) }
      return APIOperation.BodyVariant(
        format: .json, type: use?.optionalType ?? .json,
        contentType: media.key == "application/json" ? nil : media.key, encoding: [])
    }
    if media.isForm {
      let isMultipart = media.name.hasPrefix("multipart/")
      let use = media.schema.map { decide($0, named: typeName, in: []) }
      return APIOperation.BodyVariant(
        format: isMultipart ? .multipart : .form, type: use.map { form($0.type) } ?? .json,
        contentType: nil, encoding: media.encoding)
    }
    if media.name.hasPrefix("text/") {
      return APIOperation.BodyVariant(
        format: .text, type: .string,
        contentType: media.key == "text/plain" || !isExact ? nil : media.key, encoding: [])
    }
    return APIOperation.BodyVariant(
      format: .file, type: .file, contentType: isExact ? media.key : nil, encoding: [])
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
  /// `application/x-www-form-urlencoded`, `multipart/form-data` and other multipart types.
  var isForm: Bool {
    name == "application/x-www-form-urlencoded" || name.hasPrefix("multipart/")
  }
}
