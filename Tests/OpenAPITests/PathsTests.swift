import Testing

@testable import OpenAPI

/// Paths, operations, webhooks and callbacks.
@Suite struct PathsTests {
  @Test func `an operation has what its path says, too`() throws {
    let reading = try Reading(
      """
      paths:
        /a:
          summary: shared
          description: of the path
          get: {operationId: getA, tags: [x, y], deprecated: true, description: own}
          query: {}
          additionalOperations: {LINK: {operationId: link}}
          x-post: {}
      """, version: "openapi: 3.2.0")
    let operations = try #require(reading.document?.operations)
    #expect(operations.map(\.method) == ["GET", "QUERY", "LINK"])
    #expect(operations.map(\.operationID) == ["getA", nil, "link"])
    #expect(operations.map(\.summary) == ["shared", "shared", "shared"])
    #expect(operations.map(\.description) == ["own", "of the path", "of the path"])
    #expect(operations[0].tags == ["x", "y"])
    #expect(operations.map(\.isDeprecated) == [true, false, false])
    #expect(reading.messages == [])
  }

  @Test(
    arguments: [
      "3.0.3", "3.1.0",
    ])
  func `what stands beside a path's reference counts first`(_ version: String) throws {
    let reading = try Reading(
      """
      paths:
        /a/{id}:
          $ref: 'b.yaml'
          summary: own
          parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
          get: {operationId: own}
          post: {operationId: posted}
      """, version: "openapi: \(version)",
      files: [
        "b.yaml": "$ref: c.yaml\nput: {operationId: put}",
        "c.yaml": """
        summary: other
        description: other
        servers: [{url: https://c}]
        parameters:
          - {name: id, in: path, required: true, schema: {type: string}}
          - {name: page, in: query, schema: {type: string}}
        get: {operationId: other}
        """,
      ])
    let operations = try #require(reading.document?.operations)
    #expect(operations.map(\.operationID) == ["own", "posted", "put"])
    #expect(operations.map(\.summary) == ["own", "own", "own"])
    #expect(operations.map(\.description) == ["other", "other", "other"])
    #expect(
      operations.map { $0.servers.map(\.url) } == [["https://c"], ["https://c"], ["https://c"]])
    #expect(operations[0].parameters.map(\.name) == ["page", "id"])
    #expect(try reading.schema(operations[0].parameters[1].schema).types == [.integer])
    #expect(reading.messages.count == 1)
    #expect(reading.messages[0].hasPrefix("c.yaml:7:1: warning: found `get`"))
    #expect(reading.messages[0].hasSuffix("spec.yaml:7:5: note: the one that counts"))
  }

  @Test func `servers beside a path's reference count`() throws {
    let reading = try Reading(
      "paths: {/: {$ref: a.yaml, servers: [{url: /own}]}}",
      files: ["a.yaml": "servers: [{url: /other}]\nget: {}"])
    #expect(try reading.operation.servers.map(\.url) == ["/own"])
    #expect(
      reading.messages == [
        "a.yaml:1:1: warning: found `servers` where a path refers to that has it too, expected it in "
          + "one of them; the one beside the `$ref` counts\nspec.yaml:2:12: note: the one that counts"
      ])
  }

  @Test func `a path without its slash, and a method in upper case, are read`() throws {
    let reading = try Reading("paths: {pets: {GET: {}}}")
    #expect(try reading.operation.path == "/pets")
    #expect(try reading.operation.method == "GET")
    #expect(reading.messages.count == 2)
    #expect(reading.errors == [])
  }

  @Test(
    "a path has one meaning, however it is written",
    arguments: [
      ("/x ", "", "/x", nil), (" x", "", "/x", nil), ("GET /x", "", "/x", nil),
      ("get: x", "", "/x", nil), ("POST /x", "", "/POST /x", nil),
      ("https://b.io/x", "", "/x", "https://b.io"), ("HTTP://b.io:80", "", "/", "http://b.io:80"),
      ("GET https://b.io/v1/x/", "servers: [{url: 'https://b.io/v1'}]", "/x/", "https://b.io/v1"),
      ("https://b.io/v12", "servers: [{url: 'https://b.io/v1'}]", "/v12", "https://b.io/v1"),
      ("https://b.io/x", "servers: [{url: /}]", "/x", "https://b.io"),
      ("https://b.io/x", "servers: [{url: /v1}]", "/x", "/v1"), ("get/x", "", "/get/x", nil),
    ])
  func meantPaths(key: String, fields: String, path: String, server: String?) throws {
    let reading = try Reading("\(fields)\npaths: {'\(key)': {GET: {}}}")
    #expect(try reading.operation.path == path)
    #expect(try reading.operation.servers.map(\.url) == (server.map { [$0] } ?? []))
    #expect(reading.errors == [])
    #expect(
      reading.messages.filter { $0.contains("expected '\(path)'; it is read so") }.count == 1,
      "\(reading.messages)")
  }

  @Test func `a webhook has any name`() throws {
    let reading = try Reading("webhooks: {'GET x ': {get: {}}}")
    #expect(reading.document?.webhooks.map(\.path) == ["GET x "])
    #expect(reading.messages == [])
  }

  /// OAS 3.2 §4.9.1.
  @Test func `a method that has a field is none of the additional ones`() throws {
    let reading = try Reading(
      """
      paths:
        /: {additionalOperations: {POST: {summary: b}, COPY: {summary: c}}, post: {summary: a}}
      """)
    #expect(reading.document?.operations.map(\.method) == ["POST", "COPY"])
    #expect(reading.document?.operations.map(\.summary) == ["a", "c"])
    #expect(
      reading.messages == [
        "spec.yaml:3:30: warning: found `POST` in `additionalOperations`, expected a method that "
          + "has no field of its own; it is left out\nspec.yaml:3:71: note: the one that counts"
      ])
  }

  @Test func `a method that no request can have is left out`() throws {
    let reading = try Reading(
      "paths:\n  /: {additionalOperations: {BAD METHOD: {summary: b}, COPY: {summary: c}}}")
    #expect(reading.document?.operations.map(\.method) == ["COPY"])
    #expect(
      reading.messages == [
        "spec.yaml:3:30: warning: found 'BAD METHOD' for a method, expected a token such as COPY; it "
          + "is left out"
      ])
  }

  @Test(arguments: ["openapi: 3.1.0", "swagger: '2.0'"])
  func `a path that is written twice has the methods of both`(_ version: String) throws {
    let reading = try Reading(
      """
      paths:
        /x: {get: {summary: first}, put: {}}
        /x: {get: {summary: last}}
        /x: {post: {}, get: {summary: last}}
      """, version: version)
    let operations = reading.document?.operations ?? []
    #expect(operations.map(\.method) == ["PUT", "POST", "GET"])
    #expect(operations.last?.summary == "last")
    #expect(reading.errors == [])
    #expect(
      reading.messages.filter { $0.contains("the methods of both are read") } == [
        "spec.yaml:3:3: warning: found the path '/x' again below, expected it once; the methods of both "
          + "are read"
      ])
  }

  @Test func `what only looks like a path that is written twice is not`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {}}, /x: null, /x: {}}
      components: {schemas: {A: {default: {/x: {get: 1}, /x: {put: 2}}}}}
      """)
    #expect(try reading.schema("A").defaultValue?.entries?[0].value.entries?.map(\.key) == ["put"])
    #expect(reading.messages.count == 2)
  }

  @Test func `what API Gateway has for any method is told of`() throws {
    let reading = try Reading(
      """
      paths:
        /a:
          get: {operationId: a}
          x-amazon-apigateway-any-method: {operationId: b}
      """)
    #expect(try reading.operation.operationID == "a")
    #expect(
      reading.messages == [
        "spec.yaml:5:5: warning: found `x-amazon-apigateway-any-method`, which takes any method, "
          + "expected one such as `post`; it is left out; `copy` in an overlay makes it that of one"
      ])
  }

  @Test func `a reference to an operation`() throws {
    let reading = try Reading(
      """
      paths: {/a: {get: {operationId: a}}, /b: {get: {$ref: '#/paths/~1a/get'}, put: {
        $ref: '#/paths/~1a/put'}}}
      """)
    #expect(reading.document?.operations.map(\.operationID) == ["a", "a"])
    #expect(
      reading.messages == [
        "spec.yaml:3:9: warning: nothing stands at '#/paths/~1a/put'; add it, or correct the "
          + "reference; what it stands for is left out"
      ])
  }

  @Test func `braces in the name of a webhook are no parameters`() throws {
    let reading = try Reading(
      """
      webhooks:
        new/{pet}: {post: {requestBody: {content: {application/json: {schema: {title: pet}}}}}}
      """)
    let webhook = try #require(reading.document?.webhooks.first)
    #expect(webhook.path == "new/{pet}")
    #expect(webhook.parameters.isEmpty)
    #expect(try reading.schema(webhook.requestBody?.content.first?.schema).title == "pet")
    #expect(reading.messages == [])
  }

  @Test func `callbacks, and those of callbacks, even where they come round again`() throws {
    let reading = try Reading(
      """
      paths: {/: {post: {callbacks: {first: {$ref: '#/components/callbacks/C'}}}}}
      components:
        callbacks:
          C: {'{$url}': {post: {operationId: c, callbacks: {x-second: {'{$url}': {put: {callbacks: {
            again: {$ref: '#/components/callbacks/C'}}}}}}}}}
      """)
    #expect(reading.document?.webhooks.map(\.path) == ["first", "x-second"])
    #expect(reading.document?.webhooks.map(\.method) == ["POST", "PUT"])
    #expect(reading.messages == [])
  }

  @Test(
    arguments: [
      ("openapi: 3.0.3", "components: {}", false), ("openapi: 3.0.3", "paths: {}", true),
      ("openapi: 3.1.0", "components: {}", true), ("openapi: 3.1.0", "info: {}", false),
      ("openapi: 3.0.3", "paths:", false),
    ])
  func `the document should have paths`(version: String, body: String, isFine: Bool) throws {
    let reading = try Reading(body, version: version)
    #expect(reading.document?.operations.isEmpty == true)
    #expect(reading.messages.isEmpty == isFine)
    #expect(
      reading.messages.allSatisfy { $0.contains("spec.yaml:1:1: warning: `paths` is missing") })
  }

  @Test(arguments: [
    ("openapi: 3", "openapi: 3.0"), ("openapi: v3.0.1", "openapi: 3.0.1"),
    ("swagger: 3.0.0", "openapi: 3.0.0"), ("swagger: v2", "openapi: 2"),
  ])
  func `a version that is nearly one is read`(version: String, meant: String) throws {
    let reading = try Reading("paths: {}", version: version)
    #expect(reading.document != nil)
    #expect(reading.messages.count == 1)
    #expect(
      reading.messages.first?.hasPrefix("spec.yaml:1:10: warning: found version") == true
        && reading.messages.first?.contains("expected `\(meant)`") == true)
  }

  @Test(arguments: [
    ("info: {schema: 'https://schema.getpostman.com/json/v2.1.0'}", "a Postman collection"),
    ("swaggerVersion: '1.2'", "Swagger 1.2"), ("asyncapi: 3.0.0", "AsyncAPI"),
    ("arazzo: 1.0.1", "Arazzo"), ("overlay: 1.0.0", "an overlay"),
    ("kind: discovery#restDescription", "a discovery document of Google"),
  ])
  func `other files`(file: String, name: String) throws {
    let reading = try Reading("x: 1", version: file)
    #expect(reading.errors.map { $0.contains("the file is \(name); expected") } == [true])
  }

  @Test(arguments: [
    ("openapi: 3.0.3", true), ("openapi: 3.1.1", true), ("openapi: 3.2.0", true),
    ("openapi: 3.1", true), ("swagger: '2.0'", true), ("swagger: 2.0", true),
    ("openapi: 3.10.0", false), ("openapi: 4.0.0", false), ("openapi: 2.0", false),
    ("swagger: '1.2'", false), ("openapi: []", false), ("asyncapi: 3.0.0", false),
  ])
  func `versions of OpenAPI and Swagger`(version: String, isRead: Bool) throws {
    let reading = try Reading("paths: {}", version: version)
    #expect((reading.document != nil) == isRead)
    #expect(reading.errors.count == (isRead ? 0 : 1))
  }

  @Test func `a root that is no mapping is an error`() throws {
    let reading = try Reading("  paths: {}", version: "- openapi: 3.1.0")
    #expect(reading.document == nil)
    #expect(
      reading.messages == [
        "spec.yaml:1:1: error: found a list; expected a mapping that begins with `openapi: 3.…`"
      ])
  }

  @Test(
    arguments: [
      "/a/:id", "/a/<id>", "/a/<int:id>", "/a/{{id}}", "/a/{id:int}", "/a/{id:[0-9]+}", "/a/{id?}",
      "/a/{*id}", "/a/{**id}", "/a/:id([0-9]+)", "/a/{ id }", "/a/{ID}", "/a/{id=x/*}", "/a/:id?",
      "/a/[id]", "/a/$id", "/a/{id",
    ])
  func `places in a path as frameworks write them`(path: String) throws {
    let reading = try Reading(
      """
      paths:
        '\(path)': {get: {parameters: [{name: id, in: path, required: true, schema: {title: t}}]}}
      """)
    #expect(try reading.operation.path == "/a/{id}")
    #expect(try reading.schema(reading.operation.parameters[0].schema).title == "t")
    #expect(try reading.operation.parameters.count == 1)
    #expect(reading.messages.count == 1)
  }

  @Test(arguments: [("itemId", "item_id"), ("componentid", "componentId"), ("X-Id", "xId")])
  func `a name in a path that its parameter spells otherwise`(
    inPath: String, declared: String
  ) throws {
    let reading = try Reading(
      """
      paths:
        '/a/{\(inPath)}':
          get: {parameters: [{name: \(declared), in: path, required: true, schema: {title: t}}]}
      """)
    #expect(try reading.operation.path == "/a/{\(declared)}")
    #expect(try reading.operation.parameters.map(\.name) == [declared])
    #expect(
      reading.messages == [
        "spec.yaml:4:5: warning: the path has '{\(inPath)}', which no path parameter declares; "
          + "it is read as '{\(declared)}'"
      ])
  }

  @Test func `a name that the path has already is not another's`() throws {
    let reading = try Reading(
      """
      paths:
        '/a/{id}/{ID}': {get: {parameters: [{name: id, in: path, required: true, schema: {}}]}}
      """)
    #expect(try reading.operation.path == "/a/{id}/{ID}")
    #expect(try reading.operation.parameters.map(\.name) == ["id", "ID"])
  }

  @Test func `a step that begins with a colon is a parameter`() throws {
    let reading = try Reading(
      """
      paths:
        /a/:token: {get: {}}
        '/b/{c}:run': {get: {}}
        /d/:2: {get: {}}
        /e/:id.json: {get: {parameters: [{name: id, in: path, required: true, schema: {}}]}}
        /f/:id.json: {get: {}}
      """)
    #expect(
      reading.document?.operations.map(\.path) == [
        "/a/{token}", "/b/{c}:run", "/d/:2", "/e/{id}.json", "/f/:id.json",
      ])
    #expect(reading.document?.operations.map(\.parameters.count) == [1, 1, 0, 1, 0])
  }

  @Test(
    arguments: [
      ("/?x={x}&y={y}", "/?x={x}", ["x", "y"]), ("/?z={y}&b", "/?b", ["z"]),
      ("/?a=1&y=2", "/?a=1&y=2", []), ("/{x?}?y={y}", "/{x}", ["x", "y"]),
      ("/?a={b}&y={y}", "/?a={b}", ["y", "b"]),
    ])
  func `the query of a path`(path: String, expected: String, names: [String]) throws {
    let reading = try Reading(
      """
      paths:
        '\(path)': {get: {parameters: [{name: x, in: path, schema: {}}, {name: y, in: query, schema: {}}]}}
      """)
    #expect(try reading.operation.path == expected)
    #expect(try reading.operation.parameters.map(\.name) == names)
    #expect(reading.errors == [])
    #expect(!reading.messages.isEmpty)
  }

  @Test func `operators in braces are read as the parameters that they write`() throws {
    let reading = try Reading(
      """
      paths:
        '/a/{+b}/{c{d}/{;e*}':
          parameters: [&b {name: b, in: path, required: true, schema: {}},
            {name: e, in: path, required: true, schema: {}}]
          get: {}
      """)
    #expect(try reading.operation.path == "/a/{b}/{c{d}/{e}")
    #expect(try reading.operation.parameters.map(\.name) == ["b", "e", "c{d"])
  }

  @Test(
    arguments: [
      ("{+id}", true), ("{id=projects/*}", true), ("{id=**}", true), ("{*id}", true),
      ("{id:.*}", true), ("{id:path}", true), ("{id+}", true), ("{id*}", true),
      ("{id=*}", false), ("{id:int}", false), ("{id:[^/]+}", false), ("{;id*}", false),
    ])
  func `what frameworks have for the rest of a path keeps its slashes`(
    template: String, keepsSlashes: Bool
  ) throws {
    let reading = try Reading(
      """
      paths:
        '/a/\(template)': {get: {parameters: [{name: id, in: path, required: true, schema: {}}]}}
      """)
    #expect(try reading.operation.path == "/a/{id}")
    #expect(
      try reading.operation.parameters.map(\.keepsSlashes) == [keepsSlashes])
    #expect(
      try reading.operation.parameters.map(\.allowReserved) == [template.hasPrefix("{+")])
  }

  @Test(
    arguments: [
      ("/a/*", "*", "/a/{*}"), ("/*", "*", "/{*}"), ("/a/*", "wildcard", "/a/{wildcard}"),
      ("/a/{wildcard}", "*", "/a/{*}"),
    ])
  func `a star for the rest of a path is the parameter that is declared`(
    path: String, name: String, expected: String
  ) throws {
    let reading = try Reading(
      """
      paths:
        '\(path)':
          parameters: [{name: '\(name)', in: path, required: true, schema: {title: t}}]
          get: {}
      """)
    let operation = try reading.operation
    #expect(operation.path == expected)
    #expect(operation.parameters.map(\.name) == [name])
    #expect(operation.parameters.map(\.keepsSlashes) == [true])
    #expect(
      reading.messages == [
        "spec.yaml:5:5: warning: found the path '\(path)', expected '\(expected)'; it is read so"
      ])
  }

  @Test(arguments: ["{id*}", "{proxy+}", "{*rest}"])
  func `a parameter that is called as its expression keeps its slashes`(_ template: String) throws {
    let name = template.dropFirst().dropLast()
    let reading = try Reading(
      """
      paths:
        '/a/\(template)': {get: {parameters: [{name: '\(name)', in: path, required: true, schema: {}}]}}
      """)
    #expect(try reading.operation.parameters.map(\.keepsSlashes) == [true])
    #expect(reading.messages == [])
  }

  @Test func `a star behind a name that is exploded says that, and nothing of slashes`() throws {
    let reading = try Reading(
      """
      paths:
        '/a/{id*}':
          get: {parameters: [{name: id, in: path, required: true, explode: true, schema: {}}]}
      """)
    #expect(try reading.operation.path == "/a/{id}")
    #expect(try reading.operation.parameters.map(\.keepsSlashes) == [false])
  }

  @Test(arguments: ["/a/*", "/*/b", "/a*", "/a/{wildcard}"])
  func `a star that no parameter declares stays`(_ path: String) throws {
    let reading = try Reading(
      "paths: {'\(path)': {get: {parameters: [{name: '*', in: query, schema: {}}]}}}")
    #expect(try reading.operation.path == path)
  }

  @Test func `paths of which none is there are an error`() throws {
    let missing = "/a: {$ref: paths/a.yaml}, /b: {$ref: '#/components/pathItems/b'}"
    #expect(
      try Reading("paths: {\(missing)}").errors == [
        "spec.yaml:2:8: error: found no path that can be read, as all refer to what is not there; "
          + "get the other files of the description, or correct the references in an overlay; "
          + "without `paths` its types are read"
      ])
    #expect(try Reading("paths: {$ref: paths.yaml}").errors.count == 1)
    #expect(try Reading("paths: {\(missing), /c: {}}").errors == [])
    #expect(try Reading("paths: {}").errors == [])
  }

  @Test(arguments: [
    ("[{url: https://a.example}, {url: https://a.example/v1}]", "/v1/users", "/users"),
    ("[{url: https://a.example}]", "?x=1", "/?x=1"), ("[]", "?x=1", "/?x=1"),
  ])
  func `a whole address is a path at the server that says most of it`(
    servers: String, written: String, path: String
  ) throws {
    let reading = try Reading(
      "servers: \(servers)\npaths: {'https://a.example\(written)': {get: {}}}")
    #expect(try reading.operation.path == path)
    #expect(
      reading.messages == [
        "spec.yaml:3:9: warning: found a whole address for a path, expected '\(path)'; it is read so"
      ])
  }

  @Test func `callbacks are in the order of the description`() throws {
    let reading = try Reading(
      """
      paths: {/: {post: {callbacks: {b: {'{$url}': {put: {}}, x-note: {put: {}}},
        a: {'{$url}': {put: {}}}}}}}
      """)
    #expect(reading.document?.webhooks.map(\.path) == ["b", "a"])
  }
}
