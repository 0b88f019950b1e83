import Generator
import Syntax

/// What a run tells its user.
enum Report {
  /// A line for each provider, and one for each file that changed.
  static func written(_ apis: [API], _ output: Output) {
    let width = apis.map(\.name.count).max() ?? 0
    for (api, files) in zip(apis, output.files.map(\.files)) {
      let changes = output.changes.filter { change in files.contains { $0.path == change.path } }
      let name = api.name + String(repeating: " ", count: width - api.name.count)
      let counts = [
        count(api.operationCount, "operation"), count(api.modelCount, "model"),
        count(files.count, "file"),
      ]
      print("\(name)  \(counts.joined(separator: ", ")): \(summary(changes.map(\.change)))")
    }
    for (path, change) in output.changes {
      print("  \(change.rawValue): \(output.folder.location(of: path))")
    }
    for folder in output.leftOver { tell(.warning, ofLeftOver: folder, in: output) }
  }

  /// Whose files they are is only known where all descriptions are.
  private static func tell(
    _ severity: Diagnostic.Severity, ofLeftOver folder: String, in output: Output
  ) {
    let message =
      "apigen wrote this folder for a description that is not among these; name that as well, or "
      + "remove the folder where it is gone"
    Console.complain(
      Diagnostics.line(severity, message, in: output.folder.location(of: folder)))
  }

  /// Says what differs, and returns the exit code.
  static func check(_ output: Output) -> Int32 {
    for (path, change) in output.changes {
      let problem =
        switch change {
        case .new: "is missing"
        case .changed: "is out of date"
        case .removed: "is left over"
        }
      let location = output.folder.location(of: path)
      Console.complain(Diagnostics.line(.error, "the file \(problem); run apigen", in: location))
    }
    for folder in output.leftOver { tell(.error, ofLeftOver: folder, in: output) }
    return output.changes.isEmpty && output.leftOver.isEmpty ? 0 : 1
  }

  private static func summary(_ changes: [Output.Change]) -> String {
    if changes.isEmpty { return "unchanged" }
    return [Output.Change.new, .changed]
      .map { kind in (kind, changes.filter { $0 == kind }.count) }
      .filter { $0.1 > 0 }
      .map { "\($0.1) \($0.0.rawValue)" }
      .joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
