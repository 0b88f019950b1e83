import Foundation
import LoopbackServer
import Testing

@testable import APIRuntime

/// What is wrong with an answer and read all the same, as bytes on a wire.
@Suite(.serialized) struct DeviationTests {
  private struct Reading: Model {
    let at: Date?
    let day: CalendarDate?
    let name: String?
    let count: Int?
    let share: Double?
    let bytes: Data?
    let any: JSONValue?
    let kind: Sample.Kind?
    let price: Double?
    let prices: [Double?]?
    let inner: [String: Reading]

    init(from object: inout ObjectDecoder) throws {
      at = object.optionalDate("at")
      day = object.optionalValue("day")
      name = object.optionalString("name")
      count = object.optionalInt("count")
      share = object.optionalDouble("share")
      bytes = object.optionalValue("bytes")
      any = object.optionalValue("any")
      kind = object.optionalValue("kind")
      object.numbersFromText("price")
      price = object.optionalDouble("price")
      object.numbersFromText("prices")
      prices = object.optionalValue("prices")
      inner = object.rest()
    }

    func encode(to object: inout ObjectEncoder) {}
  }

  /// What is read of `bytes`, and what is told of it.
  private func read(_ bytes: [UInt8]) async throws -> ([Reading], [String]) {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: \(bytes.count)\r\nConnection: close\r\n\r\n"
    let server = try LoopbackServer { _ in .bytes(Array(head.utf8) + bytes, keepsConnection: false)
    }
    let told = Locked<[String]>([])
    var client = Client()
    client.onDeviation = { request, deviation in
      told.withLock { $0.append("\(request) \(deviation)") }
    }
    var request = Request<[Reading], Never>(.get, server.url, "/x")
    request.query("key", Secret("k3y"))
    request.success(200, .json)
    let readings = try await client.send(request)
    return (readings, told.withLock { $0 })
  }

  private func read(_ text: String) async throws -> ([Reading], [String]) {
    try await read(Array(text.utf8))
  }

  @Test(arguments: [
    ("2024-02-29T10:20:30", 1_709_202_030.0), ("2024-02-29 10:20:30.5", 1_709_202_030.5),
    ("2024-02-29T10:20Z", 1_709_202_000), ("2024-02-29T10:20+01:00", 1_709_198_400),
    ("2024-02-29 10:20:30+01", 1_709_198_430), ("2024-02-29 10:20:30-03", 1_709_212_830),
    ("2024-02-29", 1_709_164_800),
    ("Thu, 29 Feb 2024 10:20:30 GMT", 1_709_202_030),
    ("Thu, 29 Feb 2024 10:20:30 -0000", 1_709_202_030),
  ])
  func datesThatLackAPart(_ text: String, _ seconds: Double) async throws {
    let (readings, told) = try await read(#"[{},{"a/b":{"at":"\#(text)"}}]"#)
    #expect(readings[1].inner["a/b"]?.at == Date(timeIntervalSince1970: seconds))
    #expect(
      told == [
        "GET /x /1/a~1b/at: expected a date and time (RFC 3339), found one in another form"
      ])
  }

  /// So PHP and others write what is not there.
  @Test func emptyTextsForOptionalFieldsOfOtherTypes() async throws {
    let (readings, told) = try await read(
      #"[{"x":{"at":"","day":"","count":"","price":"","kind":"","name":"","any":""}}]"#)
    let reading = try #require(readings[0].inner["x"])
    #expect(reading.at == nil && reading.day == nil && reading.count == nil)
    #expect(reading.price == nil)
    #expect(reading.name == "" && reading.any == "" && reading.kind?.rawValue == "")
    #expect(
      told.filter { $0.hasSuffix("found an empty string") } == [
        "GET /x /0/x/at: expected a date and time (RFC 3339), found an empty string",
        "GET /x /0/x/day: expected a date (RFC 3339), found an empty string",
        "GET /x /0/x/count: expected a whole number of 64 bits, found an empty string",
        "GET /x /0/x/price: expected a number, found an empty string",
      ])
  }

  @Test(arguments: [
    ("1709202030", 1_709_202_030.0), ("1709202030500", 1_709_202_030.5), ("-1.5", -1.5),
  ])
  func datesThatAreNumbers(_ number: String, _ seconds: Double) async throws {
    let (readings, told) = try await read(#"[{"at":\#(number)}]"#)
    #expect(readings[0].at == Date(timeIntervalSince1970: seconds))
    #expect(told == ["GET /x /0/at: expected a date and time (RFC 3339), found a number"])
  }

  @Test(arguments: [
    "2024-02-30", "2024-02-29T", "2024-02-29 10:20:30 GMT", "2024-02-29T10",
    "2024-02-29T10:20:30+1", "now",
  ])
  func datesThatAreNone(_ text: String) async {
    await #expect(throws: SendError<Never>.self) { try await read(#"[{"at":"\#(text)"}]"#) }
  }

  /// As PHP writes what has no members.
  @Test func emptyArraysForObjects() async throws {
    let (readings, told) = try await read(#"[{"a":[]}]"#)
    #expect(readings[0].inner["a"]?.inner.isEmpty == true)
    #expect(told == ["GET /x /0/a: expected an object, found an empty array"])
    await #expect(throws: SendError<Never>.self) { try await read(#"[{"a":[{}]}]"#) }
  }

  private struct Lists: Model {
    let texts: [String]
    let labels: [String: String]
    let readings: [Reading]?
    let numbers: [Int]?

    init(from object: inout ObjectDecoder) throws {
      texts = object.array("texts")
      labels = object.dictionary("labels")
      readings = object.optionalValue("readings")
      numbers = object.optionalValue("numbers")
    }

    func encode(to object: inout ObjectEncoder) {}
  }

  private func lists(_ text: String) throws -> (Lists, [String]) {
    let told = Locked<[String]>([])
    let lists = try Deviations.observing {
      try Lists(json: JSONValue(parsing: Array(text.utf8)))
    } tell: { deviation in
      told.withLock { $0.append("\(deviation)") }
    }
    return (lists, told.withLock { $0 })
  }

  @Test func listsAndMapsThatAreLeftOut() throws {
    let (empty, told) = try lists(#"{"labels":null}"#)
    #expect(empty.texts.isEmpty && empty.labels.isEmpty)
    #expect(
      told == [
        "/texts: expected an array, found nothing", "/labels: expected an object, found null",
      ])
    let (full, nothing) = try lists(#"{"texts":["a"],"labels":{"b":"c"}}"#)
    #expect(full.texts == ["a"] && full.labels == ["b": "c"])
    #expect(nothing == [])
    for text in [#"{"texts":"a","labels":{}}"#, #"{"texts":[],"labels":"a"}"#] {
      #expect(throws: JSONDecodingError.self) { try lists(text) }
    }
  }

  @Test func nullAmongObjects() throws {
    let (read, told) = try lists(
      #"{"texts":[],"labels":{},"readings":[null,{"name":"a"},null,{"name":"b"}]}"#)
    #expect(read.readings?.map(\.name) == ["a", "b"])
    #expect(
      told == [
        "/readings/0: expected an object, found null",
        "/readings/2: expected an object, found null",
      ])
    // Those of numbers may be beside those of another list.
    let numbers = #"{"texts":[],"labels":{},"numbers":[1,null]}"#
    #expect(throws: JSONDecodingError.self) { try lists(numbers) }
  }

  @Test func valuesThatAreNotListed() async throws {
    let (readings, told) = try await read(#"[{"kind":"text"},{"kind":"video"}]"#)
    #expect(readings.map(\.kind) == [.text, Sample.Kind("video")])
    #expect(told == ["GET /x /1/kind: expected a listed value, found another"])
    #expect(Sample.Kind.allCases == [.text, .audio])
  }

  @Test(arguments: ["12.5", "-3", "1e3"]) func numbersThatAreText(_ text: String) async throws {
    let (readings, told) = try await read(#"[{"price":"\#(text)","prices":[1,"\#(text)"]}]"#)
    #expect(readings[0].price == Double(text))
    #expect(readings[0].prices == [1, Double(text)])
    #expect(
      told == [
        "GET /x /0/price: expected a number, found a string",
        "GET /x /0/prices: expected a number, found a string",
      ])
    await #expect(throws: SendError<Never>.self) { try await read(#"[{"count":"12"}]"#) }
  }

  @Test(arguments: ["NaN", "1,5", "0x1", " ", " 1"]) func textThatIsNoNumber(_ text: String) async {
    await #expect(throws: SendError<Never>.self) { try await read(#"[{"price":"\#(text)"}]"#) }
  }

  @Test func aDayThatHasATime() async throws {
    let (readings, told) = try await read(#"[{"day":"2024-02-29T00:00:00Z"}]"#)
    #expect(readings[0].day == CalendarDate(year: 2024, month: 2, day: 29))
    #expect(told == ["GET /x /0/day: expected a date (RFC 3339), found a date and time"])
    await #expect(throws: SendError<Never>.self) { try await read(#"[{"day":"2024-02-29x"}]"#) }
  }

  @Test func membersThatStandTwice() async throws {
    let (readings, told) = try await read(#"[{"count":1,"k":{"name":"a","name":"b"},"count":2}]"#)
    #expect(readings[0].count == 2)
    #expect(readings[0].inner["k"]?.name == "b")
    #expect(
      told == [
        "GET /x /0/k/name: expected one member of that name, found several",
        "GET /x /0/count: expected one member of that name, found several",
      ])
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8(_ bytes: [UInt8]) async throws {
    let (readings, told) = try await read(
      Array(#"[{"name":"a"#.utf8) + bytes + Array(#"b"}]"#.utf8))
    let name = try #require(readings[0].name)
    #expect(name.hasPrefix("a\u{FFFD}") && name.hasSuffix("b"))
    #expect(told == ["GET /x /0/name: expected UTF-8, found other bytes"])
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity"])
  func numbersThatAreNone(_ text: String) async throws {
    let (readings, told) = try await read(#"[{"share":\#(text),"any":[0,\#(text)]}]"#)
    #expect(readings[0].share == nil)
    #expect(readings[0].any == [0, nil])
    #expect(
      told == [
        "GET /x /0/share: expected a value that JSON has, found \(text)",
        "GET /x /0/any/1: expected a value that JSON has, found \(text)",
      ])
  }

  @Test(arguments: ["Nan", "-Infinite", "Infinit", "nan"])
  func wordsThatAreNone(_ text: String) async {
    await #expect(throws: SendError<Never>.self) { try await read(#"[{"share":\#(text)}]"#) }
  }

  /// Nothing is rounded past 2^53, nor past 64 bits where the description leaves the type open.
  @Test func largeIntegers() async throws {
    let (readings, told) = try await read(
      "[{\"count\":9007199254740993},{\"count\":-9223372036854775808},"
        + "{\"any\":9223372036854775808},{\"share\":9223372036854775808}]")
    #expect(readings.map(\.count) == [9_007_199_254_740_993, .min, nil, nil])
    #expect(readings[2].any?.description == "9223372036854775808")
    #expect(readings[3].share == 0x1p63)
    #expect(told == [])
  }

  /// Any other number in the place of an identifier would be that of something else.
  @Test(arguments: ["9223372036854775808", "-9223372036854775809", "1e19", "1e400"])
  func integersPastTheirRange(_ text: String) async {
    let error = await #expect(throws: SendError<Never>.self) {
      try await read(#"[{"a/b":{"count":\#(text)}}]"#)
    }
    #expect(
      error?.undecodable?.error?.description
        == "/0/a~1b/count: expected a whole number of 64 bits, found one past its range")
  }

  @Test func numbersPastTheirRange() async throws {
    let (readings, told) = try await read(#"[{"share":-1e999}]"#)
    #expect(readings[0].share == -.infinity)
    #expect(told == ["GET /x /0/share: expected a number of 64 bits, found a larger one"])
  }

  @Test func deepNesting() async throws {
    let open = String(repeating: "[", count: 126)
    let close = String(repeating: "]", count: 126)
    #expect(try await read("[{\"any\":\(open)\(close)}]").0.count == 1)
    let error = await #expect(throws: SendError<Never>.self) {
      try await read("[{\"any\":[\(open)\(close)]}]")
    }
    #expect(error?.undecodable?.error?.expected.hasPrefix("no more than 128 levels") == true)
  }

  @Test func aKeyInAPlaceIsNotTold() async throws {
    let (_, told) = try await read(#"[{"k3y":{"at":"2024-02-29"}}]"#)
    #expect(told.first?.hasPrefix("GET /x /0/(redacted)/at: ") == true)
  }

  @Test func nothingIsToldOfWhatIsRight() async throws {
    let (readings, told) = try await read(
      #"[{"at":"2024-02-29T10:20:30.123456789+05:30","day":"2024-02-29","name":"é","bytes":"aGk="}]"#
    )
    #expect(readings.count == 1)
    #expect(told == [])
  }

  @Test func elementsOfAStream() async throws {
    let server = try LoopbackServer { _ in
      .respond(200, body: "{\"at\":\"2024-02-29T10:20:30Z\"}\n{\"at\":\"2024-02-29\"}\n")
    }
    let told = Locked<[String]>([])
    var client = Client()
    client.onDeviation = { _, deviation in told.withLock { $0.append(deviation.pointer) } }
    var request = Request<EventStream<Reading>, Never>(.get, server.url, "/x")
    request.success(200, .jsonLines())
    for try await _ in try await client.send(request) {}
    #expect(told.withLock { $0 } == ["/at"])
  }

  /// The page of a portal or proxy, in place of text or bytes.
  @Test func anAnswerOfAnotherType() async throws {
    let stub = StubTransport(headers: ["Content-Type": "text/html; x=1"], body: "<html>")
    let told = Locked<[String]>([])
    var client = Client(transport: stub)
    client.onDeviation = { _, deviation in told.withLock { $0.append("\(deviation)") } }
    var text = Request<String, Never>(.get, "https://a.example", "/x")
    text.success(200, .text)
    #expect(try await client.send(text) == "<html>")
    var data = Request<Data, Never>(.get, "https://a.example", "/x")
    data.success(200, .data(accept: "image/*"))
    _ = try await client.send(data)
    _ = try await client.stream(data)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")
    defer { try? FileManager.default.removeItem(at: file) }
    try await client.download(data, to: file)
    let image = "expected image/*, found an answer of type text/html"
    let plain = "expected text/plain, found an answer of type text/html"
    #expect(told.withLock { $0 } == [plain, image, image, image])
    var any = Request<Data, Never>(.get, "https://a.example", "/x")
    any.success(200, .data)
    _ = try await client.send(any)
    #expect(told.withLock { $0.count } == 4)
  }

  /// Its problem is nil, and this says why.
  @Test(arguments: [
    (
      404, "application/json", #"{"errors":[{"title":"not found"}]}"#,
      ["GET /x /errors/0: expected a string, found an object"]
    ),
    (
      502, "text/html", "<html>",
      ["GET /x expected application/json, found an answer of type text/html"]
    ),
    (404, "application/json", #"{"errors":["not found"]}"#, []),
    (400, "text/html", "<html>", []),
  ])
  func aRefusalOfAnotherForm(
    _ status: Int, _ type: String, _ body: String, _ expected: [String]
  ) async throws {
    let stub = StubTransport(status: status, headers: ["Content-Type": type], body: body)
    let told = Locked<[String]>([])
    var client = Client(transport: stub, retries: .none)
    client.onDeviation = { request, deviation in
      told.withLock { $0.append("\(request) \(deviation)") }
    }
    var request = Request<Void, [String: [String]]>(.get, "https://a.example", "/x")
    request.refusal(404, .json)
    request.refusal(.range(5), .json)
    let error = await #expect(throws: SendError<[String: [String]]>.self) {
      try await client.send(request)
    }
    #expect((error?.rejected?.problem == nil) == (status == 400 || !expected.isEmpty))
    #expect(told.withLock { $0 } == expected)
    // One that is cut off is no other form.
    client.answerLimit = 5
    await #expect(throws: SendError<[String: [String]]>.self) { try await client.send(request) }
    #expect(told.withLock { $0 } == expected)
  }

  /// It may be a problem, and need not: nobody said so.
  @Test(arguments: [(401, 1), (404, 0)])
  func aRefusalThatIsNotDescribed(_ status: Int, _ count: Int) async throws {
    let told = Locked(0)
    var client = Client(transport: StubTransport(status: status, body: "<html>"), retries: .none)
    client.onDeviation = { _, _ in told.withLock { $0 += 1 } }
    let sample = Sample(apiKey: "k", server: "https://a.example")
    await #expect(throws: SendError<Sample.Problem>.self) {
      try await client.send(sample.sendMessage(id: "1", .valid))
    }
    #expect(told.withLock { $0 } == count)
  }
}
