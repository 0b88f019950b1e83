import APICoding
import Testing

struct ShapeTests {
  @Test(
    arguments: [
      ("a", [.number, .string], 1), (1, [.number, .integer], 1), (1.5, [.integer, .number], 1),
      (.number(JSONNumber(UInt64.max)), [.number, .integer], 1), (1e30, [.integer, .number], 1),
      (2, [.integer, .integers([1, 2])], 1), (3, [.integers([1, 2])], nil),
      ("a", [.string, .strings(["a"])], 1), ("c", [.strings(["a"]), .string], 1),
      ("c", [.strings(["a"])], nil), (true, [.string, .boolean], 1), (nil, [.boolean, .null], 1),
      (true, [.boolean, .booleans([true])], 1), (false, [.booleans([true])], nil),
      ("2024-02-29T00:00:00Z", [.string, .date, .calendarDate], 1),
      ("2024-02-29", [.string, .date, .calendarDate], 2), ("x", [.date, .uuid, .string], 2),
      ("0F0E0D0C-0B0A-0908-0706-050403020100", [.string, .uuid], 1), ("a", [.any, .string], 1),
      ("aGk=", [.string, .base64], 1), ("hi!", [.base64, .string], 1), ("aGl=", [.base64], nil),
      (["t": "a"], [.object(required: ["t"], members: ["t": .string]), .tagged("t", ["a"])], 1),
      (["t": "b"], [.tagged("t", ["a"])], nil),
      ([:], [.any, .string], 0), ("a", [.string, .string], 0), ("a", [], nil),
      (1, [.anyOf([.string, .boolean]), .anyOf([.string, .integer])], 1),
    ] as [(JSONValue, [JSONShape], Int?)])
  func plainValues(_ value: JSONValue, _ shapes: [JSONShape], _ expected: Int?) {
    #expect(value.best(of: shapes) == expected)
  }

  @Test(
    arguments: [
      ([], [.object(), .array(nil)], 1), (["a"], [.array(nil), .array(.string)], 1),
      (["a", 1], [.array(.string), .array(nil)], 1),
      ([1, 2], [.array(.number), .array(.integer)], 1),
      ([1, 2.5], [.array(.integer), .array(.number)], 1),
      ([["x": 1]], [.array(.object(required: ["y"])), .array(.object(required: ["x"]))], 1),
      ([[1]], [.array(.array(.string)), .array(.array(.integer))], 1),
      (["a": 1], [.dictionary(.string), .dictionary(.integer)], 1),
      (["a": 1], [.object(), .dictionary(.integer)], 1),
      (["a": 1], [.dictionary(.number), .dictionary(.integer)], 1),
      (["a": 1, "b": "c"], [.dictionary(.string), .dictionary(.integer)], nil),
      (["a": 1], [.dictionary(.integer), .object(known: ["a"])], 1),
      ([:], [.dictionary(.integer), .dictionary(.string), .object()], 0),
      ([1], [.dictionary(.integer)], nil),
    ] as [(JSONValue, [JSONShape], Int?)])
  func arraysAndMaps(_ value: JSONValue, _ shapes: [JSONShape], _ expected: Int?) {
    #expect(value.best(of: shapes) == expected)
  }

  private static let animals: [JSONShape] = [
    .object(known: ["name", "meow"]), .object(required: ["bark"], known: ["bark", "name"]),
    .object(
      required: ["kind"], known: ["kind", "name"],
      members: ["kind": .anyOf([.strings(["fish"]), .integers([3])]), "size": .strings(["big"])]),
  ]

  @Test(
    arguments: [
      (["name": "x"], 0), (["name": "x", "bark": 1], 1), (["bark": nil], 1),
      (["kind": "fish", "bark": 1], 2), (["kind": 3], 2), (["kind": "fox"], 0),
      (["kind": nil], 0), (["kind": [3]], 0), (["kind": "fish", "size": nil], 2),
      (["kind": "fish", "size": "small"], 0),
      ([:], 0), ("name", nil),
    ] as [(JSONValue, Int?)])
  func objects(_ value: JSONValue, _ expected: Int?) {
    #expect(value.best(of: Self.animals) == expected)
  }

  @Test func membersTellByTheirTypes() {
    let shapes: [JSONShape] = [
      .object(known: ["id"], members: ["id": .integer, "data": .array(nil)]),
      .object(known: ["id"], members: ["id": .string, "data": .anyOf([.null, .object()])]),
    ]
    #expect((["id": 1] as JSONValue).best(of: shapes) == 0)
    #expect((["id": "x"] as JSONValue).best(of: shapes) == 1)
    #expect((["data": [:]] as JSONValue).best(of: shapes) == 1)
    #expect((["data": nil] as JSONValue).best(of: shapes) == 0)
    #expect((["id": true] as JSONValue).best(of: shapes) == nil)
  }

  @Test func anyObjectIsMoreThanOneWithOtherMembers() {
    let shapes: [JSONShape] = [.object(known: ["a"]), .object(), .any]
    #expect((["b": 1] as JSONValue).best(of: shapes) == 1)
    #expect((["a": 1, "b": 1] as JSONValue).best(of: shapes) == 0)
  }

  @Test func `a listed boolean tells more than a required member`() {
    let shapes: [JSONShape] = [
      .object(required: ["ok", "v"], known: ["ok", "v"], members: ["ok": .booleans([true])]),
      .object(required: ["ok"], known: ["ok", "err"], members: ["ok": .booleans([false])]),
    ]
    #expect((["ok": false, "v": "x"] as JSONValue).best(of: shapes) == 1)
    #expect((["ok": true, "v": "x"] as JSONValue).best(of: shapes) == 0)
    #expect((["ok": true] as JSONValue).best(of: shapes) == nil)
  }

  @Test func unknownMembersTellLess() {
    let shapes: [JSONShape] = [.object(known: ["a", "x"]), .object(known: ["a", "b"])]
    #expect((["a": 1, "b": 2] as JSONValue).best(of: shapes) == 1)
    #expect((["a": 1] as JSONValue).best(of: shapes) == 0)
  }
}
