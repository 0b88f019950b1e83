import APIRuntime
import Foundation

/// Carries a gigabyte, or a thousand requests, to or from a `BulkServer`, and prints what that took.
func carry(
  _ what: String, by transport: any Transport, _ url: String, _ file: String
) async throws {
  let client = Client(transport: transport)
  let file = URL(fileURLWithPath: file)
  let before = descriptors
  let clock = ContinuousClock.now
  func request(_ method: HTTPMethod, megabytes: Int) -> Request<RawResponse, Never> {
    var request = Request<RawResponse, Never>(method, url, "/\(megabytes)/x")
    request.success(200, .raw)
    return request
  }
  var post = request(.post, megabytes: 0)
  switch what {
  case "upload":
    post.file(File(at: file))
    try await client.send(post)
  case "form":
    post.multipart(["a": File(at: file), "b": File(Data("b".utf8), name: "b")])
    try await client.send(post)
  case "download":
    try await client.download(request(.get, megabytes: 1_024), to: file)
  case "stream":
    var count = 0
    for try await piece in try await client.stream(request(.get, megabytes: 1_024)).body {
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
  let took = clock.duration(to: .now).formatted(.units(allowed: [.milliseconds]))
  print("\(what): \(took), \(peak) at the peak, \(descriptors - before) descriptors more")
}

/// The most memory that the process has held: `52340 kB`.
private var peak: String {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? "?"
  return line.dropFirst(6).trimmingCharacters(in: .whitespaces)
}

/// How many descriptors the process has open.
private var descriptors: Int {
  (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
}
