import APIRuntime
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

func callByHand(_ count: Int) async throws {
  let wassist = WassistByHand(apiKey: "k3y", session: MemorySession())
  for _ in 0..<count { check(try await wassist.sendMessage(id: "c 1", text: text).text?.body) }
}

/// The call as a careful person writes it with Foundation alone, without a check of what is sent,
/// and with an error that does not say whether it was delivered.
private struct WassistByHand {
  struct Input: Codable {
    let type: String
    let text: Text
  }

  struct Text: Codable {
    let body: String?
  }

  struct Message: Codable {
    let id: UUID
    let role: String
    let type: String
    let status: String?
    let createdAt: Date
    let replyTo: JSONValue?
    let text: Text?
    let image: JSONValue?
    let cta: JSONValue?
    let listSelection: JSONValue?
    let template: JSONValue?
    let unified: JSONValue?
    let quickReply: JSONValue?
  }

  struct Refusal: Error {
    let status: Int?
    let body: Data
  }

  let apiKey: String
  let session: MemorySession
  let encoder = JSONEncoder()
  let decoder = makeDecoder()

  func sendMessage(id: String, text: String) async throws -> Message {
    guard let id = id.addingPercentEncoding(withAllowedCharacters: .alphanumerics),
      let url = URL(string: "https://backend.wassist.app/api/v1/conversations/\(id)/messages/")
    else { throw URLError(.badURL) }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.setValue(apiKey, forHTTPHeaderField: "X-API-Key")
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    request.httpBody = try encoder.encode(Input(type: "text", text: Text(body: text)))
    let (data, response) = try await session.data(for: request)
    let status = (response as? HTTPURLResponse)?.statusCode
    guard status == 201 else { throw Refusal(status: status, body: data) }
    return try decoder.decode(Message.self, from: data)
  }

  /// Dates with a fraction of a second, which `.iso8601` does not read.
  private static func makeDecoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    decoder.dateDecodingStrategy = .custom {
      try style.parse($0.singleValueContainer().decode(String.self))
    }
    return decoder
  }
}

/// Answers from memory as `URLSession` answers.
private struct MemorySession {
  private let response = HTTPURLResponse(
    url: URL(filePath: "/"), statusCode: 201, httpVersion: nil,
    headerFields: ["Content-Type": "application/json"])

  func data(for request: URLRequest) async throws -> (Data, URLResponse) {
    guard let response else { throw URLError(.badServerResponse) }
    return (answer, response)
  }
}
