import Testing

@testable import OpenAPI

/// Request bodies, responses and media types.
@Suite struct MessagesTests {
  private func responses(_ text: String) throws -> ([Response], Reading) {
    let reading = try Reading("paths: {/: {get: {responses: {\(text)}}}}")
    return (try reading.operation.responses, reading)
  }

  @Test(
    arguments: [
      ("200", [.code(200)], 0), ("'4XX'", [.range(4)], 0), ("4xx", [.range(4)], 0),
      ("default", [.default], 0), ("Default", [.default], 0), ("x-note", [], 0),
      ("404/596", [.code(404), .code(596)], 1), ("'200 OK'", [.code(200)], 1), ("600", [], 1),
      ("success", [], 1), ("'4**'", [.range(4)], 1), ("20X", [.range(2)], 1),
      ("400-499", [.range(4)], 1), ("6XX", [], 1), ("+200", [.code(200)], 0), ("²00", [], 1),
    ] as [(String, [Response.Status], Int)])
  func `a status is a code, a range or the default`(
    key: String, expected: [Response.Status], warnings: Int
  ) throws {
    let (responses, reading) = try responses("\(key): {description: d}")
    #expect(responses.map(\.status) == expected)
    #expect(reading.messages.count == warnings)
    #expect(reading.errors == [])
  }

  @Test func `a status counts once`() throws {
    let (responses, _) = try responses("404: {description: a}, 404/405: {description: b}")
    #expect(responses.map(\.status) == [.code(404), .code(405)])
    #expect(responses.map(\.description) == ["a", "b"])
  }

  @Test(
    arguments: [
      ("required: true", ["*/*"]), ("required: true, content: {}", ["*/*"]), ("content: {}", []),
      ("description: d", []),
    ])
  func `a body that is required is of some media type`(fields: String, keys: [String]) throws {
    let reading = try Reading("paths: {/: {post: {requestBody: {\(fields)}}}}")
    #expect(try reading.operation.requestBody?.content.map(\.key) == keys)
    #expect(
      reading.messages
        == keys.map { _ in
          "spec.yaml:2:33: warning: a required body has no media type in `content`, expected one such "
            + "as application/json; it may be of any"
        })
  }

  @Test func `a summary stands for a description`() throws {
    let (responses, _) = try responses("200: {summary: s}, 201: {summary: s, description: d}")
    #expect(responses.map(\.description) == ["s", "d"])
  }

  @Test func `headers keep what is said of them`() throws {
    let (responses, reading) = try responses(
      """
      200: {headers: {x-rate: {required: true, deprecated: true, schema: {type: integer}},
      Info: {description: d, content: {application/json: {}}}, Bare: {}}}
      """)
    let headers = try #require(responses.first?.headers)
    #expect(headers.map(\.name) == ["x-rate", "Info", "Bare"])
    #expect(headers.map(\.location) == [.header, .header, .header])
    #expect(headers.map(\.isRequired) == [true, false, false])
    #expect(headers.map(\.isDeprecated) == [true, false, false])
    #expect(try reading.schema(headers[0].schema).types == [.integer])
    #expect(headers[1].content?.isJSON == true)
    #expect(try reading.schema(headers[2].schema).types == [.string])
  }

  @Test func `two headers that refer to one have each their own name`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {responses: {200: {headers: {A: {$ref: '#/components/headers/H'},
        B: {$ref: '#/components/headers/H'}}}}}}}
      components: {headers: {H: {schema: {}}}}
      """)
    #expect(try reading.operation.responses[0].headers.map(\.name) == ["A", "B"])
  }

  @Test(arguments: [
    ("application/json", "application/json", true),
    ("Application/Problem+JSON; charset=utf-8", "application/problem+json", true),
    ("text/plain ;a=b", "text/plain", false), ("'*'", "*", false), ("'*/*'", "*/*", false),
  ])
  func `a media type is compared in lower case and without its parameters`(
    key: String, name: String, isJSON: Bool
  ) throws {
    let (responses, reading) = try responses("200: {content: {\(key): {schema: {}}}}")
    let mediaType = try #require(responses.first?.content.first)
    #expect(mediaType.name == name)
    #expect(mediaType.key == key.replacing("'", with: ""))
    #expect(mediaType.isJSON == isJSON)
    #expect(reading.messages == [])
  }

  @Test(arguments: ["", "{}", "{content: {text/plain: }}"])
  func `a response that says nothing`(text: String) throws {
    let (responses, reading) = try responses("204: \(text)")
    #expect(responses.map(\.status) == [.code(204)])
    #expect(reading.errors == [])
  }

  @Test(arguments: ["204", "205", "304"])
  func `a status that has no body`(status: String) throws {
    let (responses, reading) = try responses(
      "\(status): {content: {application/json: {schema: {type: string}}}}")
    #expect(responses.first?.content.isEmpty == true)
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("found a body, expected none") == true)
  }

  @Test(
    arguments: [
      ("schema: {title: t}", 2), ("type: object, title: t", 2),
      ("content: {schema: {title: t}}", 2),
      ("content: {application/json: {type: object, title: t}}", 2),
      ("content: {json: {schema: {title: t}}}", 0),
      ("content: [{application/json: {schema: {title: t}}}]", 2),
      ("content: {type: object, title: t}", 2),
      ("content: {application/json: {properties: {a: {}}, title: t}}", 2),
    ])
  func `a schema where its media type should be`(fields: String, warnings: Int) throws {
    let reading = try Reading(
      """
      paths: {/: {post: {requestBody: {required: true, \(fields)}, responses: {200: {
        description: d, \(fields)}}}}}
      """)
    let operation = try reading.operation
    for content in [operation.requestBody?.content, operation.responses.first?.content] {
      #expect(content?.map(\.name) == ["application/json"])
      #expect(try reading.schema(content?.first?.schema).title == "t")
    }
    #expect(operation.requestBody?.isRequired == true)
    #expect(operation.responses.first?.description == "d")
    #expect(reading.messages.count == warnings)
    #expect(reading.errors == [])
  }

  @Test func `what is no media type is told of`() throws {
    let (responses, reading) = try responses("200: {content: {applicationjson: {}}}")
    #expect(responses.first?.content.map(\.name) == ["applicationjson"])
    #expect(reading.messages.count == 1)
    #expect(
      reading.messages.first?.hasSuffix(
        "warning: found 'applicationjson' for a media type, expected one such as application/json; "
          + "it is read as any, '*/*'") == true, "\(reading.messages)")
  }

  @Test func `a schema where media types should be is told of once`() throws {
    let reading = try Reading(
      """
      paths: {/: {get: {responses: {200: {content: {$ref: '#/components/schemas/A'}}}}}}
      components: {schemas: {A: {type: object, title: t, properties: {a: {}}}}}
      """)
    let content = try #require(try reading.operation.responses.first?.content)
    #expect(content.map(\.name) == ["application/json"])
    #expect(try reading.schema(content.first?.schema).title == "t")
    #expect(
      reading.messages == [
        "spec.yaml:2:53: warning: found '#/components/schemas/A' for `content`, expected media types, "
          + "not a schema; it is the schema of application/json"
      ])
  }

  @Test func `a part that has parts is told of`() throws {
    let reading = try Reading(
      """
      paths: {/: {post: {requestBody: {content: {multipart/form-data: {
        schema: {properties: {a: {type: object}}}, encoding: {a: {contentType: multipart/mixed}}}}}}}}
      """)
    #expect(
      reading.messages == [
        "spec.yaml:3:74: warning: found 'multipart/mixed' for `contentType` of a part, expected one that "
          + "has no parts; the part is given as a file, with the bytes of these"
      ])
  }

  @Test func `each field of a form has its encoding`() throws {
    let reading = try Reading(
      """
      paths:
        /:
          post:
            requestBody:
              required: true
              description: d
              content:
                multipart/form-data:
                  schema: {type: object}
                  encoding:
                    b: {contentType: 'image/png, image/jpeg', headers: {X-A: {schema: {}}}}
                    a: {style: pipeDelimited, explode: false, allowReserved: true}
                    c: {style: curly}
      """)
    let body = try #require(reading.operation.requestBody)
    #expect(body.isRequired)
    #expect(body.description == "d")
    let encoding = try #require(body.content.first?.encoding)
    #expect(encoding.map(\.name) == ["b", "a", "c"])
    #expect(encoding.map(\.contentType) == ["image/png, image/jpeg", nil, nil])
    #expect(encoding.map(\.style) == [nil, .pipeDelimited, nil])
    #expect(encoding.map(\.explode) == [nil, false, nil])
    #expect(encoding.map(\.allowReserved) == [false, true, false])
    #expect(encoding[0].headers.map(\.name) == ["X-A"])
    #expect(reading.messages.map { $0.contains("warning: found `style: curly`") } == [true])
  }

  @Test(arguments: ["simple", "label", "matrix", "cookie", "segments"])
  func `a style that no query has`(_ style: String) throws {
    let reading = try Reading(
      """
      paths: {/: {post: {requestBody: {content: {multipart/form-data: {encoding: {a: {
        style: \(style)}}}}}}}}
      """)
    #expect(try reading.operation.requestBody?.content[0].encoding[0].style == nil)
    #expect(
      reading.messages == [
        "spec.yaml:3:10: warning: found `style: \(style)`, expected one of form, spaceDelimited, "
          + "pipeDelimited, deepObject; it is left out"
      ])
  }

  @Test func `encodings by place`() throws {
    let reading = try Reading(
      """
      paths:
        /:
          post:
            requestBody:
              content:
                multipart/mixed:
                  schema: {type: array}
                  prefixEncoding: [{}, {contentType: a/b, headers: {X-A: {}, Content-Type: {}}}]
                  itemEncoding: {contentType: multipart/mixed, itemEncoding: {contentType: c/d}}
      """)
    let media = try #require(reading.operation.requestBody?.content.first)
    #expect(media.prefixEncoding.map(\.contentType) == [nil, "a/b"])
    #expect(media.prefixEncoding.map { $0.headers.map(\.name) } == [[], ["X-A"]])
    #expect(media.itemEncoding?.contentType == "multipart/mixed")
    let nested = reading.messages.filter { $0.contains("for `itemEncoding` of a part") }
    #expect(nested.count == 1)
  }

  @Test func `a stream has the schema of its items`() throws {
    let (responses, reading) = try responses(
      "200: {content: {text/event-stream: {itemSchema: {title: event}}}}")
    let mediaType = try #require(responses.first?.content.first)
    #expect(mediaType.schema == nil)
    #expect(try reading.schema(mediaType.itemSchema).title == "event")
  }

  @Test(arguments: [
    ("{x-note: {schema: {}}, text/plain: {}}", 0), ("text/plain", 1),
    ("{$ref: '#/components/x-content'}", 1),
  ])
  func `the media types of a body`(_ content: String, warnings: Int) throws {
    let reading = try Reading(
      """
      paths: {/: {get: {responses: {200: {content: \(content)}}}}}
      components: {x-content: {text/plain: {}}}
      """)
    #expect(try reading.operation.responses[0].content.map(\.name) == ["text/plain"])
    #expect(reading.messages.count == warnings)
  }
}
