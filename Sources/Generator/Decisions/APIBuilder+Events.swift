import OpenAPI

/// The data of server-sent events (OAS 3.2 §4.14.4).
extension APIBuilder {
  /// What the data of the events is read as. Descriptions have two ways to say it, and a schema
  /// shows which it is: one with the fields of an event, and no others, is of the event; any other
  /// is of the JSON in its data.
  mutating func eventContent(of media: MediaType, named typeName: String) -> SwiftType {
    guard let schema = elementSchema(of: media) else { return .json }
    guard let contents = dataSchemas(ofEvent: schema) else {
      return isText(schema) ? .json : decide(schema, named: typeName + "Event", in: .provider).type
    }
    guard contents.count > 1 else {
      return contents.first.map { decide($0, named: typeName + "Event", in: .provider).type }
        ?? .json
    }
    // Events of several kinds: what is in their data is a choice like any other.
    var choice = Schema(place: document[schema].place)
    choice.anyOf = contents
    return decide(add(choice, of: contents), named: typeName + "Event", in: .provider).type
  }

  /// The schemas of the JSON that the data of an event holds, each once; nil where the schema is
  /// not that of an event.
  /// - Parameter choices: What it is a branch of.
  private mutating func dataSchemas(
    ofEvent id: Schema.ID, in choices: [Schema.ID] = []
  ) -> [Schema.ID]? {
    switch shape(of: id).shape {
    case .same(let base): return dataSchemas(ofEvent: base, in: choices)
    case .union(let choice):
      var contents: [Schema.ID] = []
      for case .schema(let branch) in choice.branches where !choices.contains(branch) {
        guard let inside = dataSchemas(ofEvent: branch, in: choices + [id, branch]) else {
          return nil
        }
        contents += inside.filter { !contents.contains($0) }
      }
      return contents
    case .object:
      let members = members(of: id).map(\.property)
      // Spring's `SseEmitter` is what sends the events, and says nothing of them.
      if members.map(\.name) == ["timeout"] { return [] }
      guard let data = members.first(where: { $0.name == "data" }),
        members.allSatisfy({ ["comment", "data", "event", "id", "retry"].contains($0.name) })
      else { return nil }
      let contents = contentSchemas(ofDataIn: id)
      if !contents.isEmpty { return contents }
      // What is no string cannot be data as it is, and can only be meant as JSON.
      return isText(data.schema) || document[data.schema].isAnything ? [] : [data.schema]
    default: return nil
    }
  }

  /// What is said of the JSON in the strings that the data of an event may be, each once.
  private mutating func contentSchemas(ofDataIn id: Schema.ID) -> [Schema.ID] {
    let data = parts(of: id).flatMap { document[$0.schema].properties }.filter { $0.name == "data" }
    var contents: [Schema.ID] = []
    for part in data.flatMap({ parts(of: $0.schema) }) {
      if let content = document[part.schema].contentSchema, !contents.contains(content) {
        contents.append(content)
      }
    }
    return contents
  }

  /// Whether the schema is of plain text.
  mutating func isText(_ id: Schema.ID) -> Bool {
    switch shape(of: id).shape {
    case .same(let base): isText(base)
    case .enumeration(let values): values.type == .string
    case .primitive(let type):
      [.string, .date, .calendarDate, .uuid, .data].contains(type)
    default: false
    }
  }
}
