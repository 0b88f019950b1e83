import OpenAPI
import Testing

@testable import Generator

/// What the generator says of answers that it leaves something out of.
struct AnswersTests {
  private func warnings(_ content: String) throws -> [String] {
    let text = """
      openapi: 3.2.0
      paths:
        /:
          get:
            responses:
              '200':
                content: {\(content)}
      """
    return try decided(text).diagnostics.all.filter { $0.place.line == 7 }.map(\.message)
  }

  @Test func `media types that no answer tells apart`() throws {
    let text = "{schema: {type: string}}"
    let list = "{schema: {type: array}}"
    let found = try warnings("text/csv: \(text), text/csv;charset=utf-8: \(list)")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("found 'text/csv;charset=utf-8' beside another") == true)
    #expect(try warnings("application/json;v=1: \(text), application/json;v=2: \(list)") == [])
    // These are one: nothing is lost.
    #expect(try warnings("application/json: \(text), application/json;v=2: \(text)") == [])
  }

  @Test(arguments: [
    ("application/vnd.spAdGroup.v3+json", "application/vnd.spAdGroup.v3+json"),
    ("application/vnd.A+json; v=B; charset=utf-8", "application/vnd.A+json; v=B"),
    ("Application/JSON", nil), ("CSV", "text/csv"),
    ("application/a+json; =b; c; d=e", "application/a+json; d=e"),
  ])
  func `an answer is asked for as the description spells its type`(
    _ key: String, _ accept: String?
  ) throws {
    let schema = "{schema: {type: \(key == "CSV" ? "string" : "object")}}"
    let answer = "{content: {'\(key)': \(schema)}}"
    let api = try decided(
      "openapi: 3.1.0\npaths: {/: {get: {responses: {'200': \(answer)}}}}"
    ).api
    #expect(api.operations[0].successes.map(\.accept) == [accept])
  }

  @Test(
    arguments: [
      (.code(407), "ProxyAuthenticationRequired"), (.code(417), "ExpectationFailed"),
      (.code(421), "MisdirectedRequest"), (.code(431), "RequestHeaderFieldsTooLarge"),
      (.code(505), "HTTPVersionNotSupported"), (.code(507), "InsufficientStorage"),
      (.code(511), "NetworkAuthenticationRequired"), (.code(599), "Status599"),
      (.range(1), "Informational"), (.range(2), "Success"), (.range(3), "Redirection"),
      (.range(4), "ClientError"), (.range(5), "ServerError"), (.default, "Default"),
    ] as [(Response.Status, String)])
  func `a status is named by its reason phrase`(_ status: Response.Status, _ name: String) {
    #expect(status.name == name)
  }

  @Test func `items of what is no stream`() throws {
    let found = try warnings("application/json: {itemSchema: {type: string}}")
    #expect(found.first?.hasPrefix("found `itemSchema` for 'application/json'") == true)
    #expect(try warnings("application/jsonl: {itemSchema: {type: string}}") == [])
  }

  @Test(
    "lines of a string are of anything, and those of the branches beside one are of these",
    arguments: [("", true), (", anyOf: [{$ref: '#/components/schemas/A'}, {type: object}]", false)])
  func lines(branches: String, isAnything: Bool) throws {
    let api = try decided(
      """
      openapi: 3.1.0
      paths:
        /:
          get:
            responses:
              '200': {content: {application/x-ndjson: {schema: {type: string\(branches)}}}}
      components: {schemas: {A: {type: object, required: [a], properties: {a: {}}}}}
      """
    ).api
    #expect((api.operations[0].response == .stream(.json)) == isAnything)
  }

  @Test(arguments: ["application/x-tar", "application/octet-stream", "image/png"])
  func `a refusal with properties or items is no file`(_ type: String) throws {
    let api = try decided(
      """
      swagger: '2.0'
      paths:
        /:
          get:
            operationId: read
            produces: [\(type)]
            responses:
              200: {description: A file, schema: {type: object, properties: {a: {type: string}}}}
              404: {description: None, schema: {$ref: '#/definitions/Failure'}}
              500: {description: Many, schema: {type: array, items: {$ref: '#/definitions/Failure'}}}
              502: {description: A file, schema: {type: string}}
      definitions: {Failure: {type: object, properties: {message: {type: string}}}}
      """
    ).api
    #expect(api.operations[0].successes.map(\.format) == [.data])
    #expect(api.operations[0].refusals.map(\.format) == [.json, .json, .data])
  }

  @Test func `a refusal of what is streamed is one value`() throws {
    let value = "{schema: {type: object, properties: {a: {type: string}}}}"
    let lines = try operation(answer: "application/x-ndjson: \(value)")
    #expect(lines.successes.map(\.format) == [.jsonLines])
    #expect(lines.refusals.map(\.format) == [.json])
    #expect(lines.refusals.map(\.accept) == ["application/x-ndjson"])
    let events = try operation(answer: "text/event-stream: \(value)")
    #expect(events.successes.map(\.format) == [.events])
    #expect(events.refusals.map(\.format) == [.json])
    let list = try operation(
      answer: "application/x-ndjson: {schema: {type: array, items: {type: string}}}")
    #expect(list.refusals.map(\.format) == [.jsonLines])
  }

  @Test func `elements are events, what events hold, or lines`() throws {
    let (event, word) = ("{properties: {data: {type: string}}}", "{properties: {text: {}}}")
    func elements(of answer: String) throws -> String? {
      let type = try operation(answer: answer).response
      guard case .stream(let element) = type else { throw Unexpected(value: type) }
      switch element {
      case .event(.named(let path)), .named(let path): return path.name
      default: return nil
      }
    }
    let events = { (item: String) in "text/event-stream: {itemSchema: \(item)}" }
    #expect(try elements(of: events("{type: string}")) == nil)
    #expect(try elements(of: events(event)) == nil)
    #expect(try elements(of: events(word)) == "PostResponseEvent")
    #expect(try elements(of: events("{oneOf: [\(event), \(word)]}")) == "PostResponseEvent")
    let sequence = "application/json-seq: {itemSchema: \(word)}"
    #expect(try elements(of: sequence) == "PostResponseItem")
  }

  @Test func `what an operation gives may be of other than its refusals`() throws {
    let found = try GeneratorTests.warnings(
      """
      swagger: '2.0'
      host: example.com
      schemes: [https]
      paths:
        /:
          get:
            produces: [application/vnd.docker.raw-stream]
            responses:
              200: {description: A file, schema: {type: string, format: binary}}
              404: {description: None, schema: {type: object, properties: {a: {type: string}}}}
              500: {$ref: '#/responses/Failure'}
      responses: {Failure: {description: d, schema: {type: object, properties: {b: {type: string}}}}}
      """)
    #expect(found == [])
    #expect(try warnings("application/vnd.a: {schema: {properties: {a: {}}}}").count == 1)
  }

  private func operation(
    answer: String, body: String = "text/plain: {}", version: String = "openapi: 3.1.0"
  ) throws -> APIOperation {
    let api = try api(
      """
      \(version)
      paths:
        /:
          post:
            requestBody: {required: true, content: {\(body)}}
            responses:
              '200': {content: {\(answer)}}
              '400': {content: {\(answer)}}
      """)
    return api.operations[0]
  }

  @Test(arguments: [
    ("{type: string}", SwiftType.string), ("{type: integer}", .int),
  ])
  func `a plain text beside JSON of the same may come too`(
    _ schema: String, _ type: SwiftType
  ) throws {
    let operation = try operation(
      answer: "text/plain: {schema: \(schema)}, application/json: {schema: \(schema)}")
    #expect(operation.response == type)
    #expect(operation.successes.map(\.format) == [.text, .json])
    #expect(operation.problem == type)
    #expect(operation.refusals.map(\.format) == [.text, .json])
  }

  @Test(arguments: [
    "{type: object, properties: {a: {}}}", "{type: array, items: {type: string}}",
    "{type: [string, 'null']}", "{}", "{type: string, format: byte}",
  ])
  func `a plain text of what no text is says what JSON says`(_ schema: String) throws {
    let operation = try operation(
      answer: "text/plain: {schema: \(schema)}, application/json: {schema: \(schema)}")
    #expect(operation.successes.map(\.format) == [.json])
    #expect(operation.refusals.map(\.format) == [.json])
  }

  @Test func `bytes beside JSON may come as any of their types`() throws {
    let bytes = "{schema: {type: string, format: binary}}"
    let operation = try operation(
      answer: "application/json: \(bytes), application/xml: \(bytes), text/yaml: \(bytes)")
    #expect(operation.response == .data)
    #expect(
      operation.successes.map(\.accept) == ["application/json", "application/xml", "text/yaml"])
    #expect(operation.refusals.map(\.format) == [.data])
  }

  @Test func `what only writes down what JSON says is not asked for beside it`() throws {
    let schema = "{schema: {type: object, properties: {a: {type: string}}}}"
    let types = ["edn", "transit+json", "transit+msgpack", "xml", "cbor"]
    let others = types.map { "application/\($0): \(schema)" }.joined(separator: ", ")
    let operation = try operation(answer: "application/json: \(schema), \(others)")
    #expect(operation.successes.map(\.format) == [.json])
    #expect(try self.operation(answer: "application/edn: \(schema)").response == .data)
  }

  @Test func `a type that does not say how it is written is not asked for beside JSON`() throws {
    func accepted(_ schema: String) throws -> [String?] {
      let types = ["vnd.oai.openapi", "yaml", "vnd.oai.openapi+json", "json"]
      let content = types.map { "application/\($0): {schema: \(schema)}" }
      return try operation(answer: content.joined(separator: ", ")).successes.map(\.accept)
    }
    #expect(try accepted("{type: object, additionalProperties: {}}") == [nil])
    #expect(try accepted("{type: string}") == ["application/vnd.oai.openapi", nil])
  }

  @Test func `a text that has to keep other rules than JSON is another body`() throws {
    func formats(_ text: String, _ json: String) throws -> [APIOperation.BodyVariant.Format] {
      let body = "text/plain: {schema: \(text)}, application/json: {schema: \(json)}"
      return try operation(answer: "text/plain: {}", body: body).body?.variants.map(\.format) ?? []
    }
    #expect(try formats("{type: string, maxLength: 3}", "{type: string}") == [.json, .text])
    #expect(try formats("{type: string}", "{type: string}") == [.json])
    #expect(try formats("{type: string, maxLength: 3}", "{type: string, maxLength: 3}") == [.json])
  }
}
