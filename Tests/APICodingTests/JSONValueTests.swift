import APICoding
import Foundation
import Testing

struct JSONValueTests {
  @Test func writesInOrderWithoutSpaceOrSpareEscapes() {
    let value: JSONValue = [
      "z": "a/b\"\\\n\u{1}\u{1F}\u{7F}é😀", "a": [1, 2.5, true, nil], "m": [:],
    ]
    let text = #"{"z":"a/b\"\\\n\u0001\u001f\u007fé😀","a":[1,2.5,true,null],"m":{}}"#
    #expect(String(decoding: value.serialized(), as: UTF8.self) == text)
  }

  @Test(arguments: ["9007199254740993", "123456789012345678901234567890", "0.10", "-0", "1E+400"])
  func keepsNumbersAsWritten(_ text: String) throws {
    let value = try JSONValue(parsing: Data(text.utf8))
    #expect(String(decoding: value.serialized(), as: UTF8.self) == text)
  }

  @Test(
    arguments: [
      ("9007199254740993", 9_007_199_254_740_993), ("1.0", 1), ("1e2", 100), ("1.5", nil),
      ("9223372036854775808", nil), ("1e400", nil), ("-9223372036854775808", Int.min),
      ("9007199254740992.0", 9_007_199_254_740_992), ("9007199254740994.0", nil),
    ] as [(String, Int?)])
  func readsWholeNumbersExactly(_ text: String, _ value: Int?) throws {
    #expect(try #require(JSONNumber(text: text)).int == value)
  }

  @Test(arguments: ["", "+1", "1 ", "01", "NaN", "0x1", "\"1\""])
  func isANumberOnlyAsJSONWritesIt(_ text: String) {
    #expect(JSONNumber(text: text) == nil)
  }

  @Test func numbersFromSwift() {
    #expect(JSONNumber(0.1 as Double)?.text == "0.1")
    #expect(JSONNumber(2.0 as Double)?.text == "2")
    #expect(JSONNumber(1e22 as Double)?.text == "1e+22")
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber(-Double.infinity) == nil)
    #expect(JSONNumber(Decimal.nan) == nil)
    // What a literal such as 1e999 is to the compiler.
    #expect(JSONValue(floatLiteral: .infinity) == .null)
    #expect(JSONNumber(floatLiteral: .infinity) == 0)
  }

  @Test func objectsAreEqualWhateverTheirOrder() {
    let object: JSONValue = ["a": 1, "b": 2]
    #expect(object == ["b": 2, "a": 1])
    #expect(object != ["a": 1])
    #expect(["a": 1] != object)
    #expect(["a": 1, "c": 2] != object)
  }

  @Test func looksInside() {
    let value: JSONValue = ["a": [1, "x"], "n": nil]
    #expect(value["a"]?[0]?.int == 1)
    #expect(value["a"]?[1]?.string == "x")
    #expect(value["a"]?[2] == nil)
    #expect(value["a"]?[-1] == nil)
    #expect(value["n"]?.isNull == true)
    #expect(value["b"] == nil)
    #expect(value["a"]?["b"] == nil)
    #expect(value.int == nil)
    #expect(value.bool == nil)
  }

  /// 40 members: enough that they are looked up by an index.
  @Test(arguments: [3, 40]) func objectsAreMendedInPlace(_ count: Int) {
    var object = JSONObject((0..<count).map { ("k\($0)", .number(JSONNumber($0))) })
    object["k1"] = "one"
    object["k0"] = nil
    object["absent"] = nil
    object["new"] = true
    #expect(object.map(\.key) == (1..<count).map { "k\($0)" } + ["new"])
    #expect(object["k0"] == nil)
    #expect(object["k1"] == "one")
    #expect(object["k2"] == 2)
    #expect(object["new"] == true)
    #expect(object == JSONObject(object.reversed().map { ($0.key, $0.value) }))
  }

  @Test func isMadeOfWhatThereIs() throws {
    let (city, day) = ("Lima", try #require(CalendarDate("2026-11-23")))
    #expect(JSONValue(city) == "Lima")
    #expect(JSONValue([city: [1, nil, 2.5]]) == ["Lima": [1, nil, 2.5]])
    #expect(JSONValue(["b": day, "a": nil]) == ["a": nil, "b": "2026-11-23"])
    #expect(JSONValue(JSONValue.null) == nil)
    #expect(JSONValue(true) == true)
  }

  @Test func isCodable() throws {
    let text =
      #"{"a":[1,-2.5,"x",true,null,{}],"big":18446744073709551615,"d":0.1,"far":1e+200}"#
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(value == (try JSONValue(parsing: Data(text.utf8))))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == text)
    let huge = try JSONValue(parsing: Data("[1e999]".utf8))
    #expect(throws: EncodingError.self) { try encoder.encode(huge) }
  }
}
