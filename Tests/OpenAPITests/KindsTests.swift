import Testing

@testable import OpenAPI

/// What is of another kind than OpenAPI has it.
struct KindsTests {
  @Test(
    arguments: [
      ("paths: x", 1), ("paths: []", 0), ("paths: {/: x}", 1), ("paths: {/: []}", 0),
      ("paths: {/: {get: x}}", 1), ("paths: {/: {get: }}", 1),
    ])
  func `what is of the wrong kind is left out, and what has nothing in it says nothing`(
    body: String, warnings: Int
  ) throws {
    let reading = try Reading(body)
    #expect(reading.document?.operations.isEmpty == true)
    #expect(
      reading.messages.map { $0.contains("warning: ") && $0.contains("expected a mapping") }
        == Array(repeating: true, count: warnings))
  }

  @Test(
    arguments: [
      ("paths: {}\nx-ms-paths: x", "`x-ms-paths`"),
      ("paths: {/: {additionalOperations: x}}", "`additionalOperations`"),
      ("paths: {/: {post: {callbacks: {c: x}}}}", "a callback"),
      ("paths: {/: {post: {requestBody: {content: {a/b: {encoding: x}}}}}}", "`encoding`"),
      ("components: {schemas: {A: {dependentSchemas: x}}}", "`dependentSchemas`"),
      ("components: {schemas: {A: {dependentRequired: x}}}", "`dependentRequired`"),
      ("components: {schemas: {A: {discriminator: {propertyName: p, mapping: x}}}}", "`mapping`"),
    ])
  func `what is no mapping is told by its field`(body: String, field: String) throws {
    let messages = try Reading(body).messages
    #expect(messages.count == 1)
    let told = "warning: found 'x' for \(field), expected a mapping; it is left out"
    #expect(messages.first?.hasSuffix(told) == true, "\(messages)")
  }

  @Test(
    arguments: [
      (
        "paths: {/: {post: {requestBody: {content: {a/b: {prefixEncoding: x}}}}}}",
        "found 'x' for `prefixEncoding`, expected a list; it is left out"
      ),
      (
        "security: {}\npaths: {/: {get: {security: {a: []}}}}\n"
          + "components: {securitySchemes: {a: {type: oauth2}}}",
        "found a mapping for `security`, expected a list; it is read as the only item of one"
      ),
      (
        "servers: {$ref: '#/x-servers'}\npaths: {}\nx-servers: [{url: /}]",
        "found '#/x-servers' for `$ref`, expected `servers` in place; it is followed"
      ),
    ])
  func `what is no list is told by its field`(body: String, message: String) throws {
    let messages = try Reading(body).messages
    #expect(messages.count == 1)
    #expect(messages.first?.hasSuffix("warning: " + message) == true, "\(messages)")
  }
}
