import APIRuntime
import CurlTransport
import Foundation
import LoopbackServer
import Testing

/// A proxy of the environment, which is one for a whole process: the test has a process of its own.
@Suite(.serialized) struct ProxyTests {
  /// It is asked for a tunnel and sees no message, and what it says is not the server's answer.
  @Test func seesNoMessage() async {
    await #expect(processExitsWith: .success) {
      for status in [200, 407, 503] {
        let proxy = try LoopbackServer { request in
          request.method == "CONNECT"
            ? .respond(status, headers: [("X-Proxy", "1")], keepsConnection: true) : .respond(201)
        }
        setenv("http_proxy", proxy.url, 1)
        var request = Request<RawResponse, Never>(.post, "http://a.example", "/message")
        request.json("secret")
        request.success(201, .raw)
        do {
          let answer = try await Client(transport: CurlTransport()).answer(to: request)
          precondition(status == 200 && answer.status == 201)
          precondition(answer.headers["X-Proxy"] == nil)
          precondition(proxy.requests.map(\.target) == ["a.example:80", "/message"])
        } catch {
          guard case SendError<Never>.notSent = error else { preconditionFailure("\(error)") }
          precondition(status != 200)
          precondition(Set(proxy.requests.map(\.target)) == ["a.example:80"])
        }
      }
    }
  }

  /// The tests of a developer behind one reach their own servers, by either transport.
  @Test func isNotAskedForServersOfTests() async {
    await #expect(processExitsWith: .success) {
      setenv("http_proxy", "http://127.0.0.1:1", 1)
      let server = try LoopbackServer { _ in .respond(200) }
      var request = Request<Void, Never>(.get, server.url, "/message")
      request.success(200, .none)
      for transport in [CurlTransport(), URLSessionTransport()] as [any Transport] {
        try await Client(transport: transport, retries: .none).send(request)
      }
      precondition(server.requests.map(\.target) == ["/message", "/message"])
    }
  }

  /// libcurl's words quote what they complain of.
  @Test func itsPasswordIsNotShown() async {
    await #expect(processExitsWith: .success) {
      setenv("http_proxy", "htp://user:pa55@127.0.0.1:1", 1)
      let request = Request<RawResponse, Never>(.post, "http://a.example", "/message")
      do {
        try await Client(transport: CurlTransport(), retries: .none).send(request)
      } catch {
        guard case SendError<Never>.notSent = error else { preconditionFailure("\(error)") }
        precondition("\(error)".contains("htp://(redacted)@"))
        precondition(!"\(error)".contains("pa55"))
        return
      }
      preconditionFailure("it was sent")
    }
  }
}
