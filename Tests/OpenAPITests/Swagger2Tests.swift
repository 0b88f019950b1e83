import Testing

@testable import OpenAPI

@Suite struct Swagger2Tests {
  @Test(
    arguments: [
      (
        "host: a.io\nbasePath: /v1\nschemes: [http, https]", ["https://a.io/v1", "http://a.io/v1"],
        0
      ),
      ("host: a.io\nschemes: [wss]", ["https://a.io"], 1), ("host: a.io", ["https://a.io"], 1),
      ("basePath: /v1", ["/v1"], 0), ("", [], 0),
      ("host: localhost:80", ["http://localhost:80"], 1),
      ("host: a.io\nschemes: http", ["http://a.io"], 1),
      ("host: a.io:80\nschemes: [http, https]", ["https://a.io", "http://a.io:80"], 1),
      ("host: a.io:443\nschemes: [http, https]", ["https://a.io:443", "http://a.io"], 1),
      ("host: a.io:8080\nschemes: [http, https]", ["https://a.io:8080", "http://a.io:8080"], 0),
      ("host: '[::80]'\nschemes: [https]", ["https://[::80]"], 0),
      ("host: a.io\nbasePath: v1\nschemes: [https]", ["https://a.io/v1"], 1),
      ("host: a.io/\nbasePath: /v1/\nschemes: [https]", ["https://a.io/v1/"], 1),
      ("host: a.io\nbasePath: /\nschemes: [https]", ["https://a.io"], 0),
      ("host: 'http://a.io/api'\nbasePath: /v1", ["http://a.io/api/v1"], 1),
      ("host: //a.io\nschemes: [https]", ["https://a.io"], 1),
      ("host: b.io\nbasePath: 'https://a.io/v1'", ["https://a.io/v1"], 1),
      ("host: ''\nbasePath: /v1", ["/v1"], 0),
    ])
  func `host, basePath and schemes`(fields: String, expected: [String], warnings: Int) throws {
    let reading = try Reading(swagger2: "\(fields)\npaths: {/: {get: {}}}")
    #expect(try reading.operation.servers.map(\.url) == expected)
    #expect(reading.messages.count == warnings)
    #expect(reading.errors == [])
  }

  @Test func `schemes that are missing are told so`() throws {
    #expect(
      try Reading(swagger2: "host: a.io\npaths: {}").messages == [
        "spec.yaml:2:7: warning: `schemes` is missing, expected https or http; https is used"
      ])
  }

  @Test(
    arguments: [
      ("useSchemePrefix: false", ["{endpoint}/{version}/v1"]),
      ("useSchemePrefix: true", ["https://{endpoint}/{version}/v1"]),
      ("positionInOperation: first", ["https://{endpoint}/{version}/v1"]),
    ])
  func `the host that AutoRest has is a template`(field: String, expected: [String]) throws {
    let reading = try Reading(
      swagger2:
        """
        host: unused.io
        basePath: v1/
        schemes: [https]
        x-ms-parameterized-host:
          hostTemplate: '{endpoint}/{version}'
          \(field)
          parameters:
            - {$ref: '#/parameters/Endpoint'}
            - {name: version, in: path, type: string, required: true, default: v2, enum: [v1, v2]}
        parameters: {Endpoint: {name: endpoint, in: path, type: string, required: true, description: d}}
        paths: {/: {get: {}}}
        """)
    let servers = try reading.operation.servers
    #expect(servers.map(\.url) == expected)
    #expect(servers[0].variables.map(\.name) == ["endpoint", "version"])
    #expect(servers[0].variables.map(\.defaultValue) == [nil, "v2"])
    #expect(servers[0].variables.map(\.enumValues) == [[], ["v1", "v2"]])
    #expect(servers[0].variables[0].description == "d")
    #expect(reading.messages == [])
  }

  @Test func `a version with a letter before it is that version`() throws {
    let reading = try Reading(
      "paths: {}\ndefinitions: {A: {title: a}}", version: "swagger: v2.0")
    #expect(try reading.schema("A").title == "a")
    #expect(reading.messages.count == 1)
  }

  @Test func `security definitions are security schemes`() throws {
    let reading = try Reading(
      swagger2:
        """
        paths: {/: {get: {security: [{a: [], b: []}]}}}
        securityDefinitions:
          a: {type: basic, description: d}
          b: {type: apiKey, in: query, name: key}
          c: {type: oauth2, flow: implicit}
        """)
    #expect(
      reading.document?.securitySchemes.map(\.kind) == [.basic, .apiKey(.query, "key"), .bearer])
    #expect(reading.document?.securitySchemes.first?.description == "d")
    #expect(try reading.operation.security.map(\.schemes) == [["a", "b"]])
  }

  @Test func `a problem is where the description has it`() throws {
    let reading = try Reading(
      swagger2:
        """
        paths:
          /:
            get:
              parameters:
                - {name: p, in: query, type: strnig}
        """)
    #expect(
      reading.messages.map { $0.hasPrefix("spec.yaml:6:38: warning: found 'strnig'") } == [true])
  }

  @Test(
    arguments: [
      ("paths: []", 0), ("paths: {/: x}", 1), ("paths: {/: {get: []}}", 1),
      ("paths: {/: {get: {parameters: {}}}}", 0), ("paths: {/: {get: {responses: x}}}", 1),
      ("paths: {}\ndefinitions: []", 0), ("paths: {}\ndefinitions: x", 1),
      ("paths: {}\nresponses: []", 0),
    ])
  func `what is of the wrong kind is left out`(body: String, warnings: Int) throws {
    let messages = try Reading(swagger2: body).messages
    #expect(messages.count == warnings)
    #expect(messages.allSatisfy { $0.contains("warning: ") })
  }

  @Test(arguments: ["x-rate", "Rate"])
  func `what is of OpenAPI 3 in Swagger 2.0 is read`(header: String) throws {
    let reading = try Reading(
      swagger2:
        """
        paths:
          /:
            post:
              parameters: [{in: query, name: q, schema: {type: string, enum: [a, b]}}]
              requestBody: {content: {application/json: {schema: {title: body}}}}
              responses:
                200: {content: {application/json: {schema: {title: answer}}}, headers: {\(header): {
                  type: integer}}}
                400: {$ref: '#/responses/x-err'}
        responses: {x-err: {description: d, schema: {title: error}}}
        """)
    let operation = try reading.operation
    #expect(try reading.schema(operation.parameters[0].schema).enumValues?.count == 2)
    #expect(try reading.schema(operation.requestBody?.content.first?.schema).title == "body")
    #expect(
      try operation.responses.map { try reading.schema($0.content.first?.schema).title } == [
        "answer", "error",
      ])
    #expect(try reading.schema(operation.responses[0].headers[0].schema).types == [.integer])
    #expect(reading.messages == [])
  }

  @Test func `fields in another case, and of Azure`() throws {
    let reading = try Reading(
      swagger2:
        """
        Host: a.io
        scheme: [https]
        paths: {}
        x-ms-paths:
          /a?comp=b:
            get:
              produce: [text/plain]
              parameter: [{name: comp, in: query, Type: string}, {name: q, In: query, type: integer}]
              responses: {200: {description: d, Schema: {type: string}}}
        """)
    let operation = try reading.operation
    #expect(operation.path == "/a?comp=b")
    #expect(operation.servers.map(\.url) == ["https://a.io"])
    #expect(operation.parameters.map(\.name) == ["q"])
    #expect(operation.responses[0].content.map(\.name) == ["text/plain"])
    #expect(reading.errors == [])
    #expect(reading.messages.filter { $0.contains("it is read so") }.count == 7)
  }
}
