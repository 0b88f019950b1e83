import Testing

@testable import OpenAPI

/// Forms of Swagger 2.0, whose fields are parameters.
@Suite struct Swagger2FormsTests {
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
    let reading = try Reading(
      swagger2:
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

  @Test func `a form beside a body is left out`() throws {
    let reading = try Reading(
      swagger2: """
        paths:
          /:
            post:
              parameters: [{in: formData, name: a, type: string},
                {in: body, name: b, schema: {title: t}}]
        """)
    let body = try #require(reading.operation.requestBody)
    #expect(body.content.map(\.key) == ["application/json"])
    #expect(try reading.schema(body.content[0].schema).title == "t")
    #expect(
      reading.messages == [
        "spec.yaml:5:20: warning: found a form beside a body, expected one of them; the form is left "
          + "out"
      ])
  }

  @Test func `a field of a form without a name is told of`() throws {
    let reading = try Reading(
      swagger2: """
        paths:
          /:
            post:
              parameters: [{in: formData, type: string}, {in: formData, name: b, type: string}]
        """)
    let body = try #require(reading.operation.requestBody)
    #expect(try reading.schema(body.content[0].schema).properties.map(\.name) == ["b"])
    #expect(
      reading.messages == [
        "spec.yaml:5:20: warning: a parameter has no `name`, expected one; it is left out"
      ])
  }

  @Test(arguments: ["formdata", "form", "form-data", "FormData"])
  func `a field of a form is one however its place is spelled`(location: String) throws {
    let reading = try Reading(
      swagger2:
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

  @Test func `a field of a form without a type`() throws {
    let reading = try Reading(
      swagger2: "paths: {/: {post: {parameters: [{name: p, in: formData}]}}}")
    let schema = try reading.schema(reading.operation.requestBody?.content.first?.schema)
    #expect(try reading.schema(schema.properties.first?.schema).types == [.string])
    #expect(reading.messages.count == 1)
  }

  @Test func `a field of a form is required by a text too`() throws {
    let reading = try Reading(
      swagger2:
        "paths: {/: {post: {parameters: [{name: p, in: formData, type: string, required: 'true'}]}}}"
    )
    let body = try #require(reading.operation.requestBody)
    #expect(body.isRequired)
    #expect(try reading.schema(body.content[0].schema).required == ["p"])
    #expect(
      reading.messages == [
        "spec.yaml:2:81: warning: found 'true' for `required`, expected true or false; it is read "
          + "as true"
      ])
  }

  @Test(arguments: [
    ("multipart/form-data", "multipart/form-data", 0),
    ("text/csv", "application/x-www-form-urlencoded", 1),
  ])
  func `a header parameter may say the media type of a form`(
    type: String, expected: String, warnings: Int
  ) throws {
    let reading = try Reading(
      swagger2:
        """
        paths: {/: {post: {parameters: [{name: f, in: formData, type: string},
          {name: Content-Type, in: header, type: string, enum: [\(type)]}]}}}
        """)
    #expect(try reading.operation.requestBody?.content.map(\.name) == [expected])
    #expect(reading.messages.count == warnings, "\(reading.messages)")
  }
}
