import Testing

@testable import OpenAPI

/// Parameters, bodies and responses of Swagger 2.0, as OpenAPI 3 has them.
@Suite struct Swagger2MessagesTests {
  @Test func `parameters have their type in a schema`() throws {
    let reading = try Reading(
      swagger2:
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
    let reading = try Reading(
      swagger2:
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
    let reading = try Reading(
      swagger2:
        "paths: {/: {post: {parameters: [{name: b, in: body, required: true, \(fields)}]}}}")
    let schema = try reading.operation.requestBody?.content.first?.schema
    #expect(try schema.flatMap { try reading.schema($0).format } == format)
    #expect(reading.messages.count == warnings, "\(reading.messages)")
  }

  @Test func `a response of two media types has one schema`() throws {
    let reading = try Reading(
      swagger2:
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
    let reading = try Reading(
      swagger2:
        """
        produces: [application/json]
        paths:
          /a: {get: {produces: [text/csv, text/csv], responses: {200: {$ref: '#/responses/Row'},
            404: {$ref: '#/responses/None'}, 500: {$ref: '#/responses/New'}}}}
          /b: {get: {responses: {200: {$ref: '#/responses/Row'}, 206: {$ref: '#/responses/File'}}}}
          /c: {get: {produces: [pdf, text/html], responses: {200: {$ref: '#/responses/File'}}}}
          /d: {get: {produces: [], responses: {200: {$ref: '#/responses/Row'}}}}
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
        [["application/pdf", "text/html"]], [["application/json"]],
      ])
    // One schema, however many have it.
    #expect(responses[0][0].content[0].schema == responses[1][0].content[0].schema)
    #expect(reading.document?.sharedSchemas.map(\.name) == ["RowResponse", "FileResponse"])
    #expect(reading.messages == [])
  }

  @Test func `a body has the media types that are consumed`() throws {
    let reading = try Reading(
      swagger2:
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

  @Test func `a response has the media types that are produced`() throws {
    let reading = try Reading(
      swagger2:
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

  @Test func `one of two bodies counts, and an operation's before its path's`() throws {
    let reading = try Reading(
      swagger2:
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

  @Test func `a list of lists is told of`() throws {
    let reading = try Reading(
      swagger2: """
        paths:
          /:
            get:
              parameters:
                - {in: query, name: a, type: array,
                   items: {type: array, items: {type: string}}}
        """)
    #expect(
      reading.messages == [
        "spec.yaml:7:19: warning: found a list of lists, expected a list of plain values; each inner "
          + "list is sent as JSON"
      ])
  }

  @Test func `a body is one however its place is spelled`() throws {
    let reading = try Reading(
      swagger2:
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
    let reading = try Reading(swagger2: "paths: {/: {get: {parameters: [{\(text)}]}}}")
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

  @Test func `one media type is read as the only one`() throws {
    let reading = try Reading(
      swagger2:
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
      let reading = try Reading(
        swagger2:
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
}
