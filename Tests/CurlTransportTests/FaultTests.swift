import APIRuntime
import CurlTransport
import FaultGrid
import LoopbackServer
import Testing

/// Was it delivered? What the transport says, against what a server saw. (`.ci/faults` does it ten
/// thousand times.)
struct FaultTests {
  // What is slow on a busy machine is not lost.
  private let patient = Client(transport: CurlTransport(timeout: .seconds(5)))
  private let hasty = Client(transport: CurlTransport(timeout: .seconds(1)))

  @Test(.timeLimit(.minutes(5))) func eachFaultHasItsVerdict() async throws {
    for row in try await FaultGrid(Fault.certain, patient).run(Fault.certain.count * 2) {
      #expect(row.mistakes.isEmpty, "\(row)")
      #expect(Set(row.verdicts.keys).isSubset(of: row.fault.verdicts), "\(row)")
    }
  }

  /// As connections break that are kept from one message to the next.
  @Test(.timeLimit(.minutes(5))) func nothingIsSaidThatIsNotSo() async throws {
    for row in try await FaultGrid(Fault.all, hasty).run(1_000) {
      #expect(row.mistakes.isEmpty, "\(row)")
    }
  }

  /// Where `URLSession` on Linux does not end the process, as `CurlTransport` never does.
  @Test(.timeLimit(.minutes(5))) func nothingIsSaidByURLSessionThatIsNotSo() async throws {
    let client = Client(
      transport: URLSessionTransport(timeout: .seconds(1), connectionsPerHost: 32))
    let faults = Fault.all.filter { $0.effect == .usual }
    for row in try await FaultGrid(faults, client).run(faults.count * 4) {
      #expect(row.mistakes.isEmpty, "\(row)")
    }
  }
}
