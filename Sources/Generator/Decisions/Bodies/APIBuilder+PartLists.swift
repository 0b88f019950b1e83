import OpenAPI

/// Multipart bodies whose parts have no names, but an order (OAS 3.2 §4.14.5.2).
extension APIBuilder {
  /// Makes a form of each such body, with a field for each place: `part1`, `part2`, and `items` for
  /// all that follow.
  mutating func nameParts() {
    for operation in document.operations.indices {
      let content = document.operations[operation].requestBody?.content ?? []
      for (index, media) in content.enumerated() where media.isMultipart {
        guard let form = form(ofListIn: media) else { continue }
        document.operations[operation].requestBody?.content[index] = form
      }
    }
  }

  /// Whether the parts of a body have no names.
  func isPartList(_ media: MediaType) -> Bool {
    partLists.values.contains { $0 == media.schema }
  }

  /// Nil where the body is no list of parts, or where they need names.
  private mutating func form(ofListIn media: MediaType) -> MediaType? {
    let described = media.prefixEncoding + [media.itemEncoding].compactMap { $0 }
    let needsNames = media.name == "multipart/form-data" && !described.contains(where: \.saysName)
    guard let source = media.itemSchema ?? media.schema, !needsNames,
      media.itemSchema != nil || isList(source)
    else {
      if let encoding = described.first {
        diagnostics.warning(
          "found the encoding of a part by its place, expected one by its name, as the body is no "
            + "list or needs names; it is left out", at: encoding.place)
      }
      return nil
    }
    let schema = partLists[source] ?? form(of: source, in: media)
    partLists[source] = schema
    var form = media
    form.itemSchema = nil
    form.schema = schema
    form.encoding = schemas[schema].properties.enumerated().map { place, field in
      let encoding = media.prefixEncoding.dropFirst(place).first ?? media.itemEncoding
      return self.encoding(of: field, encoding)
    }
    return form
  }

  /// Whether a schema is of a list that has places.
  private mutating func isList(_ id: Schema.ID) -> Bool {
    let id = schemas.target(of: id)
    guard case .array = schemas.shape(of: id).shape else { return false }
    let isOpen = schemas[id].items.map { !schemas[$0].isNothing } ?? true
    return isOpen || !schemas[id].prefixItems.isEmpty
  }

  /// The form that stands for a list. What may be missing is at its end.
  private mutating func form(of source: Schema.ID, in media: MediaType) -> Schema.ID {
    let target = schemas.target(of: source)
    let list = media.itemSchema == nil ? schemas[target] : Schema(place: media.place)
    let anything = schemas.add(Schema(place: media.place))
    let items = media.itemSchema ?? list.items
    var places = list.prefixItems
    while places.count < media.prefixEncoding.count { places.append(items ?? anything) }
    var form = Schema(place: media.place)
    form.types = [.object]
    form.description = list.description
    form.properties = places.enumerated().map { place, schema in
      Schema.Property(name: "part\(place + 1)", schema: schema, place: schemas[schema].place)
    }
    form.required = form.properties.prefix(list.minItems ?? places.count).map(\.name)
    let isOpen = places.isEmpty || media.itemEncoding != nil
    if let rest = items ?? (isOpen ? anything : nil), !schemas[rest].isNothing {
      var others = Schema(place: schemas[rest].place)
      others.types = [.array]
      others.items = rest
      if places.isEmpty {
        others.constraints = list.constraints
        form.required = ["items"]
      }
      form.properties.append(
        Schema.Property(name: "items", schema: schemas.add(others), place: others.place))
    }
    for (field, before) in zip(form.properties.dropFirst(), form.properties)
    where !form.required.contains(before.name) {
      form.dependentRequired.append((field.name, [before.name]))
    }
    return schemas.add(form)
  }

  /// How a field that stands for a place is written.
  private mutating func encoding(
    of field: Schema.Property, _ described: MediaType.Encoding?
  ) -> MediaType.Encoding {
    let isRest = field.name == "items"
    var encoding = MediaType.Encoding(
      name: field.name, contentType: described?.contentType, place: field.place)
    // A list in one place is one part.
    if !isRest, isList(field.schema) {
      encoding.contentType = encoding.contentType ?? "application/json"
      encoding.explode = false
    }
    for var header in described?.headers ?? [] {
      if let schema = header.schema, schemas[schema].isNothing { continue }
      let isConstant = header.schema.flatMap { onlyValue(of: $0, as: .string) } != nil
      if isRest, !isConstant {
        diagnostics.warning(
          "found the header '\(header.name)' for each of several parts, expected one that is always "
            + "the same; it is left out", at: header.place)
        continue
      }
      header.isRequired = header.isRequired || isConstant
      encoding.headers.append(header)
    }
    return encoding
  }
}

extension MediaType.Encoding {
  /// Whether it gives the part its name.
  fileprivate var saysName: Bool {
    headers.contains { $0.name.lowercased() == "content-disposition" }
  }
}

extension Schema {
  fileprivate var minItems: Int? {
    for case .minItems(let count) in constraints { return count }
    return nil
  }
}
