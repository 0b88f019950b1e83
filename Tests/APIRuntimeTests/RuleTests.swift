import APIRuntime
import Foundation
import Testing

struct RuleTests {
  /// What a rule says of a value that goes out.
  private func complaint(_ value: JSONValue, _ rule: Rule) async -> String? {
    await violations { $0.json(Ruled(value: value, rule: rule)) }.first
  }

  @Test(
    arguments: [
      ("", Rule.minLength(1), "/value: has 0 characters, expected at least 1"),
      ("éé", .minLength(2), nil), ("e\u{301}", .minLength(2), nil),
      ("😀😀", .maxLength(1), "/value: has 2 characters, expected at most 1"),
      (1, .minimum(1), nil), (0.5, .minimum(1), "/value: is less than 1"),
      (2, .maximum(1.5), "/value: is more than 1.5"),
      (
        9_007_199_254_740_993, .maximum(9_007_199_254_740_992),
        "/value: is more than 9007199254740992"
      ),
      // Past what a `Decimal` holds.
      (1e200, .maximum(1e300), nil), (2e300, .maximum(1e300), "/value: is more than 1e+300"),
      (1, .exclusiveMinimum(1), "/value: is not more than 1"), (1.0, .exclusiveMaximum(1.1), nil),
      (0.07, .multipleOf(0.01), nil),
      (0.075, .multipleOf(0.01), "/value: is not a multiple of 0.01"),
      ([], .minItems(1), "/value: has 0 elements, expected at least 1"),
      ([1, 2], .maxItems(1), "/value: has 2 elements, expected at most 1"),
      (
        [1, ["a": 1, "b": 2], ["b": 2, "a": 1]], .uniqueItems,
        "/value: has equal elements, each must be different"
      ),
      ([1, "1"], .uniqueItems, nil), ("a", .minimum(3), nil), (nil, .minLength(1), nil),
      // At the bound, which is no more than the bound.
      ("😀", .maxLength(1), nil), (1.5, .maximum(1.5), nil), ([1], .minItems(1), nil),
      ([1], .maxItems(1), nil), (["a": 1], .minProperties(1), nil),
      (["a": 1], .maxProperties(1), nil),
      // Of multiples of 0 nothing can be told.
      (1, .multipleOf(0), nil),
    ] as [(JSONValue, Rule, String?)])
  func bounds(_ value: JSONValue, _ rule: Rule, _ expected: String?) async {
    #expect(await complaint(value, rule) == expected)
  }

  @Test(arguments: [
    ("b", "abc", true), ("^b", "abc", false), (#"^\+?\d+$"#, "+569", true),
    (#"^\d+$"#, "12\n", false),
    (#"^\d+$"#, "١٢", false), (#"^[\w-]+$"#, "a_b-1", true), (#"^[\w-.]+$"#, "a-b.c", true),
    (#"^[+-\d]+$"#, "-5", true), (#"^[+-\d]+$"#, ",", false), (#"^[^-\d]+$"#, "-", false),
    (#"^[\\-\d]+$"#, #"\-5"#, true), (#"^[a\-\d]+$"#, "-", true), (#"^[--\d]+$"#, "-1", true),
    ("^[+--]+$", "+,-", true), ("^[+--]+$", ".", false), ("^[--/]+$", "-./", true),
    ("^[a-z--_]+$", "A-a", true), (#"^[\d-\w]+$"#, "1-a", true), ("^[a-]+$", "a-", true),
    ("^[^-]$", "-", false), (#"^[\w-a-c]+$"#, "a-_", true), ("^[^^-a]$", "_", false),
    (#"^\w$"#, "é", false), (#"^\W\D$"#, "é٣", true), (#"^[a\W]+$"#, "aé", true),
    (#"^[^\W]+$"#, "é", false), (#"^\p{L}+$"#, "é", true), ("^[^]$", "any", false),
    (#"^[^\d]$"#, "x", true), (#"^[[&]$"#, "&", true),
    (#"a\$"#, "a$", true),
    (#"\d+$"#, "abc", false), (#"\d+$"#, "abc12", true), ("(.*)(,)(.*)", "abc", false),
    (#"[+-]\d\d:\d\d$"#, "22:13:20Z", false), ("b", "aaaaaaaaaa", false), ("c", "ab\ncd", true),
    (#"[$]"#, "a$b", true), (#"^\$$"#, "$", true), ("(", "anything", true), ("^😀$", "😀", true),
    (#"\bfoo\b"#, "éfoo", true), (#"\bfoo\b"#, "afoo", false), (#"^a\Bb$"#, "ab", true),
    (#"\Bé"#, "aé", false), (#"^[\b]$"#, "\u{8}", true), (#"^\s+$"#, "\u{FEFF}\u{B}\u{A0}", true),
    (#"^\s$"#, "\u{85}", false), (#"^[\s\d]$"#, "\u{2003}", true), (#"^\S$"#, "\u{85}", true),
    (#"^[^\S\n]$"#, "\n", false), ("^.$", "\u{85}", true), ("^.$", "\u{2028}", false),
    ("^[^]$", "\n", true), ("^[]?b$", "b", true), ("[]?b$", "a", false), ("[]", "a", false),
    (#"^[\]]$"#, "]", true), (#"^[[^]$"#, "^", true), (#"^\u{1F600}$"#, "😀", true),
    (#"^[\u{1F600}-\u{1f602}]$"#, "😁", true), (#"^[\u{1F600}]$"#, "1", false),
    (#"^\u0061{2}$"#, "aa", true), (#"^\\u{2}$"#, #"\uu"#, true),
    ("^[.]$", "a", false), (#"^\v\0[\0]$"#, "\u{B}\0\0", true), (#"\0"#, "a", false),
    (#"\Aa\z"#, "a", true),
  ])
  func patternsAreECMA262(_ pattern: String, _ text: String, _ matches: Bool) async {
    let expected = matches ? nil : "/value: does not match \(pattern)"
    #expect(await complaint(.string(text), .pattern(pattern)) == expected)
  }

  /// It would take 2^60 steps. The API judges instead.
  @Test(.timeLimit(.minutes(5))) func aPatternThatBacktracksWithoutEndIsGivenUp() async {
    let text = JSONValue.string(String(repeating: "a", count: 60) + "!")
    #expect(await complaint(text, .pattern("^(a+)+$")) == nil)
    #expect(await complaint(text, .pattern("(a+)+$")) == nil)
  }

  @Test func everyBrokenRuleIsNamedWithItsPlace() async {
    let sample = Sample(apiKey: "k", server: "https://api.example")
    var request = sample.sendMessage(id: "1", Sample.Message(text: "", phone: "secret number"))
    request.header("X-Broken", "a\r\nb")
    let error = await #expect(throws: SendError<Sample.Problem>.self) {
      try await Client(transport: StubTransport(status: 200)).send(request)
    }
    #expect(
      error?.notSent?.violations == [
        "/text: has 0 characters, expected at least 1",
        #"/phone: does not match ^\+?\d+$"#,
        "header X-Broken: has a line break or another control character",
      ])
  }

  @Test func aGroupMustBePresent() async {
    let sample = Sample(apiKey: "k", server: "https://api.example")
    let request = sample.sendMessage(id: "1", Sample.Message(text: "Hola"))
    let error = await #expect(throws: SendError<Sample.Problem>.self) {
      try await Client(transport: StubTransport(status: 200)).send(request)
    }
    #expect(error?.notSent?.violations == ["needs contact_id, or phone"])
  }

  @Test func whatIsWrongWithAFieldThatIsNotSentIsForgotten() async {
    #expect(
      await violations { $0.json(HalfSent()) } == [
        "/ab: is not a finite number, which JSON cannot hold"
      ])
  }

  @Test(arguments: [Double.nan, .infinity])
  func numbersThatJSONCannotHoldAreNotSent(_ number: Double) async {
    let violations = await violations {
      $0.json([["a": [1, number]]])
      $0.query("n", number)
    }
    #expect(
      violations == [
        "/0/a/1: is not a finite number, which JSON cannot hold",
        "query n: is not a finite number, which JSON cannot hold",
      ])
  }
}

/// A field that is not sent, and one of which the name begins alike.
private struct HalfSent: Model {
  init() {}
  init(from object: inout ObjectDecoder) throws {}

  func encode(to object: inout ObjectEncoder) {
    object.double("a", .nan)
    object.double("ab", .nan)
    object.readOnly("a")
  }
}

private struct Ruled: Model {
  let value: JSONValue
  let rule: Rule

  init(value: JSONValue, rule: Rule) {
    self.value = value
    self.rule = rule
  }

  init(from object: inout ObjectDecoder) throws {
    value = try object.value("value")
    rule = .uniqueItems
  }

  func encode(to object: inout ObjectEncoder) {
    object.value("value", value)
    object.rule("value", rule)
    object.rule("absent", rule)
  }
}
