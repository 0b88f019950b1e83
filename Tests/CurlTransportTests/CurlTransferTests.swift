import APITransport
import Foundation
import Testing

@testable import CurlTransport

/// A transfer as libcurl calls it, without a connection.
struct CurlTransferTests {
  private func begun(_ body: Body? = nil) throws -> CurlTransfer {
    let url = try #require(URL(string: "http://127.0.0.1:1/"))
    let request = HTTPRequest(method: .post, url: url, body: body)
    let transfer = CurlTransfer(request, connectTimeout: .seconds(1), nil)
    #expect(transfer.idleSince == nil)
    #expect(transfer.begin(atPort: 1))
    return transfer
  }

  private func receive(_ text: String, by transfer: CurlTransfer) -> Bool {
    Array(text.utf8).withUnsafeBytes { transfer.receive(line: $0) }
  }

  private func receive(_ count: Int, by transfer: CurlTransfer) -> Bool {
    Data(count: count).withUnsafeBytes { transfer.receive(piece: $0) }
  }

  /// Whichever way it goes.
  @Test func `where something comes or goes it is not idle`() throws {
    let transfer = try begun(Body(Data("a".utf8)))
    defer { transfer.end(nil) }
    var last = try #require(transfer.idleSince)
    func isLater() throws -> Bool {
      let now = try #require(transfer.idleSince)
      defer { last = now }
      return now > last
    }
    var buffer = [UInt8](repeating: 0, count: 9)
    #expect(buffer.withUnsafeMutableBytes { transfer.send(into: $0) } == 1)
    #expect(try isLater())
    #expect(receive("HTTP/1.1 200 OK\r\n", by: transfer))
    #expect(try isLater())
    #expect(receive(1, by: transfer))
    #expect(try isLater())
  }

  /// It is the reader's turn, however long that takes.
  @Test func `an answer that nobody reads waits and is not idle`() throws {
    let transfer = try begun()
    defer { transfer.end(nil) }
    #expect(receive(262_143, by: transfer))
    #expect(receive(1, by: transfer))
    #expect(transfer.idleSince != nil)
    #expect(!receive(1, by: transfer))
    #expect(transfer.idleSince == nil)
  }

  /// libcurl asks again where it would send a request again by itself.
  @Test func `a request goes out once`() throws {
    let transfer = try begun()
    defer { transfer.end(nil) }
    #expect(!transfer.begin(atPort: 1))
  }
}
