import APIRuntime
import Foundation

// What generated code looks like, by hand.

/// A provider.
struct Sample: Sendable {
  var server: Server
  var apiKey: Secret

  init(apiKey: Secret, server: Server) {
    self.apiKey = apiKey
    self.server = server
  }

  struct Server: Sendable, ExpressibleByStringLiteral {
    let url: String

    init(url: String) { self.url = url }
    init(stringLiteral value: String) { self.init(url: value) }
  }
}

extension Sample {
  func sendMessage(id: String, _ body: Message) -> Request<Receipt, Problem> {
    var request = Request<Receipt, Problem>(.post, server.url, "/v1/chats/\(id)/messages/")
    request.header("X-API-Key", apiKey)
    request.json(body)
    request.success(201, .json)
    request.refusal(401, .json)
    return request
  }

  func listMessages(limit: Int? = nil, tags: [String]? = nil) -> Request<[Message], Problem> {
    var request = Request<[Message], Problem>(.get, server.url, "/v1/messages")
    request.query("key", apiKey)
    request.query("limit", limit)
    request.query("tag", tags)
    request.success(.range(2), .json)
    request.refusal(.default, .json)
    return request
  }

  func upload(_ body: Upload) -> Request<RawResponse, Never> {
    var request = Request<RawResponse, Never>(.post, server.url, "/v1/files")
    request.header("X-API-Key", apiKey)
    request.multipart(body)
    request.success(200, .raw)
    return request
  }

  struct Message: Model {
    var text: String
    var contactID: UUID?
    var phone: String?
    var kind: Kind
    var status: Status?
    var meta: [String: JSONValue]?
    var tags: [String]

    init(
      text: String, contactID: UUID? = nil, phone: String? = nil, kind: Kind = .text,
      status: Status? = nil, meta: [String: JSONValue]? = nil, tags: [String] = []
    ) {
      self.text = text
      self.contactID = contactID
      self.phone = phone
      self.kind = kind
      self.status = status
      self.meta = meta
      self.tags = tags
    }

    init(from object: inout ObjectDecoder) throws {
      text = object.string("text")
      contactID = object.optionalUUID("contact_id")
      phone = object.optionalString("phone")
      kind = object.optionalValue("kind", default: .text)
      status = object.optionalValue("status")
      meta = object.optionalValue("meta")
      tags = object.array("tags")
    }

    func encode(to object: inout ObjectEncoder) {
      object.string("text", text)
      object.uuid("contact_id", contactID)
      object.string("phone", phone)
      object.value("kind", kind)
      object.nullable("status", status)
      object.value("meta", meta)
      object.value("tags", tags)
      object.rule("text", .minLength(1))
      object.rule("phone", .pattern(#"^\+?\d+$"#))
      object.requireAny(["contact_id"], ["phone"])
    }
  }

  struct Receipt: Model {
    let id: Int
    let message: Message

    init(from object: inout ObjectDecoder) throws {
      id = object.int("id")
      message = try object.value("message")
    }

    func encode(to object: inout ObjectEncoder) {
      object.int("id", id)
      object.value("message", message)
    }
  }

  struct Problem: Model {
    let detail: String

    init(from object: inout ObjectDecoder) throws {
      detail = object.string("detail")
    }

    func encode(to object: inout ObjectEncoder) {
      object.string("detail", detail)
    }
  }

  struct Upload: FormModel {
    var file: File
    var caption: String?
    var tags: [String]?
    var meta: JSONValue?

    func encode(to object: inout ObjectEncoder) {
      object.part("file", file)
      object.string("caption", caption)
      object.value("tags", tags)
      object.value("meta", meta)
      object.rule("caption", .maxLength(20))
    }
  }

  typealias Kind = OpenEnum<KindValues>
  enum KindValues: EnumValues { static var known: [String] { ["text", "audio"] } }
  typealias Status = OpenEnum<StatusValues>
  enum StatusValues: EnumValues { static var known: [Int] { [1] } }
}

extension OpenEnum where Values == Sample.KindValues {
  static var text: Self { Self("text") }
  static var audio: Self { Self("audio") }
}

extension OpenEnum where Values == Sample.StatusValues {
  static var sent: Self { Self(1) }
}
