import APIRuntime
import Generated

/// Nobody listens there, so the message is not sent, and that is known.
@main
struct Send {
  static func main() async throws {
    let vambe = Vambe(apiKey: "secret", server: "http://127.0.0.1:1")
    let client = Client(retries: .none)
    do {
      try await client.send(
        vambe.sendSessionMessage(.init(message: "Hola", phone: "+56 9 1234 5678")))
    } catch {
      switch error {
      case .notSent: print("It was not sent.")
      default: print("\(error)")
      }
    }
  }
}
