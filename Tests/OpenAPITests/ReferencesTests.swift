import Testing

@testable import OpenAPI

@Suite struct ReferencesTests {
  @Test(
    arguments: [
      "#/components/schemas/Pet", "#/components/schemas/a~1b~0c", "#/components/schemas/a%20b",
      "#/components/schemas/Owner/properties/pet", "#/components/schemas/Any/anyOf/1",
      "#/components/schemas/Owner/$defs/pet", "#/x-other/pet", "spec.yaml#/components/schemas/Pet",
    ])
  func `a pointer into the document`(reference: String) throws {
    let pet = "{type: object, title: pet}"
    let reading = try Reading(
      """
      x-other: {pet: \(pet)}
      components:
        schemas:
          User: {properties: {it: {$ref: '\(reference)'}}}
          Pet: \(pet)
          a/b~c: \(pet)
          a b: \(pet)
          Owner: {properties: {pet: \(pet)}, $defs: {pet: \(pet)}}
          Any: {anyOf: [true, \(pet)]}
      """)
    #expect(reading.messages == [])
    let property = try #require(reading.schema("User").properties.first)
    #expect(try reading.schema(property.schema).title == "pet")
  }

  @Test func `a schema inside of another is one schema, however it is come to`() throws {
    let reading = try Reading(
      """
      components:
        schemas:
          A: {$ref: '#/components/schemas/B/properties/x'}
          B: {properties: {x: {type: object, properties: {y: {type: string}}}}}
          C: {$ref: '#/components/schemas/B/properties/x/properties/y'}
      """)
    let inner = try #require(reading.schema("B").properties.first)
    let document = try #require(reading.document)
    var a = try #require(document.components.first?.schema)
    while let next = document[a].reference { a = next }
    #expect(a == inner.schema)
    #expect(try reading.schema("C").types == [.string])
  }

  @Test func `definitions of a schema that was written for itself`() throws {
    let schema = """
      {properties: {list: {items: {$ref: '#/$defs/Item'}}}, $defs: {Item: {title: TITLE}}}
      """
    let reading = try Reading(
      """
      paths: {}
      components:
        schemas:
          One: \(schema.replacing("TITLE", with: "one"))
          Two: {anyOf: [true, \(schema.replacing("TITLE", with: "two"))]}
          None: {items: {$ref: '#/$defs/Item'}}
      """)
    func item(of schema: Schema) throws -> String? {
      try reading.schema(reading.schema(schema.properties.first?.schema).items).title
    }
    #expect(try item(of: reading.schema("One")) == "one")
    #expect(try item(of: reading.schema(reading.schema("Two").anyOf.last)) == "two")
    #expect(try reading.schema(reading.schema("None").items).title == nil)
    #expect(
      reading.messages == [
        "spec.yaml:7:26: warning: nothing stands at '#/$defs/Item'; add it, or correct the "
          + "reference; it is read as a schema of anything",
        "spec.yaml:5:45: warning: found the reference '#/$defs/Item', expected "
          + "'#/components/schemas/One/$defs/Item'; it is read so",
        "spec.yaml:6:60: warning: found the reference '#/$defs/Item', expected "
          + "'#/components/schemas/Two/anyOf/1/$defs/Item'; it is read so",
      ])
  }

  @Test func `everything that may be a reference`() throws {
    let reading = try Reading(
      """
      paths: {/a: {$ref: '#/components/pathItems/item'}}
      security: [{key: []}]
      components:
        pathItems:
          item:
            post:
              parameters: [{$ref: '#/components/parameters/P'}]
              requestBody: {$ref: '#/components/requestBodies/R'}
              responses: {200: {$ref: '#/components/responses/R'}}
              callbacks: {done: {$ref: '#/components/callbacks/C'}}
        parameters: {P: {name: p, in: query, schema: {type: integer}}}
        requestBodies: {R: {content: {text/plain: {$ref: '#/components/mediaTypes/M'}}}}
        responses: {R: {description: fine, headers: {h: {$ref: '#/components/headers/H'}}}}
        headers: {H: {schema: {type: boolean}}}
        mediaTypes: {M: {schema: {type: string}}}
        callbacks: {C: {'{$request.body#/url}': {put: {operationId: called}}}}
        securitySchemes: {key: {$ref: '#/components/x-key'}}
        x-key: {type: http, scheme: bearer}
      """, version: "openapi: 3.2.0")
    #expect(reading.messages == [])
    let operation = try reading.operation
    #expect(operation.path == "/a")
    #expect(operation.parameters.map(\.name) == ["p"])
    #expect(try reading.schema(operation.requestBody?.content.first?.schema).types == [.string])
    #expect(operation.responses.first?.description == "fine")
    #expect(operation.responses.first?.headers.map(\.name) == ["h"])
    #expect(reading.document?.webhooks.map(\.operationID) == ["called"])
    #expect(reading.document?.securitySchemes.map(\.kind) == [.bearer])
  }

  @Test(
    arguments: [
      "$ref: '#pet'", "$ref: 'https://example.com/pet'", "$ref: 'https://example.com/pet#inner'",
      "$dynamicRef: '#pet'", "$ref: 'https://example.com/spec#/components/schemas/Pet'",
    ])
  func `anchors and ids`(reference: String) throws {
    let reading = try Reading(
      """
      $self: https://example.com/spec
      components:
        schemas:
          A: {\(reference)}
          Pet:
            $id: https://example.com/pet
            $anchor: pet
            title: pet
            $defs: {inner: {$anchor: inner, title: pet}}
      """, version: "openapi: 3.2.0")
    #expect(reading.messages == [])
    #expect(try reading.schema("A").title == "pet")
  }

  @Test(arguments: [
    ("https://example.com/specs/parts/pet.yaml#/Pet", "pet"), ("parts/pet.yaml#/Pet", "pet"),
    ("parts/pet.yaml#/Root", "root"), ("https://example.com/other/pet.yaml#/Pet", nil),
    ("https://example.com/specs/pet#", "id"),
    ("/specs/three.yaml#/components/schemas/B", "root"), ("/specs/pet#", "id"),
    ("../specs/three.yaml#/components/schemas/B", "root"), ("/specs/pet.yaml#/Pet", nil),
  ])
  func `what is below the address of the root is beside its file`(
    reference: String, title: String?
  ) throws {
    let reading = try Reading(
      """
      $self: https://example.com/specs/three.yaml
      components:
        schemas:
          A: {$ref: '\(reference)'}
          B: {title: root}
          C: {$id: 'https://example.com/specs/pet', title: id}
      """, version: "openapi: 3.2.0",
      files: [
        "parts/pet.yaml": """
        Pet: {title: pet}
        Root: {$ref: '../three.yaml#/components/schemas/B'}
        """, "pet": "title: file",
      ])
    #expect(try reading.schema("A").title == title)
    #expect(reading.messages.count == (title == nil ? 1 : 0), "\(reading.messages)")
  }

  @Test func `inside a schema with an id, references are relative to it`() throws {
    let reading = try Reading(
      """
      components:
        schemas:
          A:
            $id: https://example.com/a/root
            $defs: {leaf: {$id: leaf, title: leaf}, own: {title: own}}
            properties:
              byID: {$ref: leaf}
              byPointer: {$ref: '#/$defs/own'}
              intoTheFile: {$ref: '#/components/schemas/B'}
          B: {title: b}
      """)
    #expect(reading.messages == [])
    let titles = try reading.schema("A").properties.map { try reading.schema($0.schema).title }
    #expect(titles == ["leaf", "own", "b"])
  }

  @Test func `a recursive reference is the whole schema that it stands in`() throws {
    let reading = try Reading(
      "components: {schemas: {Tree: {title: tree, items: {anyOf: [{$recursiveRef: '#'}]}}}}")
    let items = try reading.schema(reading.schema("Tree").items)
    #expect(try reading.schema(items.anyOf[0]).title == "tree")
  }

  @Test func `schemas that are only references to each other are read as anything`() throws {
    let reading = try Reading(
      """
      components:
        schemas:
          A: {$ref: '#/components/schemas/B'}
          B: {$ref: '#/components/schemas/A'}
          C: {$ref: '#/components/schemas/C'}
          Node: {properties: {next: {$ref: '#/components/schemas/Node'}}}
      """)
    #expect(reading.messages.count == 2)
    #expect(reading.messages.allSatisfy { $0.contains("warning: the schema is a reference that") })
    #expect(try ["A", "B", "C"].allSatisfy { try reading.schema($0).isAnything })
    let next = try #require(reading.schema("Node").properties.first)
    #expect(try reading.schema(next.schema).properties.map(\.name) == ["next"])
  }

  @Test(arguments: [
    (
      "$ref: '#/components/schemas/Pat'",
      "warning: nothing stands at '#/components/schemas/Pat'; did you mean 'Pet'?"
    ),
    ("$ref: '#/components/schemas/Unpublished'", "warning: nothing stands at"),
    ("$ref: https://example.com/x.yaml", "on the network, where apigen does not go"),
    ("$ref: file:///etc/x.yaml", "'file:///etc/x.yaml' is no path of a file"),
    ("$ref: 'urn:uuid:1'", "'urn:uuid:1' is no path of a file"),
    ("$ref: '#components/schemas/Pet'", "warning: found the reference '#components/schemas/Pet'"),
    ("$ref: other.yaml", "warning: the file 'other.yaml' cannot be read"),
    ("$ref: '%zz'", "warning: '%zz' is not a reference"),
    ("$ref: '#/definitions/100%'", "warning: '#/definitions/100%' is not a reference"),
    ("$ref: ' '", "warning: the file ' ' cannot be read"),
    ("$ref: \"a\\0b\"", "is not a reference"),
    ("$ref: []", "warning: found a list for `$ref`, expected a string"),
    ("$ref: '#/components/schemas'", "warning: nothing stands at '#/components/schemas'"),
    ("$ref: '#'", "warning: nothing stands at '#'"),
    ("$ref: ''", "warning: found '' for `$ref`, expected a string"),
  ])
  func `a reference that leads nowhere is told of`(reference: String, message: String) throws {
    let reading = try Reading("components: {schemas: {A: {\(reference)}, Pet: {title: pet}}}")
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.hasPrefix("spec.yaml:2:") == true)
    #expect(reading.messages.first?.contains(message) == true, "\(reading.messages)")
  }

  @Test func `a schema that refers to an operation is anything`() throws {
    let reading = try Reading(
      "paths: {/: {get: {responses: {}}}}\ncomponents: {schemas: {A: {$ref: '#/paths/~1/get'}}}")
    #expect(try reading.schema("A").isAnything)
    #expect(
      reading.messages == [
        "spec.yaml:3:34: warning: found a reference to an operation, expected one to a schema; it is "
          + "read as a schema of anything"
      ])
  }

  @Test(arguments: ["headers", "parameters"])
  func `references that lead round and round end`(kind: String) throws {
    let body = """
      paths: {/: {get: {parameters: [{$ref: '#/components/\(kind)/A'}]}}}
      components: {\(kind): {A: {$ref: '#/components/\(kind)/B'}, B: {$ref: '#/components/\(kind)/A'}}}
      """
    let reading = try Reading(body)
    #expect(reading.errors == [])
    #expect(reading.messages.count { $0.contains("refers to itself") } == 1)
  }

  @Test(arguments: [99, 100])
  func `a path item is at most a hundred references away`(length: Int) throws {
    let items = (0..<length).map { "I\($0): {$ref: '#/components/pathItems/I\($0 + 1)'}" }
    let body = """
      paths: {/: {$ref: '#/components/pathItems/I0'}}
      components: {pathItems: {\(items.joined(separator: ", ")), I\(length): {get: {}}}}
      """
    let reading = try Reading(body)
    #expect(reading.errors.count == (length < 100 ? 0 : 1))
    #expect(reading.errors.allSatisfy { $0.contains("a chain of more than 100 references") })
  }

  @Test func `an anchor, an address and a pointer to one schema are one schema`() throws {
    let reading = try Reading(
      """
      paths: {}
      components:
        schemas:
          Pet:
            $id: https://example.com/pet
            $anchor: pet
            properties:
              friend: {$ref: '#'}
              kind: {$anchor: kind, enum: [a]}
          Ways:
            properties:
              a: {$ref: '#/components/schemas/Pet'}
              b: {$ref: 'https://example.com/pet'}
              c: {$ref: 'https://example.com/pet#pet'}
              d: {$ref: '#pet'}
              e: {$ref: '#/components/schemas/Ways/properties/a'}
              f: {$ref: 'https://example.com/pet#/properties/kind'}
              g: {$ref: 'https://example.com/pet#kind'}
              h: {$ref: '#/components/schemas/Pet/properties/kind'}
      """)
    #expect(reading.messages == [])
    let properties = try reading.schema("Ways").properties.map { try reading.schema($0.schema) }
    #expect(Set(properties[..<5].map(\.place)).count == 1)
    #expect(Set(properties[5...].map(\.place)).count == 1)
    // Each place is described once.
    let document = try #require(reading.document)
    let described = document.schemas.filter { !$0.properties.isEmpty || $0.enumValues != nil }
    #expect(described.count == 3)
  }

  @Test func `a dynamic reference that others set anew is told of`() throws {
    let list = """
      paths: {}
      components:
        schemas:
          List:
            $id: https://example.com/list
            properties: {items: {type: array, items: {$dynamicRef: '#item'}}}
            $defs: {item: {$dynamicAnchor: item, type: string}}

      """
    #expect(try Reading(list).messages == [])
    let messages = try Reading(
      list + """
            Numbers:
              $id: https://example.com/numbers
              $ref: https://example.com/list
              $defs: {item: {$dynamicAnchor: item, type: number}}
        """
    ).messages
    #expect(messages.count == 1, "\(messages)")
    #expect(messages.first?.hasPrefix("spec.yaml:7:62: warning: found `$dynamicRef") == true)
  }

  @Test(arguments: [
    ("A%20B", "two words"), ("A B", "two words"), ("A%2520B", "an escape"), ("100%", "a percent"),
    ("C%20D", "another escape"),
  ])
  func `a percent sign is an escape, unless nothing has the name without`(
    name: String, title: String
  ) throws {
    let reading = try Reading(
      """
      components:
        schemas:
          A%20B: {title: an escape}
          A B: {title: two words}
          C%20D: {title: another escape}
          100%: {title: a percent}
          User: {properties: {it: {$ref: '#/components/schemas/\(name)'}}}
      """)
    let property = try #require(reading.schema("User").properties.first)
    #expect(try reading.schema(property.schema).title == title)
    #expect(reading.messages == [])
  }

  @Test func `a reference from Swagger 2.0 is told of once`() throws {
    let reading = try Reading(
      """
      paths: {}
      components: {schemas: {A: {$ref: '#/definitions/C'}, B: {$ref: '#/definitions/C'}, C: {title: c}}}
      """)
    #expect(try ["A", "B"].map { try reading.schema($0).title } == ["c", "c"])
    #expect(reading.messages.count == 1, "\(reading.messages)")
  }

  @Test func `an anchor is looked for in the innermost schema with an address, then in the file`()
    throws
  {
    let reading = try Reading(
      """
      components:
        schemas:
          A: {$id: a, properties: {own: {$ref: '#x'}, other: {$ref: '#y'}},
            $defs: {x: {$anchor: x, title: a}}}
          B: {$id: b, properties: {own: {$ref: '#x'}}, $defs: {x: {$anchor: x, title: b}}}
          C: {$anchor: y, title: c}
      """)
    #expect(reading.messages == [])
    let titles = try ["A", "B"].map { name in
      try reading.schema(name).properties.map { try reading.schema($0.schema).title }
    }
    #expect(titles == [["a", "c"], ["b"]])
  }
}
