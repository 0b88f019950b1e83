import APITransport
import Foundation
import Testing

@testable import CurlTransport

struct CurlTransfersTests {
  /// What is no handle of libcurl's takes no other.
  @Test(.timeLimit(.minutes(5))) func aHandleThatIsNotTakenEndsItsTransfer() async throws {
    let nothing = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 16)
    defer { nothing.deallocate() }
    nothing.initializeMemory(as: UInt8.self, repeating: 0, count: 4096)
    let transfers = CurlTransfers(nothing, timeout: .seconds(3600))
    let url = try #require(URL(string: "http://127.0.0.1:1/"))
    let id = ObjectIdentifier(transfers)
    transfers.start(id, HTTPRequest(method: .get, url: url))
    let transfer = try #require(transfers[id])
    let result = await withCheckedContinuation { transfer.wait(forHead: $0) }
    guard case .failure(.notSent(.noConnection(let reason))) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(reason == "Invalid multi handle")
  }
}
