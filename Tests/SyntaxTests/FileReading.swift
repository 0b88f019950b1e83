import Foundation
import Syntax

/// What came of reading a file.
struct FileReading {
  let node: Node?
  /// The diagnostics as they are shown, without the name of the file.
  let messages: [String]

  init(
    _ bytes: [UInt8], named name: String,
    by read: (_ bytes: [UInt8], _ name: String, _ diagnostics: inout Diagnostics) -> Node? = {
      readDocument($0, named: $1, into: &$2)
    }
  ) {
    var diagnostics = Diagnostics()
    node = read(bytes, name, &diagnostics)
    messages = diagnostics.all.map {
      diagnostics.rendered($0).replacingOccurrences(of: "\(name):", with: "")
    }
  }

  /// What is read as JSON and nothing else.
  static func json(_ text: String) -> FileReading {
    FileReading(Array(text.utf8), named: "a.json") { bytes, name, diagnostics in
      let file = diagnostics.addFile(name)
      return JSONReader.read(bytes, file: file, into: &diagnostics)
    }
  }

  static func yaml(_ text: String) -> FileReading { FileReading(Array(text.utf8), named: "a.yaml") }
}

extension Node {
  /// The node on one line, quoted scalars in quotes: `{a: 1, b: ["2", x]}`.
  var sketch: String { sketch { _ in "" } }

  /// The same with the place of every key and value: `{a@1:1: 1@1:4}@1:1`.
  var sketchWithPlaces: String { sketch { "@\($0.line):\($0.column)" } }

  private func sketch(_ place: (Place) -> String) -> String {
    switch value {
    case .scalar(let scalar):
      (scalar.isQuoted ? "\"\(scalar.text)\"" : scalar.text) + place(self.place)
    case .sequence(let nodes):
      "[" + nodes.map { $0.sketch(place) }.joined(separator: ", ") + "]" + place(self.place)
    case .mapping(let mapping):
      "{"
        + mapping.entries.map { "\($0.key)\(place($0.keyPlace)): \($0.value.sketch(place))" }
        .joined(separator: ", ") + "}" + place(self.place)
    }
  }
}

/// Runs on a thread whose stack is that of a secondary thread of macOS, 512 KB.
func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    let thread = Thread { continuation.resume(returning: body()) }
    thread.stackSize = 512 * 1024
    thread.start()
  }
}
