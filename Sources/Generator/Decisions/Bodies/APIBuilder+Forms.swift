import OpenAPI

/// A schema that is the form of requests.
struct FormUse {
  var isMultipart = false
  /// Whether JSON or an answer has the schema too.
  var isShared = false
  /// How each part is written, with the headers that any of the requests has for it.
  var encoding: [String: MediaType.Encoding] = [:]

  func headers(of part: String) -> [Parameter] { encoding[part]?.headers ?? [] }
}

/// Forms as structs (OAS 3.1 §4.8.14.3 and §4.8.14.4).
extension APIBuilder {
  /// The schemas of forms. Those that nothing else uses are never JSON, and never read.
  mutating func findForms() -> [Schema.ID: FormUse] {
    var forms: [Schema.ID: FormUse] = [:]
    var roots: [Schema.ID] = []
    var others: [Schema.ID?] = []
    for operation in document.operations {
      for media in operation.requestBody?.content ?? [] {
        others.append(media.itemSchema)
        if media.isForm, let schema = media.schema {
          let root = schemas.target(of: schema)
          if forms[root] == nil { roots.append(root) }
          forms[root, default: FormUse()].add(media)
          others += media.encoding.flatMap(\.headers).map(\.schema)
        } else {
          others.append(media.schema)
        }
      }
    }
    for operation in [document.operations, document.webhooks].joined() {
      for media in operation.responses.lazy.flatMap(\.content) {
        others.append(media.schema)
        others.append(media.itemSchema)
      }
      let values = operation.parameters + operation.responses.flatMap(\.headers)
      others += values.map { $0.schema ?? $0.content?.schema }
    }
    // What the provider sends is read.
    others += document.webhooks.flatMap { $0.requestBody?.content ?? [] }.map(\.schema)
    let elsewhere = SchemaSet(
      from: others.compactMap { $0 } + roots.flatMap { directMembers(of: $0) }, addParts)
    return forms.reduce(into: forms) { forms, form in
      forms[form.key]?.isShared = elsewhere.contains(form.key)
    }
  }

  private mutating func directMembers(of id: Schema.ID) -> [Schema.ID] {
    schemas.parts(of: id).flatMap { part in
      var members = schemas[part.schema].properties.map(\.schema)
      if case .schema(let values) = schemas[part.schema].additionalProperties {
        members.append(values)
      }
      return members
    }
  }

  /// The schemas that a value of one has parts of.
  private func addParts(of id: Schema.ID, to parts: inout [Schema.ID]) {
    parts += schemas.bases(of: id)
    parts += schemas[id].anyOf
    parts += schemas[id].oneOf
    for property in schemas[id].properties { parts.append(property.schema) }
    if let items = schemas[id].items { parts.append(items) }
    if let content = schemas[id].contentSchema { parts.append(content) }
    if case .schema(let values) = schemas[id].additionalProperties { parts.append(values) }
  }

  /// The form that a schema is, where it is nothing else.
  func onlyForm(_ id: Schema.ID) -> FormUse? {
    forms[id].flatMap { $0.isShared ? nil : $0 }
  }

  /// What a form is given as. One with files, or headers of its parts, that JSON has too, or that
  /// is a choice or a dictionary, has a struct beside the type of its schema.
  mutating func formType(of media: MediaType, named name: String) -> SwiftType {
    guard let schema = media.schema else {
      return media.isMultipart ? .dictionary(.formValue) : .json
    }
    let root = schemas.target(of: schema)
    if !media.isMultipart, case .array = schemas.shape(of: root).shape {
      diagnostics.warning(
        "found a list for '\(media.key)', expected an object, whose properties are the fields; it "
          + "takes any fields", at: media.place)
    }
    if media.isMultipart, isOpen(root), rules(inside: root).isEmpty {
      return .dictionary(.formValue)
    }
    guard let form = forms[root], media.isMultipart, hasOwnType(root, as: form) else {
      // On a line of its own: `form` would be called on a copy of the builder from before.
      let type = decide(schema, named: name, in: .provider).type
      return self.form(type, ofFiles: media.isMultipart)
    }
    if let path = formTypes[root] { return .named(path) }
    let component = componentNames[root] ?? componentNames[schema]
    let given = GivenName(component.map { $0.name + "Form" } ?? name, at: schemas[root].place)
    let path = newPath(claimType(given, in: .provider, renaming: .operationID))
    formTypes[root] = path
    let documentation = documentation(of: root, named: path.name)
    // Declared before what it holds, so that the output is in the order of the description.
    let declaration = TypeDeclaration(
      path: path, documentation: documentation, kind: .alias(.json))
    declare(declaration)
    declaration.kind = .object(object(root, at: path, form: form))
    return .named(path)
  }

  /// Whether a form may have any parts, so that each may be a file.
  mutating func isOpen(_ root: Schema.ID) -> Bool {
    if case .dictionary(nil) = schemas.shape(of: root).shape { return true }
    return schemas[root].isAnything
  }

  private mutating func hasOwnType(_ root: Schema.ID, as form: FormUse) -> Bool {
    if case .object = schemas.shape(of: root).shape, !form.isShared { return false }
    return carriesFiles(root) || isOpen(root)
      || form.encoding.values.contains { !$0.headers.isEmpty }
  }

  /// Whether parts of a multipart form are files.
  mutating func carriesFiles(_ id: Schema.ID) -> Bool {
    if case .schema(let values) = schemas.additionalProperties(of: id), fileType(of: values) != nil
    {
      return true
    }
    return schemas.members(of: id).contains { fileType(of: $0.property.schema) != nil }
  }

  /// A form has named fields: anything else that a description asks for is left open.
  func form(_ type: SwiftType, ofFiles isMultipart: Bool = false) -> SwiftType {
    let open = isMultipart ? SwiftType.dictionary(.formValue) : .json
    return switch type {
    case .named: enumeration(type) == nil ? type : open
    case .dictionary: type
    default: open
    }
  }
}

extension FormUse {
  fileprivate mutating func add(_ media: MediaType) {
    guard media.isMultipart else { return }
    isMultipart = true
    for encoding in media.encoding {
      let known = self.encoding[encoding.name, default: encoding]
      self.encoding[encoding.name] = known
      for header in encoding.headers
      where !known.headers.contains(where: { $0.name == header.name }) {
        self.encoding[encoding.name]?.headers.append(header)
      }
    }
  }
}
