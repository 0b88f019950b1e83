import APIRuntime
import Foundation
import Testing

/// The fields that not every model has.
struct FieldTests {
  /// What is sent of a body.
  private func body(_ value: some JSONEncodable) async throws -> String {
    try await String(decoding: received { $0.json(value) }.body, as: UTF8.self)
  }

  private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Data(text.utf8)) }

  @Test func aPropertyIsNotAmongTheOthersToo() async {
    let account = Account(password: "p", note: "n", additionalProperties: ["note": 1, "a": 2])
    #expect(
      await violations { $0.json(account) }
        == ["/note: is given twice: as a property, and among the others"])
  }

  @Test func aPartOfAFormIsNotAmongTheOthersToo() async {
    struct Album: FormModel {
      func encode(to object: inout ObjectEncoder) {
        object.string("title", "t")
        object.rest(parts: ["title": File(Data(), name: "a"), "b": File(Data(), name: "b")])
      }
    }
    #expect(
      await violations { $0.multipart(Album()) }
        == ["/title: is given twice: as a property, and among the others"])
  }

  @Test func additionalPropertiesAreKept() async throws {
    let text = #"{"id":"1","note":null,"a":1,"b":2}"#
    let account = try Account(json: json(text))
    #expect(account.additionalProperties == ["a": 1, "b": 2])
    let stored = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(account))
    #expect(try stored == json(text))
  }

  @Test func theOthersComeLastInTheOrderOfTheirNames() async throws {
    let account = Account(
      id: nil, password: "p", note: "n", additionalProperties: ["z": 3, "a": 2])
    #expect(try await body(account) == #"{"password":"p","note":"n","a":2,"z":3}"#)
  }

  @Test func anAdditionalPropertyOfAnotherTypeIsAnError() throws {
    let error = #expect(throws: JSONDecodingError.self) { try Account(json: ["x": "1"]) }
    #expect(error?.description == "/x: expected a whole number of 64 bits, found a string")
  }

  @Test(
    arguments: [
      ("{}", nil), (#"{"note":null}"#, Nullable.null), (#"{"note":"n"}"#, .value("n")),
    ] as [(String, Nullable<String>?)])
  func nullIsNotAbsence(_ text: String, _ note: Nullable<String>?) async throws {
    var account = try Account(json: json(text))
    #expect(account.note == note)
    account.password = "p"
    let sent = try await json(body(account))
    #expect(sent["note"] == note.map { $0.value.map(JSONValue.string) ?? .null })
  }

  @Test func nullableValuesAreLiterals() {
    let values: (Nullable<String>?, Nullable<Int>?, Nullable<Double>, Nullable<Bool>) = (
      "a", 1, 2.5, true
    )
    #expect(values.0?.value == "a")
    #expect(values.1?.value == 1)
    #expect(values.2.value == 2.5)
    #expect(values.3 == .value(true))
    #expect(Nullable<Int>.null.value == nil)
    let list: Nullable<[Int]>? = [1, 2]
    #expect(list?.value == [1, 2])
    let map: Nullable<[String: String]>? = ["order": "7"]
    #expect(map?.value == ["order": "7"])
  }

  @Test(arguments: ["n", nil])
  func `what is not there is not sent as null`(_ note: String?) async throws {
    let sent = try await json(body(Account(password: "p", note: Nullable(note))))
    #expect(sent == (note == nil ? ["password": "p"] : ["password": "p", "note": "n"]))
  }

  @Test func aReadOnlyFieldIsStoredAndNotSent() async throws {
    let account = Account(id: "x1", password: "p")
    #expect(try await body([account]) == #"[{"password":"p"}]"#)
    let stored = try JSONDecoder().decode(Account.self, from: JSONEncoder().encode(account))
    #expect(stored.id == "x1")
  }

  /// The rule for `id`, ten characters, is broken; it is not sent, so that does not matter.
  @Test func aWriteOnlyFieldMustBeSent() async {
    let account = Account(id: "x1 that is too long", password: nil)
    #expect(
      await violations { $0.json(account) } == ["/password: is missing, a value is required"])
  }

  @Test func aStructMayContainItself() async throws {
    let text = #"{"name":"a","parent":{"name":"b","parent":{"name":"c"}}}"#
    var node = try Node(json: json(text))
    let copy = node
    #expect(try await body(node) == text)
    node.parent?.parent?.name = "d"
    node.parent?.name = "e"
    #expect(copy.parent?.name == "b")
    #expect(copy.parent?.parent?.name == "c")
    #expect(node.parent?.parent?.name == "d")
    #expect(Node(name: "x", parent: nil).parent == nil)
  }

  @Test func `a field of its own type is printed as any other`() {
    let node = Node(name: "a", parent: Node(name: "b"))
    var dumped = ""
    dump(node, to: &dumped)
    for text in ["\(node)", String(reflecting: node), dumped] {
      #expect(text.contains(#"Node(name: "b", _parent: nil, tags: nil, limits: nil)"#))
      #expect(!text.contains("Indirect") && !text.contains("storage"))
    }
    let parent = Mirror(reflecting: node).descendant("_parent", "some", "name")
    #expect(parent as? String == "b")
  }

  @Test func rulesForElementsAndMembers() async {
    let node = Node(name: "a", tags: ["x", "long", "longer"], limits: ["a": [1, 5], "b": []])
    #expect(
      await violations { $0.json(node) } == [
        "/tags/1: has 4 characters, expected at most 3",
        "/tags/2: has 6 characters, expected at most 3",
        "/limits/a/1: is more than 4",
        "/limits: has 2 members, expected at most 1",
      ])
  }

  @Test(arguments: [
    (["a"], true), (["b", "c"], true), (["b"], false), ([], false), (["a", "b", "c"], false),
    (["a", "b"], true),
  ])
  func exactlyOneGroup(_ present: [String], _ isRight: Bool) async {
    let expected = isRight ? [] : ["needs a, or b and c, and not more than one of these"]
    #expect(await violations { $0.json(Choice(present: present)) } == expected)
  }

  @Test func openEnumerationsOfOtherTypes() async throws {
    let values: JSONValue = [1, 2.5, true, ["mixed"], "new"]
    #expect(try OpenEnum<Numbers>(json: 2.5).rawValue == 2.5)
    #expect(try OpenEnum<Flags>(json: true).rawValue)
    let mixed = try [OpenEnum<Mixed>](json: values)
    #expect(mixed.map(\.rawValue) == values.array)
    #expect(try await body(mixed) == #"[1,2.5,true,["mixed"],"new"]"#)
    let stored = try JSONDecoder().decode(
      [OpenEnum<Mixed>].self, from: JSONEncoder().encode(mixed))
    #expect(stored == mixed)
    #expect(throws: JSONDecodingError.self) { try OpenEnum<Flags>(json: 1) }
  }
}

private enum Numbers: EnumValues { static var known: [Double] { [] } }
private enum Flags: EnumValues { static var known: [Bool] { [] } }
private enum Mixed: EnumValues { static var known: [JSONValue] { [] } }

private struct Account: Model {
  var id: String?
  var password: String?
  var note: Nullable<String>?
  var additionalProperties: [String: Int]

  init(
    id: String? = nil, password: String? = nil, note: Nullable<String>? = nil,
    additionalProperties: [String: Int] = [:]
  ) {
    self.id = id
    self.password = password
    self.note = note
    self.additionalProperties = additionalProperties
  }

  init(from object: inout ObjectDecoder) throws {
    id = object.optionalString("id")
    password = object.optionalString("password")
    note = object.optionalNullable("note")
    additionalProperties = object.rest()
  }

  func encode(to object: inout ObjectEncoder) {
    object.string("id", id)
    object.rule("id", .maxLength(10))
    object.readOnly("id")
    object.string("password", password)
    object.require("password")
    object.value("note", note)
    object.rest(additionalProperties)
  }
}

private struct Node: Model {
  var name: String
  @Indirect var parent: Node?
  var tags: [String]?
  var limits: [String: [Int]]?

  init(
    name: String, parent: Node? = nil, tags: [String]? = nil, limits: [String: [Int]]? = nil
  ) {
    self.name = name
    self.parent = parent
    self.tags = tags
    self.limits = limits
  }

  init(from object: inout ObjectDecoder) throws {
    name = object.string("name")
    parent = object.optionalValue("parent")
    tags = object.optionalValue("tags")
    limits = object.optionalValue("limits")
  }

  func encode(to object: inout ObjectEncoder) {
    object.string("name", name)
    object.value("parent", parent)
    object.value("tags", tags)
    object.value("limits", limits)
    object.rule("tags", .items(.maxLength(3)))
    object.rule("limits", .items(.items(.maximum(4))))
    object.rule("limits", .maxProperties(1))
  }
}

/// A body with these members.
private struct Choice: Model {
  let present: [String]

  init(present: [String]) { self.present = present }
  init(from object: inout ObjectDecoder) throws { present = object.array("present") }

  func encode(to object: inout ObjectEncoder) {
    for key in present { object.bool(key, true) }
    object.requireOne(["a"], ["b", "c"])
  }
}
