import APITransport
import Foundation
import Testing

struct HTTPHeadersTests {
  @Test func headersHaveTypes() {
    let headers: HTTPHeaders = [
      "N": "12", "D": "2.5", "B": "true", "F": "false", "L": "1,2 , 3", "O": "R,100,G,200",
      "E": "R=100,G=200",
      "Empty": "", "T": "Thu, 29 Feb 2024 12:00:00 GMT", "J": #"{"a":[1]}"#,
    ]
    #expect(headers.value("n", as: Int.self) == 12)
    #expect(headers.value("N", as: String.self) == "12")
    #expect(headers.value("D", as: Double.self) == 2.5)
    #expect(headers.value("B", as: Bool.self) == true)
    #expect(headers.value("F", as: Bool.self) == false)
    #expect(headers.value("L", as: [Int].self) == [1, 2, 3])
    #expect(headers.value("L", as: [String].self) == ["1", "2", "3"])
    #expect(headers.value("L", as: String.self) == "1,2 , 3")
    #expect(headers.value("O", as: [String: Int].self) == ["R": 100, "G": 200])
    #expect(headers.value("E", as: [String: Int].self, explode: true) == ["R": 100, "G": 200])
    #expect(headers.value("Empty", as: [Int].self) == [])
    #expect(headers.value("Empty", as: String.self) == "")
    #expect(headers.value("J", json: [String: [Int]].self) == ["a": [1]])
    let date = Date(timeIntervalSince1970: 1_709_208_000)
    #expect(headers.value("T", as: Date.self) == date)
    #expect(headers.value("Absent", as: Int.self) == nil)
    #expect(headers.value("L", as: Int.self) == nil)
    #expect(headers.value("D", json: Int.self) == nil)
  }

  @Test func `an object with a number, and text that looks like one`() {
    let headers: HTTPHeaders = [
      "L": "name,7,count,5", "E": "name=true,count=5", "N": "name,7,count,x",
    ]
    let limit = headers.value("L", as: Limit.self)
    #expect(limit == Limit(name: "7", count: 5))
    let exploded = headers.value("E", as: Limit.self, explode: true)
    #expect(exploded == Limit(name: "true", count: 5))
    #expect(headers.value("N", as: Limit.self) == nil)
  }

  private struct Limit: JSONDecodable, Equatable {
    let name: String
    let count: Int

    init(name: String, count: Int) {
      self.name = name
      self.count = count
    }

    init(json: JSONValue) throws {
      let model = try Model(json: json)
      (name, count) = (model.name, model.count)
    }

    private struct Model: APICoding.Model {
      let name: String
      let count: Int

      init(from object: inout ObjectDecoder) throws {
        name = object.string("name")
        count = object.int("count")
      }

      func encode(to object: inout ObjectEncoder) {}
    }
  }

  /// RFC 9110 §8.3.
  @Test func `of several media types the last counts`() {
    var headers: HTTPHeaders = ["Content-Type": "text/plain", "X-A": "1"]
    headers.append(HTTPHeaders.Field(name: "content-type", value: "application/json"))
    headers.append(HTTPHeaders.Field(name: "x-a", value: "2"))
    #expect(headers["Content-Type"] == "application/json")
    #expect(headers["X-A"] == "1, 2")
  }

  @Test func cookiesHaveAFieldEach() {
    var headers: HTTPHeaders = ["Set-Cookie": "a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT"]
    headers.append(HTTPHeaders.Field(name: "set-cookie", value: "b=2"))
    #expect(
      headers.value("Set-Cookie", as: [String].self) == [
        "a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT", "b=2",
      ])
    #expect(
      headers.value("Set-Cookie", as: [String: String].self, explode: true) == [
        "a": "1; Expires=Wed, 21 Oct 2015 07:28:00 GMT", "b": "2",
      ])
  }
}
