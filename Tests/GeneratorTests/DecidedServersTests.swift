import Testing

@testable import Generator

/// How servers are named, and what they need.
struct DecidedServersTests {
  private func servers(_ root: String, _ operations: String...) throws -> API {
    let paths = operations.enumerated().map { "  /\($0): {get: {\($1)responses: {}}}\n" }
    return try decided("openapi: 3.2.0\n\(root)\npaths:\n" + paths.joined()).api
  }

  @Test(arguments: [
    ("", []), ("servers: [{url: /}]", []), ("servers: [{url: 'https://h/v1'}]", ["default"]),
    ("servers: [{url: 'https://h/v1'}, {url: 'https://i.org/v1'}]", ["default", "iOrgV1"]),
    ("servers: [{url: 'https://h', description: 'Test server, slow'}]", ["test"]),
    ("servers: [{url: 'https://h', description: The local server}]", ["local"]),
    ("servers: [{url: 'https://h', description: Server for tests}]", ["serverForTests"]),
    ("servers: [{url: 'https://h', description: PayPal Live Environment}]", ["payPalLive"]),
    ("servers: [{url: 'https://h', description: Test URL}]", ["test"]),
    ("servers: [{url: 'https://h', description: Endpoint}]", ["endpoint"]),
    ("servers: [{url: 'https://h', name: main, description: Other}]", ["main"]),
    ("servers: [{url: 'https://h', description: It is what we have}]", ["default"]),
    (
      "servers: [{url: 'https://b', description: X}, {url: 'https://a', description: X}]",
      ["b", "x"]
    ),
    (
      "servers: [{url: 'https://{h}/a', description: X}, {url: 'https://{h}/b', description: X}]",
      ["x", "hB"]
    ),
    ("servers: [{url: /v1}, {url: 'https://h'}]", ["default", "v1"]),
    ("servers: [{url: 'https://h', description: url}]", ["urlValue"]),
  ])
  func `servers are named by what is said of them, or by where they are`(
    _ root: String, _ names: [String]
  ) throws {
    #expect(try servers(root, "").servers.map(\.name) == names)
  }

  @Test func `a path alone needs the origin of the API`() throws {
    let server = try #require(try servers("servers: [{url: api/v1}]", "").servers.first)
    guard case .argument("origin") = server.url.first else {
      Issue.record("the address does not begin with the origin: \(server.url)")
      return
    }
    #expect(server.required.map(\.name) == ["origin"])
  }

  @Test(arguments: [
    ("https://h{path}", "''", ""), ("https://h/{path}", "''", ""), ("/{path}/a", "''", ""),
    ("https://{path}api.h/a", "''", ""), ("https://{path}.h/a", "''", nil),
    ("https://h:{path}/a", "''", nil), ("https://{path}/a", "''", nil),
    ("{path}/a", "''", nil), ("https://h/{path}", "'{a}'", nil), ("https://h/{path}", "b", "b"),
  ])
  func `an empty default is one where the address does without`(
    _ url: String, _ value: String, _ expected: String?
  ) throws {
    let variables = "variables: {path: {default: \(value)}}"
    let api = try servers("servers: [{url: '\(url)', \(variables)}]", "")
    let variable = api.servers[0].variables.first { $0.name == "path" }
    #expect(variable?.defaultValue == expected.map { "\"\($0)\"" })
  }

  @Test(arguments: [
    "url: 'https://{Key}.h'", "url: 'https://{Key}/v1', variables: {Key: {default: ''}}",
  ])
  func `a credential has another name than what the address needs`(_ server: String) throws {
    let scheme = "components: {securitySchemes: {key: {type: http, scheme: bearer}}}"
    let api = try servers("\(scheme)\nsecurity: [{key: []}]\nservers: [{\(server)}]", "")
    #expect(api.defaultServer?.required.map(\.name) == ["key"])
    #expect(api.credentials.map(\.name) == ["keyValue"])
  }

  @Test func `a credential is not called as the origin of the API is`() throws {
    let scheme = "components: {securitySchemes: {origin: {type: http, scheme: bearer}}}"
    let api = try servers("\(scheme)\nsecurity: [{origin: []}]\nservers: [{url: api/v1}]", "")
    #expect(api.credentials.map(\.name) == ["originValue"])
  }

  @Test(arguments: [
    ("{default: a}", "{default: a}", true), ("{default: a}", "{default: b}", false),
    ("{enum: [a, b], default: a}", "{enum: [a, b], default: a}", true),
    ("{enum: [a, b], default: a}", "{enum: [a, b], default: b}", false),
    ("{enum: [a, b], default: a}", "{enum: [a, c], default: a}", false),
    ("{enum: [a, b], default: a}", "{default: a}", false),
    // Nobody knows what it is where the provider is elsewhere.
    ("{default: ''}", "{default: ''}", false),
  ])
  func `an operation's server shares what is the same in the provider's`(
    _ provider: String, _ operation: String, _ isShared: Bool
  ) throws {
    let api = try servers(
      "servers: [{url: 'https://{v}.a', variables: {v: \(provider)}}]",
      "servers: [{url: 'https://{v}.b', variables: {v: \(operation)}}], ")
    #expect(api.servers.map(\.shared.count) == (isShared ? [1, 1] : [0, 0]))
    #expect(api.sharedVariables.map(\.name) == (isShared ? ["v"] : []))
  }

  @Test func `an operation whose server is nothing is at the provider's`() throws {
    let api = try servers("servers: [{url: 'https://a'}]", "servers: [{url: ''}], ")
    #expect(api.operations.first?.server == nil)
  }

  @Test func `an operation that repeats the description's server has none of its own`() throws {
    let server = "servers: [{url: 'https://{v}.a', variables: {v: {default: a}}}]"
    let api = try servers(server, server + ", ")
    #expect(api.operations.first?.server == nil)
    #expect(api.sharedVariables.isEmpty)
  }

  @Test func `an address has room for what it shares`() throws {
    let variables = "variables: {url: {default: a}, isOffered: {default: b}, w: {default: c}}"
    let url = "{url}.{isOffered}.{w}"
    let api = try servers(
      "servers: [{url: 'https://\(url).a', \(variables)}]",
      "servers: [{url: 'https://\(url).b', \(variables)}], ")
    #expect(api.sharedVariables.map(\.name) == ["w"])
  }

  @Test func `the schemes of an operation of Swagger 2 point 0 make a server of its own`() throws {
    let api = try decided(
      """
      swagger: '2.0'
      host: a.io
      schemes: [https]
      paths: {/: {get: {schemes: [http], responses: {}}}}
      """
    ).api
    #expect(api.servers.map(\.url.count) == [1, 1])
    guard case .argument(_, let choice)? = api.operations.first?.server else {
      Issue.record("it has none: \(api.operations)")
      return
    }
    #expect(choice.name == api.servers[1].name)
  }

  @Test func `a provider whose operations are all somewhere is where the first one is`() throws {
    let (a, b) = ("servers: [{url: 'https://a'}], ", "servers: [{url: 'https://b'}], ")
    let all = try servers("", a, b)
    #expect(all.servers.map(\.isGeneral) == [true, false])
    #expect(all.redirects)
    let some = try servers("", a, "", b)
    #expect(some.servers.map(\.isGeneral) == [false, false])
    // Wherever its user says that the provider is, that is no reason to send the others there.
    #expect(!some.redirects)
    let text = GeneratedFile.files(of: some).map(\.text).joined()
    #expect(text.contains("(.get, server.url, \"/0\")"))
    #expect(!text.contains("redirected"))
  }
}
