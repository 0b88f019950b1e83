import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// Where requests go.
@Suite(.serialized) struct ServersBehaviourTests {
  /// Notes where a request would go, and sends nothing.
  private struct Compass: Transport {
    let found: @Sendable (URL) -> Void

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      found(request.url)
      throw .notSent(.cancelled)
    }
  }

  private func url(of request: Request<RawResponse, Never>) async -> String {
    await withCheckedContinuation { continuation in
      let client = Client(transport: Compass { continuation.resume(returning: $0.absoluteString) })
      Task { try? await client.send(request) }
    }
  }

  @Test func `the servers of the description, with their variables`() async {
    #expect(await url(of: Servers().everywhere()) == "https://eu.example.com:443/v1/everywhere")
    let servers: [(Servers.Server, String)] = [
      (.production(region: .us, port: "8080"), "https://us.example.com:8080/v1"),
      (.production(region: .init("br")), "https://br.example.com:443/v1"),
      (.china(region: .hk1), "https://hk.1.example.com:8443/v1"),
      (.sandbox, "https://sandbox.example.com/v1"),
      (.china(), "https://cn.example.com:8443/v1"),
      (.v1(origin: "http://localhost:80"), "http://localhost:80/v1"),
      ("http://localhost", "http://localhost"),
    ]
    for (server, expected) in servers {
      #expect(await url(of: Servers(server: server).everywhere()) == expected + "/everywhere")
    }
  }

  @Test func `an operation is at its own server, at another one of its own, or where it is told`()
    async
  {
    for servers in [Servers(), Servers(server: .sandbox)] {
      #expect(await url(of: servers.addFile()) == "https://files.example.com/v2/files")
      #expect(
        await url(of: servers.addFile(server: .filesExampleOrgV2))
          == "https://files.example.org/v2/files")
      #expect(await url(of: servers.addFile(server: "http://h")) == "http://h/files")
      #expect(
        await url(of: servers.moveFile(server: .shardExampleCom(shard: "7")))
          == "https://7.example.com/files")
      #expect(await url(of: servers.removeFile()) == "https://sandbox.example.com/v1/files")
    }
  }

  @Test func `an operation's own server is in the region that the provider is in`() async {
    let american = Servers(server: .production(region: .us, port: "8080"))
    #expect(await url(of: american.addLog()) == "https://logs.us.example.com:8080/v1/logs")
    #expect(await url(of: american.changeLog()) == "https://changes.example.com:8080/us/logs")
    #expect(
      await url(of: american.renameLog(server: "a"))
        == "https://logs.us.example.com:8080/v1/logs?server=a")
    #expect(
      await url(of: american.addLog(server: .logsRegionExampleComPortVersion(version: "v2")))
        == "https://logs.eu.example.com:443/v2/logs")
    #expect(
      await url(of: american.removeLog(server: .tenantLogsRegionExampleCom(tenant: "a")))
        == "https://a.logs.eu.example.com/logs")
    // These say nothing of a region that it knows.
    for server in [Servers.Server.production(), .sandbox, .china(region: .hk1)] {
      #expect(
        await url(of: Servers(server: server).addLog())
          == "https://logs.eu.example.com:443/v1/logs")
    }
    #expect(await url(of: Servers(server: "http://h").addLog()) == "http://h/logs")
  }

  @Test func `a provider that is at a test's server sends everything there`() async throws {
    let server = try LoopbackServer { _ in .respond(204) }
    let servers = Servers(server: .init(server.url + "/v1"))
    let client = Client()
    try await client.send(servers.everywhere())
    try await client.send(servers.addFile())
    try await client.send(servers.moveFile(server: .shardExampleCom(shard: "7")))
    try await client.send(servers.absolutePath(server: "a"))
    try await client.send(servers.relativePath(server: "b"))
    try await client.send(servers.provider(server: "c"))
    #expect(
      server.requests.map(\.target) == [
        "/v1/everywhere", "/v1/files", "/v1/files", "/v3/relative/a", "/beta/relative/b",
        "/v1/relative/c",
      ])
  }

  @Test func `a server of the operation that is relative is at the provider's`() async {
    #expect(
      await url(of: Servers().absolutePath(server: "a"))
        == "https://eu.example.com:443/v3/relative/a")
    let host = Servers(server: "https://example.com")
    #expect(await url(of: host.absolutePath(server: "a")) == "https://example.com/v3/relative/a")
    let deep = Servers(server: "https://example.com/a/b/c/")
    #expect(
      await url(of: deep.relativePath(server: "a")) == "https://example.com/a/b/beta/relative/a")
  }
}
