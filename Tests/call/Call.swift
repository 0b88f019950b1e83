import Foundation
import Generated

/// What `.ci/call` measures: one message of Wassist's, sent by a `Client` or by hand, and answered
/// from memory.
///
///     call client COUNT    so many calls, one after the other; prints calls a second of CPU time
///     call hand COUNT      the same by hand
///
/// The main thread waits for them, and does not leave itself to the dispatcher: valgrind breaks
/// down where it does.
@main struct Call {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[2]) else { fatalError("see Call.swift") }
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let start = clock()
      do {
        try await arguments[1] == "hand" ? callByHand(count) : callByClient(count)
      } catch {
        fatalError("\(error)")
      }
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      print(Int((Double(count) / seconds).rounded()))
      isDone.signal()
    }
    isDone.wait()
  }
}

/// What is said.
let text = "Hola, ¿cómo estás? Tu pedido ya está en camino 🚚"

/// What the server answers.
let answer = Data(
  """
  {"id": "c5cb6663-19fb-4551-abee-ddab2d7355d8", "role": "agent", "type": "text",
   "status": "sent", "createdAt": "2021-06-03T14:37:25.664Z", "replyTo": null,
   "text": {"body": "\(text)"}, "image": null, "cta": null, "listSelection": null,
   "template": null, "unified": null, "quickReply": null}
  """.utf8)

/// The answer has to be read to its end.
func check(_ echo: String?) {
  precondition(echo == text)
}
