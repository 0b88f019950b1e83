import OpenAPI

/// The parts of multipart forms (OAS 3.1 §4.8.14.4 and §4.8.15).
extension APIBuilder {
  /// The type of a part that is, or may be, a file; nil for one that is written as text or JSON.
  /// What says nothing of its type may be a file, which is also its default.
  mutating func partType(
    of id: Schema.ID, _ encoding: MediaType.Encoding? = nil
  ) -> SwiftType? {
    if let type = fileType(of: id) { return type }
    let isBinary = encoding?.contentType.map(isNoText) ?? false
    if let encoding, isWrittenByUser(id, encoding) {
      if case .array = schemas.shape(of: schemas.target(of: id)).shape { return .array(.formValue) }
      return .formValue
    }
    switch schemas.shape(of: schemas.target(of: id)).shape {
    case .array(let items?):
      return openPart(items, isBinary).map { .array($0) }
    case .array(nil): return .array(isBinary ? .file : .formValue)
    default: return openPart(id, isBinary)
    }
  }

  /// Whether a part is of a type that is no JSON, such as XML, where only that could say it.
  private mutating func isWrittenByUser(
    _ id: Schema.ID, _ encoding: MediaType.Encoding
  ) -> Bool {
    guard let types = encoding.contentType?.lowercased(), encoding.completed.style == nil,
      !types.contains("json"), !types.contains("*")
    else { return false }
    var value = schemas.target(of: id)
    if case .array(let items?) = schemas.shape(of: value).shape {
      value = schemas.target(of: items)
    }
    switch schemas.shape(of: value).shape {
    case .object, .dictionary: return true
    default: return false
    }
  }

  private mutating func openPart(_ id: Schema.ID, _ isBinary: Bool) -> SwiftType? {
    let id = schemas.target(of: id)
    if schemas[id].isAnything { return isBinary ? .file : .formValue }
    // One of several, of which one may be anything, may be a file too.
    let branches = schemas.alternatives(of: id)
    if branches.contains(where: { schemas[$0].isAnything }) { return .formValue }
    if isBinary, case .primitive(.string) = schemas.shape(of: id).shape { return .file }
    return nil
  }

  /// The type of a part that is a file for sure, or a list of files, or one of several things of
  /// which one is a file.
  mutating func fileType(of id: Schema.ID, depth: Int = 0) -> SwiftType? {
    guard depth < Schemas.mostLevels else { return nil }
    if let known = fileTypes[depth][id] { return known }
    let type = newFileType(of: id, depth: depth)
    fileTypes[depth][id] = .some(type)
    return type
  }

  private mutating func newFileType(of id: Schema.ID, depth: Int) -> SwiftType? {
    for schema in schemas.chain(of: id) {
      if schemas.layers(of: schema).contains(where: { isFile($0) }) { return .file }
      let branches = schemas.alternatives(of: schema)
      if !branches.isEmpty { return fileType(amongst: branches, depth: depth + 1) }
    }
    guard case .array(let items?) = schemas.shape(of: schemas.target(of: id)).shape,
      let element = fileType(of: items, depth: depth + 1), !element.isList
    else { return nil }
    return .array(element)
  }

  /// Where a list of files is one of several things, a list is what all of them are.
  private mutating func fileType(amongst branches: [Schema.ID], depth: Int) -> SwiftType? {
    let types = branches.map { fileType(of: $0, depth: depth) }
    guard types.contains(where: { $0 != nil }) else { return nil }
    let element = types.allSatisfy { $0?.element == .file } ? SwiftType.file : .formValue
    return types.contains { $0?.isList == true } ? .array(element) : element
  }

  mutating func isBinary(_ id: Schema.ID) -> Bool {
    schemas.layers(of: id).contains { saysBinary($0) }
  }

  func saysBinary(_ id: Schema.ID) -> Bool {
    schemas[id].format == "binary" && mayBeText(id)
  }

  /// `format: binary`, or content that is not encoded as text (JSON Schema Validation §8.3).
  private func isFile(_ id: Schema.ID) -> Bool {
    guard mayBeText(id) else { return false }
    if saysBinary(id) { return true }
    guard let encoding = schemas[id].contentEncoding else {
      return schemas[id].contentMediaType != nil
    }
    return encoding.lowercased() == "binary"
  }

  private func mayBeText(_ id: Schema.ID) -> Bool {
    schemas[id].types.isEmpty || schemas[id].types.contains(.string)
  }

  /// Whether no text is of a media type.
  private func isNoText(_ contentType: String) -> Bool {
    [
      "image/", "audio/", "video/", "application/octet-stream", "application/pdf",
      "application/zip",
    ]
    .contains { contentType.lowercased().hasPrefix($0) }
  }

  /// How the parts of a form are written: what is said of them, or follows from their schemas.
  mutating func encoding(of media: MediaType) -> [MediaType.Encoding] {
    // Only forms have styles (OAS 3.2 §4.15.1.2).
    var encoding = isPartList(media) ? media.encoding : media.encoding.map(\.completed)
    guard media.isMultipart, let schema = media.schema else { return encoding }
    for member in schemas.members(of: schema) {
      guard let type = contentType(of: member.property.schema) else { continue }
      let name = member.property.name
      if let index = encoding.firstIndex(where: { $0.name == name }) {
        if encoding[index].style != nil { continue }
        encoding[index].contentType = encoding[index].contentType ?? type
      } else {
        encoding.append(
          MediaType.Encoding(name: name, contentType: type, place: member.property.place))
      }
    }
    return encoding
  }

  /// The media type that the schema of a part, or of the items of a list, says that it has. Text in
  /// Base64 that says no other is application/octet-stream (OAS 3.1 §4.8.15.1).
  private mutating func contentType(of id: Schema.ID) -> String? {
    var id = schemas.target(of: id)
    // Of lists in lists, which may be lists of themselves, only the outermost is taken apart.
    if case .array(let items?) = schemas.shape(of: id).shape { id = schemas.target(of: items) }
    guard mayBeText(id) else { return nil }
    return schemas[id].contentMediaType
      ?? (schemas[id].contentEncoding == nil || isFile(id) ? nil : "application/octet-stream")
  }
}

extension MediaType.Encoding {
  /// With what a style says by leaving it out: any of `style`, `explode` and `allowReserved` makes
  /// the value one that is written in a style, of no media type (OAS 3.1 §4.8.15.1).
  var completed: MediaType.Encoding {
    guard style != nil || explode != nil || allowReserved else { return self }
    var encoding = self
    let style = style ?? .form
    encoding.style = style
    encoding.explode = explode ?? (style == .form)
    encoding.contentType = nil
    return encoding
  }
}

extension SwiftType {
  fileprivate var isList: Bool { element != self }

  /// What a list is of, or the type itself.
  fileprivate var element: SwiftType {
    if case .array(let element) = self { element } else { self }
  }
}
