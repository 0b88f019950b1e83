import APIRuntime
import Foundation
import Testing

struct UnionTests {
  @Test(
    arguments: [
      (["petType": "cat", "lives": 9], "cat"), (["petType": "dog"], "other"), ([1], "list"),
      (["petType": "tree", "pet": ["petType": "cat", "lives": 1]], "tree"), ("x", "other"),
    ] as [(JSONValue, String)])
  func theDiscriminatorChooses(_ json: JSONValue, _ expected: String) async throws {
    let pet = try Pet(json: json)
    switch pet {
    case .cat(let cat): #expect(cat.lives == json["lives"]?.int && expected == "cat")
    case .tree(let tree): #expect(expected == "tree" && tree.pet != nil)
    case .list(let list): #expect(expected == "list" && list.count == 1)
    case .other(let other): #expect(expected == "other" && other == json)
    }
    let sent = try await received { $0.json(pet) }.body
    #expect(try JSONValue(parsing: Data(sent)) == json)
    let stored = try JSONDecoder().decode(Pet.self, from: JSONEncoder().encode(pet))
    #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(stored)) == json)
  }

  /// What stands beside it is read.
  @Test func whatIsNotAsItsDiscriminatorSaysIsKept() throws {
    let told = Locked<[String]>([])
    let pets = try Deviations.observing {
      try [Pet](json: [["petType": "cat", "lives": "nine"], ["petType": "tree"]])
    } tell: { deviation in
      told.withLock { $0.append("\(deviation)") }
    }
    guard case .other(let kept) = pets[0], case .tree = pets[1] else {
      Issue.record("\(pets)")
      return
    }
    #expect(kept == ["petType": "cat", "lives": "nine"])
    #expect(
      told.withLock { $0 } == ["/0/lives: expected a whole number of 64 bits, found a string"])
  }

  @Test func whatIsKeptTakesNothingWithIt() throws {
    guard case .list(let pets) = try Pet(json: [["petType": "cat"], [["petType": "tree"]]]),
      pets.count == 2, case .other(let kept) = pets[0], case .list(let trees) = pets[1]
    else {
      Issue.record("not kept as it came")
      return
    }
    #expect(kept == ["petType": "cat"])
    #expect(trees.count == 1)
  }

  /// A listed value tells a branch from the others; one that is not listed makes none of them win.
  @Test(arguments: [
    (#""text""#, "kind", []), (#""video""#, "text", []),
    (#"{"kind":"audio","text":1}"#, "message", []),
    (#"{"kind":"video"}"#, "other", ["/0: expected one of the described types, found an object"]),
    ("7", "other", ["/0: expected one of the described types, found a number"]),
  ])
  func whatIsNotListedNeverWins(_ text: String, _ branch: String, _ deviations: [String])
    async throws
  {
    let told = Locked<[String]>([])
    var client = Client(transport: StubTransport(body: "[\(text)]"))
    client.onDeviation = { _, deviation in told.withLock { $0.append("\(deviation)") } }
    var request = Request<[Content], Never>(.get, "https://a.example", "/x")
    request.success(200, .json)
    #expect(try await client.send(request).map(\.branch) == [branch])
    #expect(told.withLock { $0 } == deviations)
  }

  @Test func rulesHoldInside() async {
    let tree = Pet.tree(Tree(pet: .cat(Cat(lives: 10))))
    #expect(await violations { $0.json([tree]) } == ["/0/pet/lives: is more than 9"])
  }

  @Test func anObjectIsAForm() async throws {
    let request = try await received { $0.form(Pet.cat(Cat(lives: 9))) }
    #expect(String(decoding: request.body, as: UTF8.self) == "petType=cat&lives=9")
    #expect(
      await violations { $0.form(Pet.list([])) } == ["is not an object, which a form is made of"])
  }

  /// 30 levels of a union whose branches all fit: tried one after the other by decoding, it would
  /// take 3^30 steps.
  @Test func nestedUnionsAreReadInOneGo() throws {
    let json = (0..<30).reduce(JSONValue.null) { json, _ in ["next": json] }
    #expect(try Chain(json: json).depth == 31)
  }

  @Test func `an answer without a body is no value that fits no branch`() async throws {
    var request = Request<Pet, Pet>(.get, "https://a.example", "/")
    request.success(200, .json)
    request.refusal(404, .json)
    let error = await #expect(throws: SendError<Pet>.self) {
      try await Client(transport: StubTransport(status: 200)).send(request)
    }
    #expect(error?.undecodable?.error?.found == "no body")
    let refusal = await #expect(throws: SendError<Pet>.self) {
      try await Client(transport: StubTransport(status: 404)).send(request)
    }
    #expect(refusal?.rejected?.status == 404)
    #expect(refusal?.rejected?.problem == nil)
  }
}

private indirect enum Pet: Union {
  case cat(Cat)
  case tree(Tree)
  case list([Pet])
  case other(JSONValue)

  static let shapes: [JSONShape] = [
    .tagged("petType", ["cat"]), .tagged("petType", ["tree"]), .array(nil),
  ]

  init(_ json: JSONValue, as shape: Int?) throws {
    switch shape {
    case 0: self = .cat(try Cat(json: json))
    case 1: self = .tree(try Tree(json: json))
    case 2: self = .list(try [Pet](json: json))
    default: self = .other(json)
    }
  }

  func json(in context: inout EncodingContext) -> JSONValue {
    switch self {
    case .cat(let value): value.json(in: &context)
    case .tree(let value): value.json(in: &context)
    case .list(let value): value.json(in: &context)
    case .other(let value): value
    }
  }
}

/// One of listed texts, any text, or an object with one of these.
private enum Content: Union {
  case kind(Sample.Kind)
  case text(String)
  case message(JSONValue)
  case other(JSONValue)

  static let shapes: [JSONShape] = [
    .strings(["text", "audio"]), .string,
    .object(known: ["kind"], members: ["kind": .strings(["text", "audio"])]),
  ]

  var branch: String {
    switch self {
    case .kind: "kind"
    case .text: "text"
    case .message: "message"
    case .other: "other"
    }
  }

  init(_ json: JSONValue, as shape: Int?) throws {
    switch shape {
    case 0: self = .kind(try Sample.Kind(json: json))
    case 1: self = .text(try String(json: json))
    case 2: self = .message(json)
    default: self = .other(json)
    }
  }

  func json(in context: inout EncodingContext) -> JSONValue { .null }
}

private struct Cat: Model {
  let lives: Int

  init(lives: Int) { self.lives = lives }
  init(from object: inout ObjectDecoder) throws { lives = object.int("lives") }

  func encode(to object: inout ObjectEncoder) {
    object.string("petType", "cat")
    object.int("lives", lives)
    object.rule("lives", .maximum(9))
  }
}

private struct Tree: Model {
  let pet: Pet?

  init(pet: Pet?) { self.pet = pet }
  init(from object: inout ObjectDecoder) throws { pet = object.optionalValue("pet") }

  func encode(to object: inout ObjectEncoder) {
    object.string("petType", "tree")
    object.value("pet", pet)
  }
}

private indirect enum Chain: Union {
  case first(Link)
  case second(Link)
  case end

  static let shapes: [JSONShape] = [
    .object(known: ["next"]), .object(required: ["next"], known: ["next"]),
  ]

  var depth: Int {
    switch self {
    case .first(let link), .second(let link): 1 + link.next.depth
    case .end: 1
    }
  }

  init(_ json: JSONValue, as shape: Int?) throws {
    switch shape {
    case 0: self = .first(try Link(json: json))
    case 1: self = .second(try Link(json: json))
    default: self = .end
    }
  }

  func json(in context: inout EncodingContext) -> JSONValue {
    switch self {
    case .first(let value), .second(let value): value.json(in: &context)
    case .end: .null
    }
  }
}

private struct Link: Model {
  let next: Chain

  init(from object: inout ObjectDecoder) throws { next = try object.value("next") }
  func encode(to object: inout ObjectEncoder) { object.value("next", next) }
}
