import APICoding
import Foundation
import Testing

struct JSONParserTests {
  @Test(
    arguments: [
      ("null", JSONValue.null), (" true\n", true), ("false", false), ("-12", -12),
      (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u00e9\ud83d\ude00é😀""#, "é😀é😀"), (#""\ud83d!\udc00""#, "\u{FFFD}!\u{FFFD}"),
      (#""\ud83d\u0041""#, "\u{FFFD}A"), ("[]", []), ("{ }", [:]),
      (#"[1, [2 ], {"a":{"b" : [null]}}]"#, [1, [2], ["a": ["b": [nil]]]]),
      ("\u{FEFF}{}", [:]), (#"{"a":1,"b":2,"a":3}"#, ["a": 3, "b": 2]),
    ] as [(String, JSONValue)])
  func reads(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONValue(parsing: Data(text.utf8)) == value)
  }

  @Test(arguments: [
    ("", "expected a value at byte 0, found the end"),
    ("[1,", "expected a value at byte 3, found the end"),
    ("[1 2]", "expected a comma or a closing bracket at byte 3, found something else"),
    (#"{"a":1 "b"}"#, "expected a comma or a closing brace at byte 7, found something else"),
    (#"{"a" 1}"#, "expected a colon at byte 5, found something else"),
    ("{a:1}", "expected a name in quotes at byte 1, found something else"),
    ("{} x", "expected the end at byte 3, found something else"),
    ("nul", "expected null at byte 3, found the end"),
    ("01", "expected the end at byte 1, found something else"),
    ("-", "expected a digit at byte 1, found the end"),
    ("1.e5", "expected a digit at byte 2, found something else"),
    (#""ab"#, "expected a closing quote at byte 3, found the end"),
    ("\"a\nb\"", "expected a closing quote at byte 2, found something else"),
    (#""\x""#, "expected an escape at byte 2, found something else"),
    ("\"a\\", "expected an escape at byte 3, found the end"),
    (#""\u12g4""#, "expected a hexadecimal digit at byte 5, found something else"),
  ])
  func refuses(_ text: String, _ message: String) throws {
    let error = try #require(throws: JSONDecodingError.self) {
      try JSONValue(parsing: Data(text.utf8))
    }
    #expect(error.description == message)
  }

  /// On a thread with the smallest stack that any system gives one.
  @Test(arguments: [(128, true), (129, false), (1_000_000, false)])
  func boundsTheDepth(_ depth: Int, _ isRead: Bool) async {
    let text =
      String(repeating: #"[{"a":"#, count: depth / 2) + String(repeating: "[", count: depth % 2)
    let end = String(repeating: "]", count: depth % 2) + String(repeating: "}]", count: depth / 2)
    let data = Data("\(text)\(depth % 2 == 0 ? "1" : "")\(end)".utf8)
    let written = await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: (try? JSONValue(parsing: data))?.serialized())
      }
      thread.stackSize = 512 * 1024
      thread.start()
    }
    #expect(written == (isRead ? data : nil))
  }

  @Test func readsManyMembersInLinearTime() throws {
    let members = (0..<200_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let value = try JSONValue(parsing: Data("{\(members)}".utf8))
    #expect(value["k199999"] == 199_999)
    #expect(value.object?.count == 200_000)
  }
}
