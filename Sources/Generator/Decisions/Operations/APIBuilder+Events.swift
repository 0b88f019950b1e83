import OpenAPI
import Syntax

/// The data of server-sent events (OAS 3.2 §4.14.4).
extension APIBuilder {
  /// A kind of events: what their `event` says, where the description lists it, and the schemas of
  /// the JSON that their data holds; of text there are none.
  struct EventKind {
    var types: [String]
    var contents: [Schema.ID]
  }

  /// What the data of the events is read as. Descriptions have two ways to say it, and a schema
  /// shows which it is: one with the fields of an event, and no others, is of the event; any other
  /// is of the JSON in its data.
  mutating func eventContent(of media: MediaType, named typeName: String) -> SwiftType {
    guard let schema = elementSchema(of: media) else { return .json }
    var visited = SchemaSet()
    guard let kinds = eventKinds(of: schema, but: &visited) else {
      return isText(schema) ? .json : decide(schema, named: typeName + "Event", in: .provider).type
    }
    return content(of: kinds, at: schemas[schema].place).map {
      decide($0, named: typeName + "Event", in: .provider).type
    } ?? .json
  }

  /// What is in the data of events of several kinds is a choice like any other, but that the types
  /// of the events tell it too.
  private mutating func content(of kinds: [EventKind], at place: Place) -> Schema.ID? {
    var contents = kinds.flatMap(\.contents).unique
    if contents.isEmpty { return nil }
    var types: [Schema.ID: [String]] = [:]
    for kind in kinds where kind.contents.count == 1 {
      types[kind.contents[0], default: []] += kind.types
    }
    let typesOfText = kinds.filter(\.contents.isEmpty).flatMap(\.types)
    if !typesOfText.isEmpty {
      var text = Schema(place: place)
      text.types = [.string]
      let id = schemas.add(text)
      types[id] = typesOfText
      contents.append(id)
    }
    if contents.count == 1 { return contents[0] }
    var choice = Schema(place: place)
    choice.anyOf = contents
    let id = schemas.add(choice, of: contents)
    eventTypes[id] = types
    return id
  }

  /// The kinds of events that a schema is of; nil where it is not of events.
  /// - Parameter visited: Those whose kinds are known: choices may share their branches.
  private mutating func eventKinds(
    of id: Schema.ID, but visited: inout SchemaSet
  ) -> [EventKind]? {
    guard visited.insert(id) else { return [] }
    switch schemas.shape(of: id).shape {
    case .same(let base): return eventKinds(of: base, but: &visited)
    case .union(let choice):
      var kinds: [EventKind] = []
      for case .schema(let branch) in choice.branches {
        guard let inside = eventKinds(of: branch, but: &visited) else { return nil }
        kinds += inside
      }
      return kinds
    case .object:
      let members = schemas.members(of: id).map(\.property)
      // Spring's `SseEmitter` is what sends the events, and says nothing of them.
      if members.map(\.name) == ["timeout"] { return [] }
      guard let data = members.first(where: { $0.name == "data" }),
        members.allSatisfy({ ["comment", "data", "event", "id", "retry"].contains($0.name) })
      else { return nil }
      var contents = contentSchemas(ofDataIn: id)
      // What is no string cannot be data as it is, and can only be meant as JSON.
      if contents.isEmpty, !isText(data.schema), !schemas[data.schema].isAnything {
        contents = [data.schema]
      }
      return [EventKind(types: eventTypes(in: members), contents: contents)]
    default: return nil
    }
  }

  private mutating func eventTypes(in members: [Schema.Property]) -> [String] {
    guard let event = members.first(where: { $0.name == "event" }),
      case .enumeration(let types) = schemas.shape(of: schemas.target(of: event.schema)).shape
    else { return [] }
    return types.values.map(\.scalar.text)
  }

  /// What is said of the JSON in the strings that the data of an event may be, each once.
  private mutating func contentSchemas(ofDataIn id: Schema.ID) -> [Schema.ID] {
    let data = schemas.parts(of: id).flatMap { schemas[$0.schema].properties }.filter {
      $0.name == "data"
    }
    let parts = data.flatMap { schemas.parts(of: $0.schema) }
    return parts.compactMap { schemas[$0.schema].contentSchema }.unique
  }

  /// Whether the schema is of plain text.
  mutating func isText(_ id: Schema.ID) -> Bool {
    switch schemas.shape(of: id).shape {
    case .same(let base): isText(base)
    case .enumeration(let values): values.type == .string
    case .primitive(let type):
      [.string, .date, .calendarDate, .uuid, .data].contains(type)
    default: false
    }
  }
}
