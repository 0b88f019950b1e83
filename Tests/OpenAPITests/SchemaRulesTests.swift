import Testing

@testable import OpenAPI

/// What values a schema allows: patterns, bounds, listed values.
struct SchemaRulesTests {
  @Test(arguments: ["[", "(", "a)(", "/[a/i", "*", "[a-Z]", "a{1, 2}"])
  func `a pattern that is no expression is left out`(pattern: String) throws {
    let (schema, reading) = try schema("{minLength: 1, pattern: '\(pattern)'}")
    #expect(schema.constraints == [.minLength(1)])
    #expect(reading.messages.last?.hasPrefix("spec.yaml:3:51: warning: found '\(pattern)'") == true)
  }

  @Test(
    arguments: [
      ("/^[a-z]+$/i", "(?i)^[a-z]+$"), ("/^x$/", "^x$"), ("/[a-z]/i", "(?i)[a-z]"),
      ("/a/b/", "/a/b/"), ("^/a/$", "^/a/$"), ("/", "/"), ("/a/path", "/a/path"),
    ])
  func `a pattern may stand in delimiters`(pattern: String, expected: String) throws {
    let (schema, reading) = try schema("{pattern: '\(pattern)'}")
    #expect(schema.constraints == [.pattern(expected)])
    #expect(reading.messages.count == (pattern == expected ? 0 : 1))
  }

  @Test(
    arguments: [
      ("{minimum: 1, exclusiveMinimum: true}", [.exclusiveMinimum("1")]),
      ("{exclusiveMaximum: true, maximum: 1.50}", [.exclusiveMaximum("1.50")]),
      ("{minimum: 1, exclusiveMinimum: false}", [.minimum("1")]),
      (
        "{exclusiveMinimum: 1, maximum: 99999999999999999999}",
        [.exclusiveMinimum("1"), .maximum("99999999999999999999")]
      ),
      ("{minimum: 1, exclusiveMinimum: 2}", [.minimum("1"), .exclusiveMinimum("2")]),
    ] as [(String, [Constraint])])
  func `limits, exclusive as each version says it`(text: String, expected: [Constraint]) throws {
    let (schema, reading) = try schema(text)
    #expect(reading.messages == [])
    #expect(schema.constraints == expected)
  }

  @Test(
    arguments: [
      ("yyyy-MM-dd", "^\\d\\d\\d\\d-\\d\\d-\\d\\d$", true),
      ("YYYY-MM-DD", "^\\d\\d\\d\\d-\\d\\d-\\d\\d$", true),
      ("dd.MM.yy HH:mm", "^\\d\\d\\.\\d\\d\\.\\d\\d \\d\\d:\\d\\d$", false),
      ("HH:mm:ss.SSS", "^\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d$", false),
      ("MM-dd''T''HHZ", "^\\d\\d-\\d\\dT\\d\\dZ$", false), ("yyyy", nil, nil),
      ("add-Remove", nil, nil),
      ("T-Z", nil, nil),
    ] as [(String, String?, Bool?)])
  func `a picture of a date is the expression that it means`(
    picture: String, pattern: String?, isDate: Bool?
  ) throws {
    let (schema, reading) = try schema("{type: string, format: date, pattern: '\(picture)'}")
    let found = picture.replacing("''", with: "'")
    #expect(schema.constraints == [.pattern(pattern ?? found)])
    guard let pattern, let isDate else { return }
    #expect(schema.format == (isDate ? "date" : nil))
    #expect(reading.messages.count == (isDate ? 1 : 2))
    #expect(
      reading.messages.first
        == "spec.yaml:3:65: warning: found '\(found)' for `pattern`, expected a regular expression; it "
        + "is read as '\(pattern)'")
  }

  @Test(arguments: [(">", true), ("|", true), (">-", false)])
  func `line breaks at the end of a pattern are none of it`(_ block: String, isTold: Bool) throws {
    let reading = try Reading(
      "paths: {}\ncomponents:\n  schemas:\n    A:\n      pattern: \(block)\n        ^[a-z]+$\n")
    #expect(try reading.schema("A").constraints == [.pattern("^[a-z]+$")])
    #expect(reading.messages.count == (isTold ? 1 : 0))
    #expect(
      reading.messages.allSatisfy {
        $0.hasPrefix("spec.yaml:6:16: warning: ")
          && $0.hasSuffix("expected an expression without line breaks behind it; they are left out")
      }, "\(reading.messages)")
  }

  @Test(
    "a pattern that the schema's own example or default breaks is left out",
    arguments: [
      ("type: string, pattern: '^[a-zA-Z0-9]$', example: hero", "'hero' for an example"),
      ("type: string, pattern: '^[a-z]$', examples: [hero, a]", "'hero' for an example"),
      ("type: string, pattern: '^[a-z]$', default: hero", "'hero' for the default"),
      ("pattern: '^[a-z]$', example: hero", "'hero' for an example"),
      ("type: string, pattern: '^[a-z]$', example: a, default: hero", nil),
      ("type: string, pattern: '^[a-z]$', example: a", nil),
      ("type: string, pattern: '^[a-z]$', example: ''", nil),
      ("type: [string, 'null'], pattern: '^[a-z]$', example: null", nil),
      ("type: string, pattern: '^[a-z]$', examples: {a: {value: hero}}", nil),
      ("type: integer, pattern: '^[a-z]$', example: 1", nil),
      ("type: string, maxLength: 2, example: hero", nil),
    ] as [(String, String?)])
  func brokenPatterns(schema text: String, found: String?) throws {
    let (schema, reading) = try schema("{\(text)}")
    #expect(schema.constraints.isEmpty == (found != nil))
    let told = found.map {
      "found \($0), expected one that `pattern` allows; `pattern` is left out"
    }
    #expect(
      reading.messages.map { String($0.split(separator: "warning: ")[1]) }
        == [told].compactMap { $0 })
  }

  @Test(
    "a date or UUID that cannot be spelled as its rules have it is a string",
    arguments: [
      ("date-time", #"pattern: '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$'"#, false),
      ("date-time", #"pattern: '\.\d{3}Z$'"#, false), ("date-time", "maxLength: 20", false),
      ("date-time", #"pattern: '^(19|20)\d\d-'"#, true), ("date-time", "maxLength: 64", true),
      ("date", #"pattern: '^\d{8}$'"#, false), ("date", #"pattern: '^\d{4}-\d{2}-01$'"#, true),
      ("uuid", "pattern: '^[0-9A-F-]+$'", false), ("uuid", "minLength: 32, maxLength: 32", false),
      ("uuid", "pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7'", true), ("uuid", "maxLength: 36", true),
      ("uri", "maxLength: 3", true), ("uuid", "pattern: '[a-'", true),
      // What cannot be told in a while is left to the API.
      ("uuid", "pattern: '^([0-9a-f-]+)+!$'", true),
    ])
  func spellings(format: String, rules: String, isKept: Bool) throws {
    let (schema, reading) = try schema("{type: string, format: \(format), \(rules)}")
    #expect(schema.format == (isKept ? format : nil))
    let warnings = reading.messages.filter { $0.contains("beside `format: \(format)`") }
    #expect(warnings.count == (isKept ? 0 : 1), "\(reading.messages)")
  }

  @Test(
    "a rule that a listed value breaks is left out: the value could not be sent",
    arguments: [
      ("type: string, enum: [en-US, fr-FR], pattern: '^\\[a-z]{2}-[AZ]{2}$'", "pattern"),
      ("type: string, enum: [en-US, fr-FR], pattern: '^[a-z]{2}-[A-Z]{2}$'", nil),
      ("type: string, enum: [a, bb, ccc], maxLength: 2", "maxLength"),
      ("type: string, enum: [😀], maxLength: 1", nil),
      ("type: string, enum: [a, bb], minLength: 2", "minLength"),
      ("type: string, enum: ['', a], minLength: 1", "minLength"),
      ("type: [string, 'null'], enum: [aa, null], minLength: 1", nil),
      ("type: integer, enum: [0, 1], minimum: 1", "minimum"),
      ("type: integer, enum: [1, 2], minimum: 1, exclusiveMaximum: 3", nil),
      ("type: number, enum: [1, 2.5], exclusiveMaximum: 2.5", "exclusiveMaximum"),
      ("type: integer, enum: [5], maximum: 4", "maximum"),
      ("type: string, const: a, minLength: 2", "minLength"),
      ("type: integer, enum: [1000], maxLength: 2", nil),
      ("type: integer, enum: [5, 10], multipleOf: 5", nil),
    ] as [(String, String?)])
  func brokenRules(schema text: String, keyword: String?) throws {
    let (schema, reading) = try schema("{\(text)}")
    #expect(schema.constraints.isEmpty == (keyword != nil))
    let warnings = reading.messages.map { String($0.split(separator: "warning: ")[1]) }
    #expect(
      warnings.map { String($0.split(separator: ", expected")[1]) }
        == [keyword].compactMap { $0 }.map { " one that `\($0)` allows; `\($0)` is left out" })
  }

  @Test(
    arguments: [
      ("minimum: 5, maximum: 3", "maximum"), ("maximum: 3, minimum: 5.5", "minimum"),
      ("exclusiveMinimum: 3, maximum: 3", "maximum"), ("minimum: 3, maximum: 3.0", nil),
      ("minimum: 3, exclusiveMinimum: true, maximum: 3", "maximum"),
      ("minLength: 2, maxLength: 1", "maxLength"), ("minItems: 2, maxItems: 1", "maxItems"),
      ("minProperties: 2, maxProperties: 1", "maxProperties"),
      ("minLength: 2, maxItems: 1, maximum: 0", nil),
    ] as [(String, String?)])
  func `bounds that nothing is within are left out`(text: String, keyword: String?) throws {
    let (schema, reading) = try schema("{\(text)}")
    #expect(schema.constraints.isEmpty == (keyword != nil))
    #expect(reading.messages.count == (keyword == nil ? 0 : 1))
    guard let keyword else { return }
    let column = "components: {schemas: {A: {\(text)".firstRange(of: "\(keyword): ")?.upperBound
    let start = "components: {schemas: {A: {\(text)"[..<(try #require(column))].count + 1
    let place = "spec.yaml:3:\(start): warning: "
    #expect(reading.messages.first?.hasPrefix(place) == true, "\(reading.messages)")
  }

  @Test func `bounds that nothing is within are told together`() throws {
    #expect(
      try schema("{minimum: 10, maximum: 1}").1.messages == [
        "spec.yaml:3:50: warning: nothing is within `minimum: 10` and `maximum: 1`; both are left out"
      ])
  }

  @Test(arguments: ["0", "-1"])
  func `nothing is a multiple of what is not above 0`(_ factor: String) throws {
    let (schema, reading) = try schema("{multipleOf: \(factor)}")
    #expect(schema.constraints == [])
    #expect(
      reading.messages == [
        "spec.yaml:3:40: warning: found '\(factor)' for `multipleOf`, expected a number above 0; it is "
          + "left out"
      ])
  }

  @Test func `no values at all`() throws {
    let (schema, reading) = try schema("{enum: []}")
    #expect(schema.enumValues == nil)
    #expect(
      reading.messages == [
        "spec.yaml:3:34: warning: found an empty list for `enum`, expected at least one value; it is "
          + "left out"
      ])
  }

  @Test func `values of another kind than the type`() throws {
    let (numbers, reading) = try schema("{type: integer, format: int32, enum: [a, b]}")
    #expect(numbers.types == [.string])
    #expect(numbers.format == nil)
    #expect(reading.messages.count == 1)
    let (some, warnings) = try schema(
      "{type: integer, enum: [1, a, 1.5, '2', 3.0, 18446744073709551615, null, [4]]}")
    #expect(some.types == [.integer])
    #expect(
      warnings.messages.map { $0.components(separatedBy: "warning: ").last }
        == [
          "'a'", "'1.5'", "'18446744073709551615'", "a list",
        ].map {
          "found \($0) for a value of `enum`, expected an integer of 64 bits; it is left out"
        })
    #expect(try schema("{type: integer, enum: ['1', '2']}").1.messages == [])
    #expect(try schema("{type: number, enum: ['1', 2.5, null, 1e3]}").1.messages == [])
    #expect(try schema("{type: number, enum: [1, a, 1e400, true]}").1.messages.count == 3)
    #expect(try schema("{type: array, enum: [[a]]}").1.messages == [])
    let (list, others) = try schema("{type: array, items: {type: string}, enum: [a, b]}")
    #expect(list.enumValues == nil)
    #expect(try others.schema(list.items).enumValues?.map(\.text) == ["a", "b"])
    #expect(try others.schema(list.items).types == [.string])
    #expect(others.messages.count == 1)
    // Nothing counts beside a reference (OAS 3.0 §4.7.23).
    let (referring, old) = try schema(
      "{type: array, items: {$ref: '#/components/schemas/A'}, enum: [a, b]}", version: "3.0.3")
    #expect(try old.schema(referring.items).enumValues?.map(\.text) == ["a", "b"])
    #expect(
      try schema("{type: enum, enum: [a]}").1.messages.first?.hasSuffix(
        "; the values of `enum` say it") == true)
    let (named, _) = try schema("{type: string, enum: {A: a, B: b}}")
    #expect(named.enumValues?.map(\.text) == ["a", "b"])
    #expect(named.enumNames == ["A", "B"])
  }

  @Test func `a constant is the only value of an enumeration`() throws {
    let (values, reading) = try schema(
      """
      {type: string, enum: [a, b], const: b, x-enum-varnames: [first, second], \
      x-enum-descriptions: [One, Two]}
      """)
    #expect(values.enumValues?.map(\.text) == ["b"])
    #expect(values.enumNames == ["second"])
    #expect(values.enumDescriptions == ["Two"])
    #expect(reading.messages == [])
    // Nothing can be both.
    #expect(try schema("{enum: [a, b], const: c}").0.enumValues?.map(\.text) == ["a", "b"])
  }

  @Test(arguments: [("[A, B, C]", "a list"), ("A", "'A'")])
  func `names that are not one for each value are left out`(names: String, found: String) throws {
    let (values, reading) = try schema("{enum: [a, b], x-enum-varnames: \(names)}")
    #expect(values.enumNames == [])
    #expect(
      reading.messages == [
        "spec.yaml:3:59: warning: found \(found) for `x-enum-varnames`, expected a text for each of "
          + "the 2 values of `enum`; it is left out"
      ])
  }
}
