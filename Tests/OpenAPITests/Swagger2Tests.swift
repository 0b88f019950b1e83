import Testing

@testable import OpenAPI

@Suite struct Swagger2Tests {
  private func reading(_ body: String, files: [String: String] = [:]) throws -> Reading {
    try Reading(body, version: "swagger: '2.0'", files: files)
  }

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
    let reading = try reading("\(fields)\npaths: {/: {get: {}}}")
    #expect(try reading.operation.servers.map(\.url) == expected)
    #expect(reading.messages.count == warnings)
    #expect(reading.errors == [])
  }

  @Test func `schemes that are missing are told so`() throws {
    #expect(
      try reading("host: a.io\npaths: {}").messages == [
        "spec.yaml:2:7: warning: `schemes` is missing, expected https or http; https is used"
      ])
  }

  @Test func `a version with a letter before it is that version`() throws {
    let reading = try Reading(
      "paths: {}\ndefinitions: {A: {title: a}}", version: "swagger: v2.0")
    #expect(try reading.schema("A").title == "a")
    #expect(reading.messages.count == 1)
  }

  @Test func `parameters have their type in a schema`() throws {
    let reading = try reading(
      """
      paths:
        /{id}:
          parameters: [{$ref: '#/parameters/id'}]
          get:
            parameters:
              - {name: n, in: query, type: integer, minimum: 1, default: 5, description: d}
              - {name: X-A, in: header, type: string, enum: [a, b], required: true}
      parameters: {id: {name: id, in: path, required: true, type: string, format: uuid}}
      """)
    let parameters = try reading.operation.parameters
    #expect(parameters.map(\.name) == ["id", "n", "X-A"])
    #expect(parameters.map(\.isRequired) == [true, false, true])
    #expect(parameters[1].description == "d")
    let schemas = try parameters.map { try reading.schema($0.schema) }
    #expect(schemas.map(\.types) == [[.string], [.integer], [.string]])
    #expect(schemas[0].format == "uuid")
    #expect(schemas[1].constraints == [.minimum("1")])
    #expect(schemas[1].defaultValue?.text == "5")
    #expect(schemas[2].enumValues?.map(\.text) == ["a", "b"])
    #expect(reading.messages == [])
  }

  @Test(
    arguments: [
      ("query", "csv", .form, false, 0), ("query", "multi", .form, true, 0),
      ("query", "ssv", .spaceDelimited, false, 0), ("query", "pipes", .pipeDelimited, false, 0),
      ("query", "tsv", .tabDelimited, false, 0), ("header", "csv", .simple, false, 0),
      ("header", "pipes", .pipeDelimited, false, 0), ("header", "ssv", .spaceDelimited, false, 0),
      ("query", "dots", .form, false, 1),
    ] as [(String, String, Parameter.Style, Bool, Int)])
  func `a collection format is a style`(
    location: String, format: String, style: Parameter.Style, explode: Bool, warnings: Int
  ) throws {
    let reading = try reading(
      """
      paths: {/: {get: {parameters: [{name: p, in: \(location), type: array, items: {type: string},
        collectionFormat: \(format)}]}}}
      """)
    let parameter = try #require(reading.operation.parameters.first)
    #expect(parameter.style == style)
    #expect(parameter.explode == explode)
    let items = try reading.schema(parameter.schema).items
    #expect(try reading.schema(items).types == [.string])
    #expect(reading.messages.count == warnings)
  }

  @Test(arguments: [("2.0", "ids"), ("2.0", "ids[]"), ("3.0.0", "ids")])
  func `brackets are part of the name`(version: String, name: String) throws {
    let key = version == "2.0" ? "swagger" : "openapi"
    let reading = try Reading(
      """
      paths: {/: {post: {parameters: [{name: '\(name)', in: query, type: array, items: {
        type: string}, collectionFormat: brackets}, {name: '\(name)', in: formData, required: true,
        type: array, items: {type: string}, collectionFormat: brackets}]}}}
      """, version: "\(key): '\(version)'")
    let operation = try reading.operation
    #expect(operation.parameters.map(\.name) == ["ids[]"])
    #expect(operation.parameters.map(\.explode) == [true])
    let form = try #require(operation.requestBody?.content.first)
    #expect(form.encoding.map(\.name) == ["ids[]"])
    #expect(form.encoding.map(\.explode) == [true])
    #expect(try reading.schema(form.schema).required == ["ids[]"])
    #expect(
      reading.messages.filter {
        $0.contains("expected multi; it is read so, by the name 'ids[]'")
      }.count == 2, "\(reading.messages)")
  }

  @Test(
    arguments: [
      ("type: string, format: date", "date", 1), ("type: array, items: {type: string}", nil, 1),
      ("description: d", nil, 0), ("schema: {format: x}, type: string", "x", 0),
    ])
  func `the type of a body may stand beside its name`(
    fields: String, format: String?, warnings: Int
  ) throws {
    let reading = try reading(
      "paths: {/: {post: {parameters: [{name: b, in: body, required: true, \(fields)}]}}}")
    let schema = try reading.operation.requestBody?.content.first?.schema
    #expect(try schema.flatMap { try reading.schema($0).format } == format)
    #expect(reading.messages.count == warnings, "\(reading.messages)")
  }

  @Test func `a response of two media types has one schema`() throws {
    let reading = try reading(
      """
      produces: [application/json, text/csv]
      paths: {/: {get: {responses: {404: {$ref: '#/responses/E'}}}}}
      responses: {E: {description: e, schema: {type: object, properties: {a: {type: string}}}}}
      """)
    let content = try reading.operation.responses[0].content
    #expect(content.map(\.name) == ["application/json", "text/csv"])
    #expect(content[0].schema != nil && content[0].schema == content[1].schema)
    #expect(reading.document?.sharedSchemas.map(\.name) == ["EResponse"])
  }

  @Test func `a shared response has the media types of each operation`() throws {
    let reading = try reading(
      """
      produces: [application/json]
      paths:
        /a: {get: {produces: [text/csv, text/csv], responses: {200: {$ref: '#/responses/Row'},
          404: {$ref: '#/responses/None'}, 500: {$ref: '#/responses/New'}}}}
        /b: {get: {responses: {200: {$ref: '#/responses/Row'}, 206: {$ref: '#/responses/File'}}}}
        /c: {get: {produces: [pdf, text/html], responses: {200: {$ref: '#/responses/File'}}}}
      responses:
        Row: {description: d, schema: {type: object, properties: {a: {type: string}}}}
        File: {description: d, schema: {type: file}}
        None: {description: d}
        New: {description: d, content: {text/plain: {}}}
      """)
    let responses = try #require(reading.document?.operations.map(\.responses))
    #expect(
      responses.map { $0.map { $0.content.map(\.name) } } == [
        [["text/csv"], [], ["text/plain"]], [["application/json"], ["*/*"]],
        [["application/pdf", "text/html"]],
      ])
    // One schema, however many have it.
    #expect(responses[0][0].content[0].schema == responses[1][0].content[0].schema)
    #expect(reading.document?.sharedSchemas.map(\.name) == ["RowResponse", "FileResponse"])
    #expect(reading.messages == [])
  }

  @Test func `a body has the media types that are consumed`() throws {
    let reading = try reading(
      """
      consumes: [application/json]
      paths:
        /: {post: {consumes: [application/xml, text/json], parameters: [{$ref: '#/parameters/B'}]}}
      parameters: {B: {name: b, in: body, required: true, description: d, schema: {
        $ref: '#/definitions/Pet'}}}
      definitions: {Pet: {type: object, title: pet, x-nullable: true}}
      """)
    let operation = try reading.operation
    #expect(operation.parameters.isEmpty)
    let body = try #require(operation.requestBody)
    #expect(body.isRequired)
    #expect(body.description == "d")
    #expect(body.content.map(\.name) == ["application/xml", "text/json"])
    #expect(try reading.schema(body.content[0].schema).title == "pet")
    #expect(try reading.schema("Pet").isNullable)
    #expect(reading.messages == [])
  }

  @Test(
    arguments: [
      ("type: file", "", ["multipart/form-data"]),
      ("type: string", "", ["application/x-www-form-urlencoded"]),
      ("type: string", "consumes: [multipart/form-data], ", ["multipart/form-data"]),
      (
        "type: string", "consumes: [application/x-www-form-urlencoded, multipart/form-data], ",
        ["application/x-www-form-urlencoded", "multipart/form-data"]
      ),
      ("type: file", "consumes: [application/x-www-form-urlencoded], ", ["multipart/form-data"]),
    ])
  func `a form is multipart where it holds a file`(
    type: String, consumes: String, expected: [String]
  ) throws {
    let reading = try reading(
      """
      paths: {/: {post: {\(consumes)parameters: [
        {name: f, in: formData, required: true, \(type), description: d},
        {name: l, in: formData, type: array, items: {type: string}, collectionFormat: multi}]}}}
      """)
    let body = try #require(reading.operation.requestBody)
    let form = try #require(body.content.first)
    #expect(body.isRequired)
    #expect(body.content.map(\.name) == expected)
    let schema = try reading.schema(form.schema)
    #expect(schema.required == ["f"])
    #expect(schema.properties.map(\.name) == ["f", "l"])
    let properties = try schema.properties.map { try reading.schema($0.schema) }
    #expect(properties.map(\.types) == [[.string], [.array]])
    #expect(properties[0].description == "d")
    #expect(form.encoding.map(\.name) == ["l"])
    #expect(form.encoding.map(\.explode) == [true])
    #expect(reading.messages == [])
  }

  @Test func `a response has the media types that are produced`() throws {
    let reading = try reading(
      """
      produces: [application/json]
      paths: {/: {get: {responses: {200: {description: d, schema: {$ref: '#/definitions/Pet'},
        headers: {X-A: {type: integer}}}, 404: {$ref: '#/responses/Missing'}}}}}
      responses: {Missing: {description: missing, schema: {title: problem}}}
      definitions: {Pet: {title: pet}}
      """)
    let responses = try reading.operation.responses
    #expect(responses.map(\.status) == [.code(200), .code(404)])
    #expect(responses.map(\.description) == ["d", "missing"])
    #expect(responses.flatMap(\.content).map(\.name) == ["application/json", "application/json"])
    let titles = try responses.flatMap(\.content).map { try reading.schema($0.schema).title }
    #expect(titles == ["pet", "problem"])
    let header = try #require(responses[0].headers.first)
    #expect(try reading.schema(header.schema).types == [.integer])
    #expect(reading.messages == [])
  }

  @Test func `security definitions are security schemes`() throws {
    let reading = try reading(
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
    let reading = try reading(
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
    ])
  func `what is of the wrong kind is left out`(body: String, warnings: Int) throws {
    let messages = try reading(body).messages
    #expect(messages.count == warnings)
    #expect(messages.allSatisfy { $0.contains("warning: ") })
  }

  @Test(arguments: ["x-rate", "Rate"])
  func `what is of OpenAPI 3 in Swagger 2.0 is read`(header: String) throws {
    let reading = try reading(
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
    let reading = try reading(
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

  @Test func `one of two bodies counts, and an operation's before its path's`() throws {
    let reading = try reading(
      """
      paths:
        /:
          parameters: [{in: body, name: a, schema: {title: path}}]
          post:
            parameters: [{in: body, name: b, required: true, schema: {title: first}},
              {in: body, name: c, schema: {title: second}}]
      """)
    let body = try #require(reading.operation.requestBody)
    #expect(body.isRequired)
    #expect(try reading.schema(body.content[0].schema).title == "first")
    #expect(reading.messages.count == 1)
    #expect(
      reading.messages.first?.contains("warning: found another body, expected one") == true)
  }

  @Test(arguments: ["formdata", "form", "form-data", "FormData"])
  func `a field of a form is one however its place is spelled`(location: String) throws {
    let reading = try reading(
      """
      paths: {/: {post: {parameters: [{$ref: '#/parameters/c'},
        {name: a, in: formData, type: string},
        {name: b, in: \(location), type: array, items: {type: string}, collectionFormat: brackets}]}}}
      parameters: {c: {name: c, in: \(location), type: string}}
      """)
    let content = try #require(reading.operation.requestBody?.content.first)
    #expect(try reading.schema(content.schema).properties.map(\.name) == ["c", "a", "b[]"])
    #expect(try reading.operation.parameters.isEmpty)
    #expect(reading.messages.count == 1)
  }

  @Test func `a body is one however its place is spelled`() throws {
    let reading = try reading(
      """
      paths: {/: {parameters: [{name: b, in: body, schema: {title: path}}],
        post: {parameters: [{name: b, in: Body, schema: {title: own}}]}}}
      """)
    let content = try #require(reading.operation.requestBody?.content.first)
    #expect(try reading.schema(content.schema).title == "own")
    #expect(reading.messages == [])
  }

  @Test(
    arguments: [
      ("name: p, in: query", [.string], "string"), ("name: p, in: header", [.string], "string"),
      ("name: p, in: query, items: {type: string}", [.array], "array"),
      ("name: p, in: query, format: int32", [.string], "string"),
      ("name: p, in: query, enum: [1, 2]", [], nil),
      ("name: p, in: query, schema: {}", [], nil),
    ] as [(String, [Schema.DataType], String?)])
  func `a parameter without a type`(text: String, types: [Schema.DataType], read: String?) throws {
    let reading = try reading("paths: {/: {get: {parameters: [{\(text)}]}}}")
    let parameter = try #require(reading.operation.parameters.first)
    #expect(try reading.schema(parameter.schema).types == types)
    #expect(parameter.explode == (types == [.array] ? false : parameter.explode))
    #expect(
      reading.messages
        == [read].compactMap {
          $0.map {
            "spec.yaml:2:32: warning: 'p' has no `type`, expected one; it is read as `\($0)`"
          }
        })
  }

  @Test func `a field of a form without a type`() throws {
    let reading = try reading("paths: {/: {post: {parameters: [{name: p, in: formData}]}}}")
    let schema = try reading.schema(reading.operation.requestBody?.content.first?.schema)
    #expect(try reading.schema(schema.properties.first?.schema).types == [.string])
    #expect(reading.messages.count == 1)
  }

  @Test func `a field of a form is required by a text too`() throws {
    let reading = try reading(
      "paths: {/: {post: {parameters: [{name: p, in: formData, type: string, required: 'true'}]}}}")
    let body = try #require(reading.operation.requestBody)
    #expect(body.isRequired)
    #expect(try reading.schema(body.content[0].schema).required == ["p"])
    #expect(
      reading.messages == [
        "spec.yaml:2:81: warning: found 'true' for `required`, expected true or false; it is read "
          + "as true"
      ])
  }

  @Test func `one media type is read as the only one`() throws {
    let reading = try reading(
      """
      consumes: application/xml
      paths:
        /:
          post:
            consumes: text/plain
            produces: text/csv
            parameters: [{name: b, in: body, schema: {type: string}}]
            responses: {200: {description: d, schema: {type: string}}}
      """)
    let operation = try reading.operation
    #expect(operation.requestBody?.content.map(\.name) == ["text/plain"])
    #expect(operation.responses[0].content.map(\.name) == ["text/csv"])
    let end = "expected a list of strings; it is read as the only one"
    #expect(
      reading.messages.map { $0.hasSuffix(end) } == [true, true], "\(reading.messages)")
  }

  @Test(
    arguments: [
      ("enum: [application/x-tar]", ["application/x-tar"], 0),
      ("enum: [application/json]", ["application/json"], 0),
      ("enum: [text/html, text/plain, text/csv]", ["application/json", "text/plain"], 2),
      ("enum: [text/plain, application/json]", ["application/json", "text/plain"], 0),
      ("enum: [tar]", ["application/json", "text/plain"], 1),
      ("default: text/csv", ["application/json", "text/plain"], 1),
      ("default: application/json", ["application/json", "text/plain"], 0),
      ("description: d", ["application/json", "text/plain"], 0),
    ])
  func `a header parameter may say the media type of a body`(
    fields: String, types: [String], warnings: Int
  ) throws {
    let header = "{name: Content-type, in: header, type: string, \(fields)}"
    for (parameter, shared) in [(header, "{}"), ("{$ref: '#/parameters/H'}", "{H: \(header)}")] {
      let reading = try reading(
        """
        consumes: [application/json, text/plain]
        paths:
          /:
            post:
              parameters:
                - {name: b, in: body, schema: {type: string}}
                - \(parameter)
        parameters: \(shared)
        """)
      #expect(try reading.operation.requestBody?.content.map(\.name) == types)
      #expect(reading.messages.count == warnings, "\(reading.messages)")
    }
  }

  @Test(arguments: [
    ("multipart/form-data", "multipart/form-data", 0),
    ("text/csv", "application/x-www-form-urlencoded", 1),
  ])
  func `a header parameter may say the media type of a form`(
    type: String, expected: String, warnings: Int
  ) throws {
    let reading = try reading(
      """
      paths: {/: {post: {parameters: [{name: f, in: formData, type: string},
        {name: Content-Type, in: header, type: string, enum: [\(type)]}]}}}
      """)
    #expect(try reading.operation.requestBody?.content.map(\.name) == [expected])
    #expect(reading.messages.count == warnings, "\(reading.messages)")
  }
}
