import Testing

@testable import Generator

/// What is decided of multipart bodies that are lists.
struct PartListsTests {
  /// The types of the fields that stand for the parts.
  private func fields(_ content: String) throws -> [String: SwiftType] {
    let api = try api(
      """
      openapi: 3.2.0
      paths:
        /:
          post: {operationId: send, requestBody: {required: true, content: {\(content)}}}
      components:
        schemas:
          List: {type: array, items: {$ref: '#/components/schemas/List'}}
      """)
    let bodies = api.types.filter { $0.name == "SendBody" }
    guard case .object(let object)? = bodies.first?.kind else { return [:] }
    return Dictionary(uniqueKeysWithValues: object.properties.map { ($0.key, $0.type) })
  }

  private let list = "{$ref: '#/components/schemas/List'}"

  @Test func `a list of itself ends`() throws {
    #expect(try fields("multipart/mixed: {schema: \(list)}").keys.sorted() == ["items"])
    let item = "itemSchema: \(list), itemEncoding: {contentType: application/xml}"
    #expect(try fields("multipart/mixed: {\(item)}").keys.sorted() == ["items"])
    let form = "{type: object, properties: {list: \(list)}}"
    let encoding = "{list: {contentType: application/xml}}"
    #expect(
      try fields("multipart/form-data: {schema: \(form), encoding: \(encoding)}").keys.sorted()
        == ["list"])
  }

  @Test func `a list that is always empty is left open`() throws {
    let list = "{type: array, items: false}"
    let text =
      "paths: {/: {post: {requestBody: {content: {multipart/mixed: {schema: \(list)}}}}}}"
    let body = try #require(try api("openapi: 3.2.0\n\(text)").operations.first?.body)
    #expect(body.type == .dictionary(.formValue))
    #expect(body.variants.map(\.format) == [.multipart])
  }

  @Test func `places that only their encodings describe are files or anything`() throws {
    let places = "prefixEncoding: [{}, {contentType: image/png}]"
    #expect(
      try fields("multipart/mixed: {schema: {type: array}, \(places)}")
        == ["part1": .formValue, "part2": .file])
    #expect(
      try fields("multipart/mixed: {schema: {type: array, items: {type: integer}}, \(places)}")
        == ["part1": .int, "part2": .int, "items": .array(.int)])
  }

  @Test func `all that follow may be of one media type`() throws {
    let list = "{type: array, prefixItems: [{type: string}]}"
    #expect(
      try fields(
        "multipart/mixed: {schema: \(list), prefixEncoding: [{}], itemEncoding: {contentType: image/png}}"
      ) == ["part1": .string, "items": .array(.file)])
  }

  @Test func `what a place says of a body without places is told`() throws {
    let form =
      "multipart/form-data: {schema: {properties: {a: {type: string}}}, prefixEncoding: [{}]}"
    #expect(
      try warnings(
        "openapi: 3.2.0\npaths: {/: {post: {requestBody: {content: {\(form)}}, responses: {}}}}")
        == [
          "A.yaml:2:126: warning: found the encoding of a part by its place, expected one by its name, "
            + "as the body is no list or needs names; it is left out"
        ])
  }

  @Test func `headers of all that follow are those that are always the same`() throws {
    let headers = "{X-A: {schema: {type: string}}, X-B: {schema: {const: b}}}"
    let (api, diagnostics) = try decided(
      """
      openapi: 3.2.0
      paths:
        /:
          post:
            requestBody: {content: {multipart/mixed: {itemSchema: {},
              itemEncoding: {headers: \(headers)}}}}
      """)
    #expect(
      diagnostics.all.map(\.message) == [
        "found the header 'X-A' for each of several parts, expected one that is always the same; it is "
          + "left out"
      ])
    guard case .object(let object)? = api.types.first?.kind else { throw Unexpected(value: api) }
    #expect(object.properties.map { $0.header?.name } == [nil, "X-B"])
  }

  @Test func `what may be files, each in a part of its own, has no rules`() throws {
    let api = try api(
      """
      openapi: 3.2.0
      paths:
        /:
          post:
            operationId: send
            requestBody: {content: {multipart/form-data: {schema: {properties: {
              any: {type: array, maxItems: 2, items: {}},
              files: {type: array, maxItems: 2, items: {format: binary, type: string}},
              texts: {type: array, maxItems: 2, items: {type: string}}}}}}}
      """)
    guard case .object(let object)? = api.types.first?.kind else { throw Unexpected(value: api) }
    #expect(object.properties.map(\.rules) == [[], [], [.constraint(.maxItems(2))]])
  }
}
