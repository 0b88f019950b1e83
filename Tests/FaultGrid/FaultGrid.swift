import APIRuntime
import Foundation
import LoopbackServer

/// Sends messages to a server that fails, many at once, and compares what the client says of each
/// with what the server saw of it.
public struct FaultGrid: Sendable {
  private let server: FaultServer
  private let client: Client

  /// A grid of `faults`, whose messages `client` sends.
  public init(_ faults: [Fault] = Fault.all, _ client: Client) throws {
    server = try FaultServer(faults)
    self.client = client
  }

  /// Sends `count` messages, the faults by turns, `width` at a time.
  ///
  /// - Returns: a row for each fault.
  public func run(_ count: Int, width: Int = 100) async -> [FaultRow] {
    let verdicts = await withTaskGroup(of: (Int, Verdict, String?).self) { group in
      var verdicts: [(index: Int, verdict: Verdict, answer: String?)] = []
      for index in 0..<count {
        if index >= width, let next = await group.next() { verdicts.append(next) }
        group.addTask {
          let (verdict, answer) = await send(index)
          return (index, verdict, answer)
        }
      }
      for await next in group { verdicts.append(next) }
      return verdicts
    }
    // The server may be about to read the last ones.
    try? await Task.sleep(for: .seconds(1))
    var rows = server.faults.map { FaultRow($0) }
    for (index, verdict, answer) in verdicts {
      let message = name(index)
      let row = index % rows.count
      rows[row].add(
        message, verdict, answer, server.sight(of: message), mayRepeat: isRepeatable(index))
    }
    return rows
  }

  private func send(_ index: Int) async -> (Verdict, String?) {
    let fault = index % server.faults.count
    var request = Request<RawResponse, Never>(.post, server.url(fault), "/\(fault)/\(name(index))")
    // One in eight is more than the system holds for the server.
    request.file(
      File(Data(repeating: 0x61, count: index / server.faults.count % 8 == 2 ? 400_000 : 99)))
    if isRepeatable(index) { request.idempotent(key: name(index)) }
    request.success(.range(2), .raw)
    do {
      return (.delivered, String(decoding: try await client.send(request).body, as: UTF8.self))
    } catch {
      switch error {
      case .notSent: return (.notSent, nil)
      case .rejected: return (.rejected, nil)
      case .undecodable: return (.delivered, nil)
      case .outcomeUnknown: return (.unknown, nil)
      }
    }
  }

  /// Whether a message may be sent again, since it has a key by which its server knows it.
  private func isRepeatable(_ index: Int) -> Bool { index / server.faults.count % 4 == 3 }

  private func name(_ index: Int) -> String {
    let digits = String(index)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
