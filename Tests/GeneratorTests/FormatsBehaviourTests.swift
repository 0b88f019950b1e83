import APIRuntime
import Fixtures
import Foundation
import LoopbackServer
import Testing

/// Values of each format, on a wire and back.
@Suite(.serialized) struct FormatsBehaviourTests {
  /// Sends values, and reads the same ones from the answer.
  private func echo(_ values: Formats.Values, _ json: String) async throws -> Formats.Values {
    let (response, received) = try await send(answering: .respond(200, body: json)) {
      Formats(server: .init($0)).sendValues(values)
    }
    #expect(String(decoding: received.body, as: UTF8.self) == json)
    return response
  }

  @Test func `numbers in each format`() async throws {
    let decimal = try #require(Decimal(string: "0.12345678901234567890123456789"))
    let values = Formats.Values(
      int: .max, int32: -5, int64: .min, uint64: .max, unsigned: .max, unixTime: 1_700_000_000,
      number: 1,
      float: 0.1, double: 1e-7, decimal: decimal, stamp: 1_700_000_000.5)
    let read = try await echo(
      values,
      #"{"int":9223372036854775807,"int32":-5,"int64":-9223372036854775808,"#
        + #""uint64":18446744073709551615,"unsigned":18446744073709551615,"unixTime":1700000000,"number":1,"float":0.1,"#
        + #""double":1e-07,"decimal":0.12345678901234567890123456789,"stamp":1700000000.5}"#)
    #expect(read.int == .max)
    #expect(read.uint64 == .max)
    #expect(read.decimal == decimal)
    #expect(read.stamp == 1_700_000_000.5)
    #expect(read.double == 1e-7)
  }

  @Test func `bytes in Base64 that are all of a body`() async throws {
    let answer = LoopbackServer.Answer.respond(
      200, headers: [("Content-Type", "image/png")], body: "AP8=")
    let (image, received) = try await send(answering: answer) {
      Formats(server: .init($0)).turnImage(Data([0xFF, 0]))
    }
    #expect(received.text == "/wA=")
    #expect(received.header("Content-Type") == "image/png")
    #expect(image == Data([0, 0xFF]))
  }

  @Test func `texts in each format`() async throws {
    let id = try #require(UUID(uuidString: "0F0E0D0C-0B0A-0908-0706-050403020100"))
    let values = Formats.Values(
      date: CalendarDate("2024-02-29"), dateTime: Date(timeIntervalSince1970: 0.25),
      time: "10:00:00Z", duration: "P1DT2H", uuid: id, uri: "https://a.example/ü?a b", email: "a@b",
      password: "p\"w", decimalText: "0.10", byte: Data([0, 255, 254]), binary: "AQ==",
      encoded: Data("é".utf8), unknown: "x")
    let read = try await echo(
      values,
      #"{"date":"2024-02-29","dateTime":"1970-01-01T00:00:00.250Z","time":"10:00:00Z","#
        + #""duration":"P1DT2H","uuid":"0f0e0d0c-0b0a-0908-0706-050403020100","#
        + #""uri":"https://a.example/ü?a b","email":"a@b","password":"p\"w","decimalText":"0.10","#
        + #""byte":"AP/+","binary":"AQ==","encoded":"w6k=","unknown":"x"}"#)
    #expect(read.date == CalendarDate("2024-02-29"))
    #expect(read.dateTime == Date(timeIntervalSince1970: 0.25))
    #expect(read.uuid == id)
    #expect(read.byte == Data([0, 255, 254]))
    #expect(read.encoded == Data("é".utf8))
  }

  @Test(arguments: [
    (#""AP_-""#, [0, 255, 254]), (#""AQ""#, [1]), (#""AQID\r\nBA==""#, [1, 2, 3, 4]), (#""""#, []),
  ])
  func `bytes are read in either alphabet, in lines, and without padding`(
    _ json: String, _ bytes: [UInt8]
  ) throws {
    let values = try JSONDecoder().decode(
      Formats.Values.self, from: Data(#"{"byte":\#(json)}"#.utf8))
    #expect(values.byte == Data(bytes))
  }

  @Test(arguments: [
    #"{"int32":1.5}"#, #"{"int":"1"}"#, #"{"uint64":-1}"#, #"{"byte":"a"}"#,
    #"{"byte":"ab$d"}"#, #"{"date":"2023-02-29"}"#, #"{"uuid":"1"}"#,
  ])
  func `what is no such value is not read`(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Formats.Values.self, from: Data(json.utf8))
    }
  }

  @Test(arguments: [
    (#"{"int":9223372036854775808}"#, "/int"), (#"{"int64":-9223372036854775809}"#, "/int64"),
    (#"{"int":1e30}"#, "/int"), (#"{"uint64":18446744073709551616}"#, "/uint64"),
    (#"{"unsigned":-1}"#, "/unsigned"),
  ])
  func `an integer past the range is no other integer`(_ json: String, _ place: String) async {
    let error = await #expect(throws: SendError<Never>.self) { try await answer(json) }
    guard case .undecodable(let answer) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(
      answer.error?.description
        == "\(place): expected a whole number of 64 bits, found one past its range")
  }

  @Test func `a number past the range is infinite, and not sent so`() async throws {
    let read = try await answer(#"{"double":1e400}"#)
    #expect(read.double == .infinity)
    let broken = try await violations { Formats(server: .init($0)).sendValues(read) }
    #expect(broken == ["/double: is not a finite number, which JSON cannot hold"])
  }

  @Test(arguments: [
    ("2021-06-03T14:37:24", 1_622_731_044), ("2021-06-03 14:37:24.5", 1_622_731_044.5),
    ("2021-06-03T14:37Z", 1_622_731_020), ("2021-06-03T16:37+02:00", 1_622_731_020),
    ("2021-06-03 16:37:00 +0200", 1_622_731_020), ("2021-06-03 14:37:00 UTC", 1_622_731_020),
    ("2021-06-03T14:37", 1_622_731_020), ("2021-06-03", 1_622_678_400),
  ])
  func `a time without an offset is in UTC, a day its start, and Ruby's are read`(
    _ text: String, _ seconds: Double
  ) async throws {
    let read = try await answer(#"{"dateTime":"\#(text)","date":"\#(text)"}"#)
    #expect(read.dateTime == Date(timeIntervalSince1970: seconds))
    #expect(read.date == CalendarDate("2021-06-03"))
  }

  private func answer(_ json: String) async throws -> Formats.Values {
    try await send(answering: .respond(200, body: json)) {
      Formats(server: .init($0)).sendValues(.init())
    }.response
  }

  @Test func `what no such value can be is not sent`() async throws {
    let broken = try await violations {
      Formats(server: .init($0)).sendValues(
        .init(
          int32: 2_147_483_648, double: .infinity,
          dateTime: Date(timeIntervalSince1970: 1e12)))
    }
    #expect(
      broken == [
        "/int32: is outside of the range of 32 bits",
        "/double: is not a finite number, which JSON cannot hold",
        "/dateTime: is a date outside the years 0 to 9999, which RFC 3339 cannot write",
      ])
  }
}
