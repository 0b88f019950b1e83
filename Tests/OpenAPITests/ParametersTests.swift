import Testing

@testable import OpenAPI

@Suite struct ParametersTests {
  private func parameters(_ text: String, path: String = "/") throws -> ([Parameter], Reading) {
    let reading = try Reading(
      "paths: {'\(path)': {get: {parameters: [\(text)]}}}", version: "openapi: 3.2.0")
    return (try reading.operation.parameters, reading)
  }

  @Test(
    arguments: [
      ("path", .simple, false), ("query", .form, true), ("header", .simple, false),
      ("cookie", .form, true),
    ] as [(String, Parameter.Style, Bool)])
  func `the style and explode that a location has unless it says otherwise`(
    location: String, style: Parameter.Style, explode: Bool
  ) throws {
    let (parameters, reading) = try parameters(
      "{name: p, in: \(location), schema: {}}", path: "/{p}")
    #expect(parameters.first?.style == style)
    #expect(parameters.first?.explode == explode)
    #expect(parameters.first?.isRequired == (location == "path"))
    #expect(reading.errors == [])
  }

  @Test(
    arguments: [
      ("query", .form, true), ("query", .spaceDelimited, false), ("query", .pipeDelimited, false),
      ("query", .deepObject, false), ("cookie", .cookie, true), ("path", .label, false),
      ("path", .matrix, false),
    ] as [(String, Parameter.Style, Bool)])
  func `explode is off where the style is not form or cookie`(
    location: String, style: Parameter.Style, explode: Bool
  ) throws {
    let text = "{name: p, in: \(location), style: \(style), schema: {}}"
    let (parameters, _) = try parameters(text, path: "/{p}")
    #expect(parameters.first?.style == style)
    #expect(parameters.first?.explode == explode)
  }

  @Test(arguments: [
    ("'X Key', in: header", true), ("'X:', in: header", true), ("X-Key, in: header", false),
    ("'X Key', in: query", false),
  ])
  func `a header whose name no request can have is told`(_ name: String, _ isTold: Bool) throws {
    let (parameters, reading) = try parameters("{name: \(name), schema: {}}")
    #expect(parameters.count == 1)
    let told = isTold ? ["spec.yaml:2:41: warning: found '"] : []
    #expect(reading.messages.map { String($0.prefix(32)) } == told)
  }

  @Test func `every field of a parameter is read`() throws {
    let (parameters, reading) = try parameters(
      """
      {name: p, in: query, description: d, required: true, deprecated: true, explode: false,
      allowReserved: true, allowEmptyValue: true, schema: {type: integer}}
      """)
    let parameter = try #require(parameters.first)
    #expect(parameter.description == "d")
    #expect(!parameter.explode)
    #expect(
      [
        parameter.isRequired, parameter.isDeprecated, parameter.allowReserved,
        parameter.allowEmptyValue,
      ] == [true, true, true, true])
    #expect(try reading.schema(parameter.schema).types == [.integer])
    #expect(parameter.content == nil)
  }

  @Test(arguments: ["openapi: 3.0.0", "swagger: '2.0'"])
  func `what AutoRest leaves unescaped keeps its slashes`(_ version: String) throws {
    let type = version.hasPrefix("swagger") ? "type: string" : "schema: {type: string}"
    let reading = try Reading(
      """
      paths:
        '/{scope}/{name}':
          get:
            parameters:
              - {name: scope, in: path, required: true, \(type), x-ms-skip-url-encoding: true}
              - {name: name, in: path, required: true, \(type), x-ms-skip-url-encoding: false}
              - {name: filter, in: query, \(type), x-ms-skip-url-encoding: true}
      """, version: version)
    let parameters = try reading.operation.parameters
    #expect(parameters.map(\.allowReserved) == [true, false, true])
    #expect(parameters.map(\.keepsSlashes) == [true, false, false])
    #expect(
      try parameters.map { try reading.schema($0.schema).types } == [
        [.string], [.string], [.string],
      ])
    #expect(reading.messages == [])
  }

  @Test(arguments: [
    ("publishers/[^/]+/books/[^/]+", true), ("/^[a-z]+$/", false), ("^[^/]+$", false),
  ])
  func `what a gateway of gRPC has steps in keeps its slashes`(
    _ pattern: String, _ keepsSlashes: Bool
  ) throws {
    let reading = try Reading(
      swagger2:
        """
        paths:
          '/v1/{book.name}':
            get:
              parameters:
                - {name: book.name, in: path, required: true, type: string, pattern: '\(pattern)'}
                - {name: parent, in: query, type: string, pattern: '\(pattern)'}
        """)
    #expect(try reading.operation.parameters.map(\.keepsSlashes) == [keepsSlashes, false])
  }

  @Test(
    arguments: [
      ("content: {application/json: {schema: {}}}", "application/json", 0),
      ("content: {a/b: {}, c/d: {}}", "a/b", 1), ("schema: {}", nil, 0), ("description: d", nil, 1),
      ("schema: {}, content: {a/b: {}}", nil, 1),
    ] as [(String, String?, Int)])
  func `exactly one of schema and content`(fields: String, content: String?, warnings: Int) throws {
    let (parameters, reading) = try parameters("{name: p, in: query, \(fields)}")
    #expect(parameters.first?.content?.name == content)
    #expect((parameters.first?.schema == nil) == (content != nil))
    #expect(reading.messages.count == warnings)
    #expect(reading.errors == [])
  }

  @Test func `without a type it is a string`() throws {
    let (parameters, reading) = try parameters("{name: p, in: query}")
    #expect(try reading.schema(parameters.first?.schema).types == [.string])
  }

  @Test(
    arguments: [
      ("content: {application/json: {}}", "application/json"),
      ("schema: {}", "application/x-www-form-urlencoded"),
    ])
  func `the whole query, a form by default`(fields: String, name: String) throws {
    let (parameters, _) = try parameters("{name: q, in: querystring, \(fields)}")
    #expect(parameters.first?.location == .querystring)
    #expect(parameters.first?.content?.name == name)
  }

  @Test(arguments: [("querystring", true), ("query", true), ("header", false)])
  func `beside the whole query there is no other`(location: String, isTold: Bool) throws {
    let (parameters, reading) = try parameters(
      "{name: r, in: \(location), content: {text/plain: {}}}, "
        + "{name: q, in: querystring, content: {text/plain: {}}}")
    #expect(parameters.map(\.name) == ["r", "q"])
    #expect(
      reading.messages.map { $0.contains("found 'r' beside 'q', which is the whole query") }
        == (isTold ? [true] : []))
  }

  @Test func `an operation's parameter takes the place of its path's`() throws {
    let reading = try Reading(
      """
      paths:
        /:
          parameters:
            - {name: a, in: query, description: shared, schema: {}}
            - {name: b, in: query, schema: {}}
          get:
            parameters:
              - {name: a, in: query, description: own, schema: {}}
              - {name: b, in: header, schema: {}}
      """)
    let parameters = try reading.operation.parameters
    #expect(parameters.map(\.name) == ["b", "a", "b"])
    #expect(parameters.map(\.location) == [.query, .query, .header])
    #expect(parameters[1].description == "own")
  }

  @Test(
    arguments: [
      ("/{id}", "{name: id, in: path, schema: {}}", "/{id}", ["id"], 0),
      ("/{id}/{id}", "", "/{id}/{id}", ["id"], 2),
      ("/", "{name: id, in: path, schema: {}}", "/", [], 1),
      ("/{;id*}", "{name: id, in: path, schema: {}}", "/{id}", ["id"], 1),
      ("/{a}:go/{b", "{name: a, in: path, schema: {}}", "/{a}:go/{b", ["a"], 0),
    ])
  func `the path and its parameters name the same`(
    path: String, text: String, expected: String, names: [String], warnings: Int
  ) throws {
    let (parameters, reading) = try parameters(text, path: path)
    #expect(try reading.operation.path == expected)
    #expect(parameters.map(\.name) == names)
    #expect(!parameters.contains { !$0.isRequired })
    #expect(reading.messages.count == warnings)
  }

  @Test func `what a path has of the query is in the query`() throws {
    let (parameters, reading) = try parameters(
      "{name: a, in: query, required: true, schema: {type: integer}}", path: "/x{?a*,b}")
    #expect(try reading.operation.path == "/x")
    #expect(parameters.map(\.name) == ["a", "b"])
    #expect(parameters.map(\.location) == [.query, .query])
    #expect(parameters.map(\.isRequired) == [true, false])
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("'{?a*,b}', which OpenAPI does not have") == true)
  }

  @Test(
    arguments: [
      ("{name: p, in: Query, schema: {}}", "it is read so"),
      ("{name: p, in: query, style: matrix, schema: {}}", "it is read as form"),
      ("{name: p, in: query, schema: {}}, {name: p, in: query, schema: {}}", "is listed twice"),
    ])
  func `what is wrong, and can be read all the same`(text: String, message: String) throws {
    let (parameters, reading) = try parameters(text)
    #expect(parameters.map(\.name) == ["p"])
    #expect(parameters.map(\.location) == [.query])
    #expect(reading.messages.map { $0.contains("warning: ") && $0.contains(message) } == [true])
  }

  @Test(
    arguments: [
      ("style: deepobject", .deepObject, false), ("style: DeepObject", .deepObject, false),
      ("style: Form", .form, true), ("style: pipe-delimited", .pipeDelimited, false),
      ("style: csv", .form, false), ("style: CSV", .form, false), ("style: multi", .form, true),
      ("style: ssv", .spaceDelimited, false), ("style: pipes", .pipeDelimited, false),
      ("style: multi, explode: false", .form, true),
    ] as [(String, Parameter.Style, Bool)])
  func `a style in other words is read as it is meant`(
    fields: String, style: Parameter.Style, explode: Bool
  ) throws {
    let (parameters, reading) = try parameters(
      "{name: p, in: query, \(fields), schema: {type: array, items: {}}}")
    #expect(parameters.map(\.style) == [style])
    #expect(parameters.map(\.explode) == [explode])
    let word = fields.dropFirst(7).prefix { $0 != "," }
    #expect(reading.messages.count == 1)
    #expect(
      reading.messages.first?.hasPrefix(
        "spec.yaml:2:62: warning: found `style: \(word)`, expected `style: \(style)`") == true,
      "\(reading.messages)")
    #expect(reading.messages.first?.hasSuffix("; it is read so") == true)
  }

  @Test(arguments: ["{in: query, schema: {}}", "p", "[p]"])
  func `what is none is left out`(text: String) throws {
    let (parameters, reading) = try parameters(text)
    #expect(parameters.isEmpty)
    #expect(reading.messages.map { $0.contains("warning: ") } == [true])
  }

  @Test(
    arguments: [
      ("in: headers", .header), ("in: Cookies", .cookie), ("in: url", .query),
      ("deprecated: false", .query),
    ] as [(String, Parameter.Location)])
  func `without a place that there is, it is in the path that has it, or else in the query`(
    field: String, location: Parameter.Location
  ) throws {
    let (parameters, reading) = try parameters("{name: p, \(field), schema: {}}")
    #expect(parameters.map(\.location) == [location])
    #expect(reading.messages.count == 1)
    if location == .query {
      let (parameters, _) = try self.parameters("{name: p, \(field), schema: {}}", path: "/{p}")
      #expect(parameters.map(\.location) == [.path])
      #expect(parameters.map(\.style) == [.simple])
    }
  }

  @Test func `the type beside the name is its schema`() throws {
    let (parameters, reading) = try parameters(
      """
      {name: a, in: query, type: integer, default: 1, description: d}, {name: b, in: query,
      type: array, items: {type: string}, collectionFormat: csv}, {name: c, in: query, oneOf: [{}]},
      {name: d, in: query, $ref: '#/components/schemas/None', type: boolean}
      """)
    let schemas = try parameters.prefix(3).map { try reading.schema($0.schema) }
    #expect(schemas.map(\.types) == [[.integer], [.array], []])
    #expect(schemas[0].defaultValue?.text == "1")
    #expect(schemas[2].oneOf.count == 1)
    #expect(parameters[0].description == "d")
    #expect(parameters[1].explode == false)
    #expect(reading.messages.count == 4)
  }

  @Test func `a reference beside the name of a parameter is to its schema`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {parameters: [{name: p, in: query, $ref: '#/components/schemas/S'}]}}}
      components: {schemas: {S: {type: integer}}}
      """)
    #expect(try reading.schema(reading.operation.parameters.first?.schema).types == [.integer])
    #expect(
      reading.messages == [
        "spec.yaml:2:59: warning: found '#/components/schemas/S' for `$ref`, expected it in "
          + "`schema`; it is read so"
      ])
  }

  @Test func `a mapping of parameters is a list of them`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {parameters: {a: {in: query, schema: {}}, b: {$ref: '#/components/parameters/P'},
        c: 3}}}}
      components: {parameters: {P: {name: p, in: query, schema: {}}}}
      """)
    #expect(try reading.operation.parameters.map(\.name) == ["a", "p"])
    #expect(reading.messages.count == 2)
    #expect(reading.messages.last?.contains("found '3' for a parameter, expected") == true)
  }

  @Test(arguments: ["body", "Body"])
  func `a body among the parameters is one`(location: String) throws {
    let reading = try Reading(
      """
      paths: {/: {post: {consumes: [a/b], parameters: [{name: q, in: query, schema: {}},
        {name: p, in: \(location), required: true, schema: {title: body}}]}}}
      """)
    let operation = try reading.operation
    #expect(operation.parameters.map(\.name) == ["q"])
    #expect(operation.requestBody?.content.map(\.name) == ["a/b"])
    #expect(try reading.schema(operation.requestBody?.content.first?.schema).title == "body")
    #expect(reading.messages.count == 1)
  }

  @Test func `a body among the parameters is none beside another`() throws {
    let reading = try Reading(
      """
      paths: {/: {post: {requestBody: {content: {a/b: {}}},
        parameters: [{name: p, in: body, schema: {}}]}}}
      """)
    #expect(try reading.operation.requestBody?.content.map(\.name) == ["a/b"])
    #expect(try reading.operation.parameters.isEmpty)
    #expect(
      reading.messages == [
        "spec.yaml:3:16: warning: found `in: body`, expected `requestBody`; it is left out, as there "
          + "is one"
      ])
  }

  @Test func `headers that differ only in case are one`() throws {
    let reading = try Reading(
      """
      paths:
        /:
          parameters: [{name: X-Id, in: header, schema: {type: string}}]
          get:
            parameters:
              - {name: x-id, in: header, required: true, schema: {type: string}}
              - {name: id, in: query, schema: {type: string}}
              - {name: ID, in: query, schema: {type: string}}
              - {name: X-ID, in: header, schema: {type: string}}
      """)
    #expect(try reading.operation.parameters.map(\.name) == ["x-id", "id", "ID"])
    #expect(
      reading.messages == [
        "spec.yaml:10:11: warning: the parameter 'X-ID' is listed twice, expected once; the "
          + "first counts"
      ])
  }

  @Test func `a body among the parameters of a path is none`() throws {
    let reading = try Reading(
      """
      paths: {/: {parameters: [{name: b, in: body, schema: {title: b}}], post: {}}}
      """)
    #expect(try reading.operation.requestBody == nil)
    #expect(
      reading.messages == [
        "spec.yaml:2:26: warning: found `in: body` in a parameter that operations share, expected a "
          + "`requestBody` in each of them; it is left out"
      ])
  }

  @Test(arguments: ["{a: b}", "{a: [b]}"])
  func `a mapping that is no parameters is told once`(mapping: String) throws {
    let reading = try Reading("paths: {/: {get: {parameters: \(mapping)}}}")
    #expect(try reading.operation.parameters.isEmpty)
    #expect(
      reading.messages == [
        "spec.yaml:2:31: warning: found a mapping for `parameters`, expected a list; it is left out"
      ])
  }

  @Test func `a parameter in place of their list`() throws {
    let reading = try Reading(
      "paths: {/: {get: {parameters: {name: a, in: query, schema: {type: integer}}}}}")
    #expect(try reading.operation.parameters.map(\.name) == ["a"])
    #expect(reading.messages.count == 1)
  }

  @Test func `parameters by name may be references`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {parameters: {a: {$ref: '#/components/parameters/B'}, c: {in: query,
        schema: {}}}}}}
      components: {parameters: {B: {name: b, in: header, schema: {}}}}
      """)
    #expect(try reading.operation.parameters.map(\.name) == ["b", "c"])
    #expect(reading.messages.count == 1)
  }

  @Test func `a reference beside a name is that of a parameter where it leads to one`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {parameters: [{name: a, $ref: '#/components/parameters/B'}]}}}
      components: {parameters: {B: {name: b, in: header, schema: {}}}}
      """)
    #expect(try reading.operation.parameters.map(\.name) == ["b"])
    #expect(reading.messages == [])
  }

  @Test func `the name in Swift stays that of the parameter where its type is beside it`() throws {
    let (parameters, _) = try parameters(
      "{name: p, in: query, type: string, x-apigen: {name: q}}")
    #expect(parameters.map(\.swiftName) == ["q"])
    let (_, reading) = try self.parameters("{name: p, in: query, schema: {}, x-apigen: {nam: q}}")
    #expect(
      reading.messages == [
        "spec.yaml:2:78: error: found 'nam' in `x-apigen`, expected name; correct or remove it"
      ])
  }
}
