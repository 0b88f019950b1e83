import APIRuntime
import Foundation

/// Carries a gigabyte, or a thousand requests, to or from a `BulkServer`, and prints the cost.
///
/// - Returns: whether all descriptors are closed once the transport is let go.
func carry(
  _ what: String, by transport: String, _ url: String, _ file: String
) async throws -> Bool {
  func makeClient() -> Client { Client(transport: makeTransport(transport, timeout: .seconds(30))) }
  // What a first request opens for good.
  try await makeClient().send(request(.post, url, megabytes: 0))
  try await Task.sleep(for: .seconds(1))
  let before = try descriptors
  let clock = ContinuousClock.now
  try await carry(what, makeClient(), url, URL(fileURLWithPath: file))
  let took = clock.duration(to: .now).formatted(.units(allowed: [.milliseconds]))
  // A transport that is let go closes its own on other threads.
  for _ in 0..<100 where try descriptors > before { try await Task.sleep(for: .milliseconds(100)) }
  let more = try descriptors - before
  print("\(what): \(took), \(peak) at the peak, \(more) descriptors more")
  return more <= 0
}

private func carry(_ what: String, _ client: Client, _ url: String, _ file: URL) async throws {
  var post = request(.post, url, megabytes: 0)
  switch what {
  case "upload":
    post.file(File(at: file))
    try await client.send(post)
  case "form":
    post.multipart(["a": File(at: file), "b": File(Data("b".utf8), name: "b")])
    try await client.send(post)
  case "download":
    try await client.download(request(.get, url, megabytes: 1_024), to: file)
  case "stream":
    var count = 0
    for try await piece in try await client.stream(request(.get, url, megabytes: 1_024)).body {
      // A reader that is slower than the server.
      if count % 100 == 0 { try await Task.sleep(for: .milliseconds(1)) }
      count += 1
      _ = piece
    }
  default:
    post.json("x")
    try await withThrowingTaskGroup(of: Void.self) { [post] group in
      for _ in 0..<1_000 { group.addTask { try await client.send(post) } }
      try await group.waitForAll()
    }
  }
}

private func request(
  _ method: HTTPMethod, _ url: String, megabytes: Int
) -> Request<RawResponse, Never> {
  var request = Request<RawResponse, Never>(method, url, "/\(megabytes)/x")
  request.success(200, .raw)
  return request
}

/// The most memory that the process has held: `52340 kB`.
private var peak: String {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? "?"
  return line.dropFirst(6).trimmingCharacters(in: .whitespaces)
}

/// How many descriptors the process has open.
private var descriptors: Int {
  get throws { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
}
