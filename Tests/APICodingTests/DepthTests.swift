import Foundation
import Testing

@testable import APICoding

/// What is nested as deep as it may be, on a thread with the smallest stack of any system.
struct DepthTests {
  /// As generated code is where a schema is a part of itself.
  private struct Comment: Model {
    var text: String
    var author: String?
    var likes: Int?
    var date: Date?
    @Indirect var parent: Comment?
    var answers: [Comment]?

    init(from object: inout ObjectDecoder) throws {
      text = object.string("text")
      author = object.optionalString("author")
      likes = object.optionalInt("likes")
      date = object.optionalDate("date")
      parent = object.optionalValue("parent")
      answers = object.optionalValue("answers")
    }

    func encode(to object: inout ObjectEncoder) {
      object.string("text", text)
      object.string("author", author)
      object.int("likes", likes)
      object.date("date", date)
      object.value("parent", parent)
      object.value("answers", answers)
    }
  }

  @Test(arguments: [(#"{"text":"a","parent":"#, "}", 127), (#"{"text":"a","answers":["#, "]}", 63)])
  func modelsAreReadAndWritten(_ begin: String, _ end: String, _ count: Int) async throws {
    let text =
      String(repeating: begin, count: count) + #"{"text":"b"}"#
      + String(repeating: end, count: count)
    let written = await onASmallStack {
      Deviations.observing {
        var context = EncodingContext()
        let comment = try? Comment(json: JSONValue(parsing: Data(text.utf8)))
        return comment?.json(in: &context).serialized()
      } tell: { _ in
      }
    }
    #expect(written == Data(text.utf8))
  }

  @Test func anErrorAtTheBottomHasItsPlace() async throws {
    let begin = String(repeating: #"{"text":"a","parent":"#, count: 127)
    let text = begin + #"{"text":1}"# + String(repeating: "}", count: 127)
    let error = await onASmallStack {
      #expect(throws: JSONDecodingError.self) {
        try Comment(json: JSONValue(parsing: Data(text.utf8)))
      }
    }
    #expect(error?.path.count == 128)
  }

  private func onASmallStack<Value: Sendable>(
    _ work: @escaping @Sendable () -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: work()) }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }
}
