import Testing

@testable import OpenAPI

/// `x-apigen` at the root.
@Suite struct IncludeTests {
  static let body = """
    paths:
      /pets:
        get: {operationId: listPets, tags: [pets], responses: {200: {content: {a/b: {schema: {
          $ref: '#/components/schemas/Pet'}}}}}}
        post: {operationId: addPet, tags: [write]}
      /pets/{id}: {get: {operationId: getPet, parameters: [{name: id, in: path, schema: {}}]}}
      /users: {get: {operationId: listUsers, requestBody: {$ref: '#/nowhere'}}}
    webhooks: {petAdded: {post: {operationId: petAdded, tags: [pets]}}}
    components:
      schemas:
        Unused: {$ref: '#/components/schemas/Nobody'}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {toy: {
          $ref: '#/components/schemas/Toy'}}}]}
        Toy: {type: string}
        Pet: {discriminator: {propertyName: kind}}
        Car: {allOf: [{$ref: '#/components/schemas/Unused'}]}
    """

  @Test(arguments: [
    ("tags: [pets]", ["listPets", "petAdded"]), ("paths: [/pets]", ["listPets", "addPet"]),
    ("paths: [/pets*]", ["listPets", "addPet", "getPet"]), ("operations: [getPet]", ["getPet"]),
    ("paths: ['/pets/{id}'], tags: [write]", ["addPet", "getPet"]),
  ])
  func `operations are included by tag, path or name`(names: String, expected: [String]) throws {
    let reading = try Reading("x-apigen: {include: {\(names)}}\n" + Self.body)
    let operations = (reading.document?.operations ?? []) + (reading.document?.webhooks ?? [])
    #expect(operations.map(\.operationID) == expected)
    // What is left out is not even looked at.
    #expect(reading.messages == [])
  }

  @Test func `a tag that is no list is one`() throws {
    let reading = try Reading(
      "x-apigen: {include: {tags: [pets]}}\npaths: {/a: {get: {operationId: a, tags: pets}}}")
    #expect(try reading.operation.tags == ["pets"])
    #expect(reading.errors == [])
  }

  @Test(arguments: ["operations: [subscribe]", "operations: [subscribe, onEvent]", "tags: [a]"])
  func `callbacks of operations that are named are there`(names: String) throws {
    let reading = try Reading(
      """
      x-apigen: {include: {\(names)}}
      paths:
        /subscribe:
          post:
            operationId: subscribe
            tags: [a]
            callbacks: {event: {'{$url}': {post: {operationId: onEvent, callbacks: {
              inner: {'{$url}': {put: {operationId: onInner}}}}}}}}
        /other: {post: {callbacks: {event: {'{$url}': {post: {operationId: onOther}}}}}}
      """)
    #expect(try reading.operation.operationID == "subscribe")
    #expect(reading.document?.webhooks.map(\.operationID) == ["onEvent", "onInner"])
    #expect(reading.messages == [])
  }

  @Test func `schemas that are reached are kept, with their heirs`() throws {
    let names = try ["listPets", "getPet"].map { id in
      try Reading("x-apigen: {include: {operations: [\(id)]}}\n" + Self.body).document?.components
        .map(\.name)
    }
    #expect(names == [["Cat", "Toy", "Pet"], []])
  }

  @Test(
    arguments: [
      ("{access: private}", "2:20: error: found 'private' for `access`, expected one of public"),
      ("{acess: public}", "2:12: error: found 'acess' in `x-apigen`"),
      ("{include: {tag: [a]}}", "2:22: error: found 'tag' in `include`"),
      ("{include: {tags: a}}", "2:28: error: found 'a' for `tags`, expected a list"),
      ("{include: {tags: [[]]}}", "2:29: error: found a list in `tags`"),
      ("{include: {}}", "2:21: error: found 0 names in `include`"),
      ("{include: {tags: [other]}}", "2:29: error: 'other' is in `tags` and matches no operation"),
      (
        "{include: {tags: [writes]}}",
        "2:29: error: 'writes' is in `tags` and matches no operation; did you mean 'write'?"
      ),
      (
        "{include: {paths: [/pet]}}",
        "2:30: error: '/pet' is in `paths` and matches no operation; write '/pet/*' for all that "
          + "begin so"
      ),
      (
        "{include: {operations: [addpet]}}",
        "2:35: error: 'addpet' is in `operations` and matches no operation; did you mean 'addPet'?"
      ),
      ("[]", "2:11: error: found a list for `x-apigen`"),
      ("{$ref: '#/paths'}", "2:12: error: found '$ref' in `x-apigen`"),
    ])
  func `everything else there is an error at its place`(options: String, message: String) throws {
    let reading = try Reading(
      "x-apigen: \(options)\npaths: {'/pet/{id}': {get: {operationId: addPet, tags: [write]}}}")
    #expect(reading.errors.count == 1, "\(reading.errors)")
    #expect(reading.errors.first?.hasPrefix("spec.yaml:" + message) == true, "\(reading.errors)")
  }

  @Test(
    arguments: [
      ("{idempotencyKey: X-Id}", "X-Id", nil),
      ("{idempotencyKey: [X-Id]}", nil, "3:42: error: found a list for `idempotencyKey`"),
      ("{idempotencyKey: 'X Id'}", nil, "3:42: error: found 'X Id' for `idempotencyKey`"),
      ("{idempotencyKey: ''}", nil, "3:42: error: found '' for `idempotencyKey`"),
      ("{idempotencyKey: true}", nil, "3:42: error: found 'true' for `idempotencyKey`"),
      ("{name: send}", nil, "3:26: error: found `name` for an operation, which its `operationId`"),
      ("{idempotencykey: X-Id}", nil, "3:26: error: found 'idempotencykey' in `x-apigen` of an op"),
    ] as [(String, String?, String?)])
  func `an idempotency key has a header`(
    options: String, header: String?, message: String?
  ) throws {
    let reading = try Reading("paths:\n  /a: {post: {x-apigen: \(options)}}")
    #expect(try reading.operation.idempotencyKey == header)
    #expect(reading.errors.count == (message == nil ? 0 : 1), "\(reading.errors)")
    if let message { #expect(reading.errors[0].hasPrefix("spec.yaml:\(message)")) }
    let old = try Reading(
      "paths:\n  /a: {post: {x-apigen: \(options)}}", version: "swagger: '2.0'")
    #expect(try old.operation.idempotencyKey == header)
  }

  @Test(
    arguments: [
      ("{numberFromText: true}", true, nil), ("{numberFromText: true, name: B}", true, nil),
      ("{numberFromText: maybe}", false, "3:44: error: found 'maybe' for `numberFromText`"),
      ("{numberfromtext: true}", false, "3:28: error: found 'numberfromtext' in `x-apigen`"),
    ] as [(String, Bool, String?)])
  func `numbers may come as texts`(options: String, isTrue: Bool, message: String?) throws {
    let reading = try Reading("components:\n  schemas: {A: {x-apigen: \(options)}}\npaths: {}")
    #expect(try (reading.schema("A").numberFromText != nil) == isTrue)
    #expect(reading.errors.count == (message == nil ? 0 : 1), "\(reading.errors)")
    if let message { #expect(reading.errors[0].hasPrefix("spec.yaml:\(message)")) }
  }

  @Test(arguments: [
    "x-ApiGen: {access: internal}", "x-apigenn: {access: internal}",
    "info: {title: A, x-apigen: {name: B}}", "tags: [{name: a, x-apigen: {name: B}}]",
    "paths: {/a: {x-apigen: {idempotencyKey: X-Id}, get: {}}}",
    "paths: {/a: {get: {x-api-gen: {idempotencyKey: X-Id}}}}",
    "paths: {/a: {post: {requestBody: {x-apigen: {name: B}, content: {}}}}}",
    "paths: {/a: {get: {responses: {200: {x-apigen: {name: B}}}}}}",
    "paths: {/a: {get: {responses: {200: {content: {a/b: {x-apigen: {name: B}}}}}}}}",
    "components: {schemas: {A: {x-Apigen: {name: B}}}}",
  ])
  func `where nobody reads it, it is an error`(_ text: String) throws {
    let reading = try Reading(text)
    #expect(reading.errors.count == 1, "\(reading.messages)")
    #expect(reading.errors.first?.lowercased().contains("error: found 'x-ap") == true)
  }
}
