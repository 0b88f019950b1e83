import APIRuntime
import Foundation
import Testing

struct ModelTests {
  private func message(_ json: String) throws -> Sample.Message {
    try Sample.Message(json: JSONValue(parsing: Data(json.utf8)))
  }

  @Test func readsFieldsInAnyOrderAndIgnoresOthers() throws {
    let message = try message(
      """
      {"tags":["a","b"],"unknown":{"x":1},"meta":{"n":12345678901234567890},"status":7,"kind":"video",
       "contact_id":"0F0E0D0C-0B0A-0908-0706-050403020100","text":"Hola","phone":null}
      """)
    #expect(message.text == "Hola")
    #expect(message.contactID == UUID(uuidString: "0f0e0d0c-0b0a-0908-0706-050403020100"))
    #expect(message.phone == nil)
    #expect(message.kind.rawValue == "video")
    #expect(message.status == Sample.Status(7))
    #expect(message.meta?["n"] == .number(try #require(JSONNumber(text: "12345678901234567890"))))
    #expect(message.tags == ["a", "b"])
  }

  @Test func absentFieldsHaveTheirDefaults() throws {
    let message = try message(#"{"text":"Hola","tags":[]}"#)
    #expect(message.kind == .text)
    #expect(message.status == nil)
    #expect(message.meta == nil)
  }

  @Test(arguments: [
    (#"[1]"#, "expected an object, found an array"),
    (#"[]"#, "/text: expected a value, found nothing"),
    (#"{"tags":[]}"#, "/text: expected a value, found nothing"),
    (#"{"text":null,"tags":1}"#, "/text: expected a string, found null"),
    (#"{"text":"a","tags":["b",3]}"#, "/tags/1: expected a string, found a number"),
    (#"{"text":"a","tags":[],"contact_id":"7"}"#, "/contact_id: expected a UUID, found a string"),
    (
      #"{"text":"a","tags":[],"status":1.5}"#,
      "/status: expected a whole number of 64 bits, found a number"
    ),
  ])
  func theFirstErrorSaysWhere(_ json: String, _ description: String) throws {
    let error = try #require(throws: JSONDecodingError.self) { try message(json) }
    #expect(error.description == description)
  }

  @Test func thePlaceIsAJSONPointer() throws {
    let error = try #require(throws: JSONDecodingError.self) {
      try [String: [Sample.Receipt]](json: [
        "a/b~c": [["id": 1, "message": ["text": 5, "tags": []]]]
      ])
    }
    #expect(error.pointer == "/a~1b~0c/0/message/text")
  }

  @Test func isCodableLikeItsJSON() throws {
    let id = try #require(UUID(uuidString: "0F0E0D0C-0B0A-0908-0706-050403020100"))
    let message = Sample.Message(
      text: "", contactID: id, kind: .audio, meta: ["b": 2, "a": "é"], tags: ["t"])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(message)
    let text = """
      {"contact_id":"0f0e0d0c-0b0a-0908-0706-050403020100","kind":"audio","meta":{"a":"é","b":2},\
      "status":null,"tags":["t"],"text":""}
      """
    #expect(String(decoding: data, as: UTF8.self) == text)
    let again = try JSONDecoder().decode(Sample.Message.self, from: data)
    #expect(try encoder.encode(again) == data)
  }

  @Test func codableErrorsAreFoundations() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Sample.Message.self, from: Data("{}".utf8))
    }
    #expect(throws: EncodingError.self) { try JSONEncoder().encode(Measure(value: .nan)) }
  }

  @Test func anErrorOfSomebodyElseHasAPlaceToo() throws {
    let error = try #require(throws: JSONDecodingError.self) { try [Refusing](json: [1]) }
    #expect(
      error.description == "/0: expected another value, found one that CancellationError refuses")
  }

  @Test func otherTypes() throws {
    #expect(try Decimal(json: 0.1) == Decimal(string: "0.1"))
    #expect(try Data(json: "aGk=") == Data("hi".utf8))
    #expect(try [Int?](json: [1, nil]) == [1, nil])
    #expect(throws: JSONDecodingError.self) { try Data(json: "?") }
    #expect(throws: JSONDecodingError.self) { try Data(json: "QQ==QQ==") }
    #expect(throws: JSONDecodingError.self) { try Double(json: "1") }
  }
}

private struct Refusing: JSONDecodable {
  init(json: JSONValue) throws { throw CancellationError() }
}

private struct Measure: Model {
  let value: Double

  init(value: Double) { self.value = value }
  init(from object: inout ObjectDecoder) throws { value = object.double("value") }
  func encode(to object: inout ObjectEncoder) { object.double("value", value) }
}
