import Testing

@testable import OpenAPI

@Suite struct ServersTests {
  @Test func `a server has variables`() throws {
    let reading = try Reading(
      """
      paths: {}
      servers:
        - url: https://{host}:{port}/v1
          name: main
          description: d
          variables: {host: {default: h, description: the host}, port: {enum: [80, 443], default: 443}}
      """)
    let server = try #require(reading.document?.servers.first)
    #expect(server.url == "https://{host}:{port}/v1")
    #expect([server.name, server.description] == ["main", "d"])
    #expect(server.variables.map(\.name) == ["host", "port"])
    #expect(server.variables.map(\.defaultValue) == ["h", "443"])
    #expect(server.variables.map(\.enumValues) == [[], ["80", "443"]])
    #expect(reading.messages == [])
  }

  @Test(
    arguments: [
      ("{enum: [a, b]}", "a"), ("{}", ""), ("", nil),
    ])
  func `a variable has a default, and each in the address is a variable`(
    variable: String, expected: String?
  ) throws {
    let variables = variable.isEmpty ? "{}" : "{x: \(variable)}"
    let reading = try Reading("paths: {}\nservers: [{url: '/{x}', variables: \(variables)}]")
    #expect(reading.document?.servers.first?.variables.map(\.name) == ["x"])
    #expect(reading.document?.servers.first?.variables.map(\.defaultValue) == [expected])
    #expect(reading.messages.map { $0.contains("warning: ") } == [true])
  }

  @Test func `a default that is not among its values is told of`() throws {
    let reading = try Reading(
      "paths: {}\nservers: [{url: '/{x}', variables: {x: {enum: [a, b], default: c}}}]")
    #expect(reading.document?.servers.first?.variables.map(\.defaultValue) == ["c"])
    #expect(
      reading.messages == [
        "spec.yaml:3:64: warning: found 'c' for the default of the variable 'x', expected one of its "
          + "`enum`; it is used all the same"
      ])
  }

  @Test func `a slash is not written twice`() throws {
    let reading = try Reading(
      """
      paths: {}
      servers:
        - {url: 'https://a.io/{stage}', variables: {stage: {default: /dev, enum: [/dev, /prod]}}}
        - {url: 'https://a.io{path}', variables: {path: {default: /v1}}}
      """)
    let variables = reading.document?.servers.flatMap(\.variables) ?? []
    #expect(variables.map(\.defaultValue) == ["dev", "/v1"])
    #expect(variables.map(\.enumValues) == [["dev", "prod"], []])
    #expect(
      reading.messages == [
        "spec.yaml:4:47: warning: found the default '/dev' of the variable 'stage' behind a '/' of "
          + "the address, expected only one; it is read as 'dev'"
      ])
  }

  @Test func `the servers of the operation, its path or the description`() throws {
    let reading = try Reading(
      """
      servers: [{url: /root}]
      paths:
        /a: {get: {}, put: {servers: [{url: /put}]}}
        /b: {servers: [{url: /b}], get: {}, put: {servers: []}}
      """)
    #expect(
      reading.document?.operations.map { $0.servers.map(\.url) }
        == [["/root"], ["/put"], ["/b"], ["/b"]])
  }

  @Test func `a server without an address is left out`() throws {
    let reading = try Reading("paths: {}\nservers: [{description: d}, {url: /}]")
    #expect(reading.document?.servers.map(\.url) == ["/"])
    #expect(reading.messages.map { $0.hasPrefix("spec.yaml:3:11: warning: ") } == [true])
  }

  @Test(arguments: [
    ("api.example.com/v1", "https://api.example.com/v1", true),
    ("localhost:80", "http://localhost:80", true), ("127.0.0.1/a", "http://127.0.0.1/a", true),
    ("api.local", "http://api.local", true), ("https://h/v1#f", "https://h/v1", true),
    ("https://h/v1?x=1", "https://h/v1", true), ("https://u:p@h:8/v1", "https://h:8/v1", true),
    ("https://h/v1/ ", "https://h/v1/", false), ("https://{{.Host}}", "https://{Host}", true),
    ("https://münchen.de:80/ü", "https://xn--mnchen-3ya.de:80/%C3%BC", true),
    ("/ü/{ö}", "/%C3%BC/{ö}", true),
    ("https://{ö}/a%C3%BC%20ü", "https://{ö}/a%C3%BC%20%C3%BC", true),
    ("https://h/my path/ü", "https://h/my%20path/%C3%BC", true),
    ("https://h/{a b}/<c>", "https://h/{a b}/%3Cc%3E", true),
    ("https://h/a;b=c/d:e@f/(g)!$&'' *+,~-._", "https://h/a;b=c/d:e@f/(g)!$&'%20*+,~-._", true),
    ("//h/v1", "https://h/v1", false),
    ("http://h", "http://h", false), ("v1", "v1", false), ("./v1.0", "./v1.0", false),
    ("/v1.0", "/v1.0", false), ("api/v1.0", "api/v1.0", false),
    ("v1.0", "v1.0", false), ("v2.1/", "v2.1/", false), ("1.2", "1.2", false),
    ("v1.0/{x}", "v1.0/{x}", false), ("1.2.3.4:80/v1", "https://1.2.3.4:80/v1", true),
    ("https://${HOST}/a/$b", "https://{HOST}/a/$b", true),
    ("https://${{HOST}}", "https://{HOST}", true), ("https:///api", "/api", true),
    ("http:///api/v1", "/api/v1", true), ("https:///localhost/v1", "https://localhost/v1", true),
    ("https:///{host}/v1", "https://{host}/v1", true), ("https:///api/${x}", "/api/{x}", true),
    ("h:80/v1", "https://h:80/v1", true), ("api.{x}/v1", "https://api.{x}/v1", true),
    ("xn--mnchen-3ya.xn--p1ai", "https://xn--mnchen-3ya.xn--p1ai", true),
  ])
  func `an address is completed`(_ url: String, _ expected: String, _ isWarning: Bool) throws {
    let reading = try Reading("paths: {}\nservers: [{url: '\(url)'}]")
    #expect(reading.document?.servers.map(\.url) == [expected])
    let told = reading.messages.filter { $0.contains("warning: found the address") }
    #expect(told.count == (isWarning ? 1 : 0))
  }

  @Test(
    arguments: [
      "https:/a.io/v1", "https//a.io/v1", "https:a.io/v1", "https:///a.io/v1", "https://a.io/v1,",
      "\"https://a.io/v1\"",
    ])
  func `addresses as they are mistyped`(url: String) throws {
    let reading = try Reading("paths: {}\nservers: [{url: '\(url)'}]")
    #expect(reading.document?.servers.map(\.url) == ["https://a.io/v1"])
    #expect(reading.messages.count == 1)
  }

  @Test(
    arguments: [
      ("https://<your-domain>/api", 1), ("ftp://a.io", 1), ("https://a b.io", 1), ("https://", 1),
      ("https://a.io:port/v1", 1), ("https://$HOST/v1", 1), ("https://a.io:8080/v1", 0),
      ("https://[::1]:80/v1", 0), ("https://a-b_c.io/$x", 0),
    ])
  func `addresses that nothing can be sent to`(url: String, warnings: Int) throws {
    let reading = try Reading("paths: {}\nservers: [{url: '\(url)'}]")
    #expect(reading.messages.count { $0.contains("nothing can be sent to") } == warnings)
    #expect(reading.messages.count == warnings)
  }

  @Test(arguments: ["{url: /a}", "/a", "[/a]"])
  func `one that is no list, and none that is a mapping`(servers: String) throws {
    let reading = try Reading("paths: {}\nservers: \(servers)")
    #expect(reading.document?.servers.map(\.url) == ["/a"])
    #expect(reading.errors == [])
    #expect(reading.messages.count == 1)
  }

  @Test(
    arguments: ["u:pw@h/a", "h/a?k=pw"])
  func `who is in an address, or a key in its query, is not told`(rest: String) throws {
    let reading = try Reading("paths: {}\nservers: [{url: 'https://\(rest)'}]")
    #expect(reading.document?.servers.map(\.url) == ["https://h/a"])
    #expect(reading.messages.count == 1)
    #expect(!reading.messages.joined().contains("pw"), "\(reading.messages)")
  }
}
