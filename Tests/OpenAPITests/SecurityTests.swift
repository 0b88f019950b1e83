import Testing

@testable import OpenAPI

@Suite struct SecurityTests {
  @Test(
    arguments: [
      ("{type: apiKey, in: header, name: X-Key}", .apiKey(.header, "X-Key")),
      ("{type: apiKey, in: query, name: key}", .apiKey(.query, "key")),
      ("{type: apikey, in: cookie, name: key}", .apiKey(.cookie, "key")),
      ("{type: http, scheme: basic}", .basic), ("{type: http, scheme: Bearer}", .bearer),
      ("{type: http, scheme: Digest}", .http("Digest")), ("{type: oauth2, flows: {}}", .bearer),
      ("{type: openIdConnect, openIdConnectUrl: /}", .bearer), ("{type: mutualTLS}", .mutualTLS),
    ] as [(String, SecurityScheme.Kind)])
  func `each kind of security scheme`(scheme: String, expected: SecurityScheme.Kind) throws {
    let reading = try Reading("components: {securitySchemes: {x-a: \(scheme)}}")
    #expect(reading.document?.securitySchemes.map(\.kind) == [expected])
    #expect(reading.document?.securitySchemes.map(\.name) == ["x-a"])
    #expect(reading.messages == [])
  }

  @Test func `a key whose header no request can have is told`() throws {
    let scheme = "{type: apiKey, in: header, name: 'X Key'}"
    let reading = try Reading("components: {securitySchemes: {a: \(scheme)}}")
    #expect(reading.document?.securitySchemes.map(\.kind) == [.apiKey(.header, "X Key")])
    #expect(
      reading.messages == [
        "spec.yaml:2:68: warning: found 'X Key' for the name of a header, expected a token such as "
          + "X-Key, of letters, digits and hyphens; no request that has it is sent"
      ])
  }

  @Test(
    arguments: [
      ("{type: key}", nil), ("{type: apiKey, in: header}", nil),
      ("{type: apiKey, in: path, name: a}", nil), ("{type: http}", nil), ("{}", nil),
      ("{type: jwt}", .bearer), ("{type: Bearer}", .bearer), ("{scheme: bearer}", .bearer),
      ("{type: basic}", .basic), ("{type: apiKey, name: a}", .apiKey(.header, "a")),
      ("{type: apiKey, in: Query, name: a}", .apiKey(.query, "a")),
    ] as [(String, SecurityScheme.Kind?)])
  func `kinds that no version has`(scheme: String, expected: SecurityScheme.Kind?) throws {
    let reading = try Reading(
      """
      paths: {/: {get: {security: [{a: []}, {b: []}]}}}
      components: {securitySchemes: {a: \(scheme), b: {type: oauth2}}}
      """)
    let names = expected == nil ? ["b"] : ["a", "b"]
    #expect(reading.document?.securitySchemes.first { $0.name == "a" }?.kind == expected)
    #expect(try reading.operation.security.flatMap(\.schemes) == names)
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("warning: the security scheme 'a'") == true)
  }

  @Test func `a scheme of HTTP without its name is told so`() throws {
    let reading = try Reading(
      "paths: {/: {get: {security: [{a: []}]}}}\ncomponents: {securitySchemes: {a: {type: http}}}")
    #expect(
      reading.messages == [
        "spec.yaml:3:35: warning: the security scheme 'a' has no `scheme`, expected one, such as "
          + "bearer; it is left out, with what needs it"
      ])
  }

  @Test(
    arguments: [
      ("[a]", [["a"]], 1), ("a", [["a"]], 1), ("[[]]", [[]], 0), ("{}", [], 0), ("[~]", [], 1),
    ])
  func `the name alone, and PHP's empty mapping`(
    security: String, expected: [[String]], warnings: Int
  ) throws {
    let reading = try Reading(
      """
      paths: {/: {get: {security: \(security)}}}
      components: {securitySchemes: {a: {type: oauth2}}}
      """)
    #expect(try reading.operation.security.map(\.schemes) == expected)
    #expect(reading.messages.count == warnings)
    #expect(reading.errors == [])
  }

  @Test(
    arguments: [
      ("", [["a"]]), ("security: []", []), ("security: [{}]", [[]]),
      ("security: [{a: [], b: []}, {b: [read]}]", [["a", "b"], ["b"]]),
    ])
  func `what an operation needs`(security: String, expected: [[String]]) throws {
    let reading = try Reading(
      """
      security: [{a: []}]
      paths: {/: {get: {\(security)}}}
      components: {securitySchemes: {a: {type: oauth2}, b: {type: oauth2}}}
      """)
    #expect(try reading.operation.security.map(\.schemes) == expected)
    #expect(reading.messages == [])
  }

  @Test func `a scheme that is nowhere is left out, not the need for one`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {security: [{none: []}, {a: [], none: []}]}}}
      components: {securitySchemes: {a: {type: oauth2}}}
      """)
    #expect(try reading.operation.security.map(\.schemes) == [["a"]])
    #expect(reading.messages.count == 2)
    #expect(
      reading.messages.allSatisfy { $0.contains("warning: found the security scheme 'none'") })
  }

  /// OAS 3.2 §4.30: a name of the components, or else a URI.
  @Test func `a scheme by its address`() throws {
    let reading = try Reading(
      """
      paths:
        /: {get: {security: [{'#/components/securitySchemes/a': []}, {'other.yaml#/b': []}]}}
      components: {securitySchemes: {a: {type: apiKey, in: header, name: X-A}}}
      """, files: ["other.yaml": "b: {type: http, scheme: basic}"])
    #expect(try reading.operation.security.map(\.schemes) == [["a"], ["b"]])
    #expect(reading.document?.securitySchemes.map(\.kind) == [.apiKey(.header, "X-A"), .basic])
    #expect(reading.messages == [])
  }

  @Test func `a name of the components counts before an address`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {security: [{'b.yaml#/a': []}, {a: []}, {./a: []}]}}}
      components: {securitySchemes: {./a: {type: oauth2}, a: {type: http, scheme: basic}}}
      """, files: ["b.yaml": "a: {type: apiKey, in: query, name: k}"])
    #expect(try reading.operation.security.map(\.schemes) == [["b.yaml#/a"], ["a"], ["./a"]])
    #expect(reading.document?.securitySchemes.map(\.name) == ["./a", "a", "b.yaml#/a"])
    #expect(reading.messages == [])
  }

  @Test func `schemes stand where Swagger 2 point 0 has them`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {security: [{key: []}]}}}
      securityDefinitions: {key: {type: apiKey, in: header, name: X-Key}}
      """)
    #expect(reading.document?.securitySchemes.map(\.kind) == [.apiKey(.header, "X-Key")])
    #expect(try reading.operation.security.flatMap(\.schemes) == ["key"])
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("found `securityDefinitions`") == true)
  }

  @Test func `a reference that leads nowhere is told of where the scheme is needed`() throws {
    let components = "components: {securitySchemes: {a: {$ref: 'https://example.com/a'}}}"
    #expect(try Reading(components).messages == [])
    #expect(try Reading("security: [{a: []}]\n\(components)").messages.count == 1)
  }
}
