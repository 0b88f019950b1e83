/// What every stage adds to. A stage carries on after an error, so that one run shows all of them.
package struct Diagnostics: Sendable {
  /// The names of the files that places point into, as the person who runs apigen gave them.
  package private(set) var files: [String] = []
  /// Those of them that correct others: overlays.
  package var corrections: Set<Int32> = []
  /// What has been added, in the order of its adding.
  package private(set) var all: [Diagnostic] = []

  package init() {}

  /// Whether there is an error among them, so that nothing may be written.
  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Registers a file and returns the number that places in it carry.
  package mutating func addFile(_ name: String) -> Int32 {
    files.append(name)
    return Int32(files.count - 1)
  }

  /// Adds what a reader has found.
  package mutating func add(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
  }

  /// Adds an error.
  package mutating func error(_ message: String, at place: Place) {
    add(Diagnostic(message, at: place))
  }

  /// Adds a warning, which stops nothing.
  package mutating func warning(
    _ message: String, at place: Place, notes: [(message: String, place: Place)] = []
  ) {
    add(Diagnostic(message, severity: .warning, at: place, notes: notes))
  }

  /// `file:line:column: severity: message`, the form that SwiftPM and Xcode show in place.
  package func rendered(_ diagnostic: Diagnostic) -> String {
    rendered(diagnostic, [:])
  }

  private func rendered(_ diagnostic: Diagnostic, _ paths: [Place: String]) -> String {
    var lines = [line(diagnostic.severity, diagnostic.message, diagnostic.place, paths)]
    lines += diagnostic.notes.map { line(.note, $0.message, $0.place, paths) }
    return lines.joined(separator: "\n")
  }

  /// How far into its line a place is found by its column.
  private static let widestColumn = 200

  /// How many places are shown for one warning: more would hide the other warnings.
  private static let mostPlaces = 3

  /// All that was added, as it is shown: each once, and of warnings with one text the first places
  /// and how many more there are.
  ///
  /// - Parameter paths: What leads to places of a file, to show beside those for which the column
  ///   is no help, as in JSON on one line.
  package func report(
    paths: (_ file: String, _ places: [Place]) -> [Place: String] = { _, _ in [:] }
  ) -> [String] {
    var seen: Set<String> = []
    var shown: [(diagnostic: Diagnostic, more: Int, next: Place?)] = []
    /// Where each warning was shown last, and in how many places before that.
    var warnings: [String: (index: Int, places: Int)] = [:]
    for diagnostic in all {
      let text = rendered(diagnostic)
      guard seen.insert(text).inserted else { continue }
      if diagnostic.severity == .warning {
        let known = warnings[diagnostic.message]
        if let known, known.places == Self.mostPlaces {
          shown[known.index].more += 1
          shown[known.index].next = shown[known.index].next ?? diagnostic.place
          continue
        }
        warnings[diagnostic.message] = (shown.count, (known?.places ?? 0) + 1)
      }
      shown.append((diagnostic, 0, nil))
    }
    let places = shown.flatMap { diagnostic, _, next in
      [diagnostic.place] + diagnostic.notes.map(\.place) + (next.map { [$0] } ?? [])
    }
    let hidden = Dictionary(
      grouping: places.filter { $0.column > Self.widestColumn }, by: { files[Int($0.file)] })
    let found = hidden.reduce(into: [:]) { found, hidden in
      found.merge(paths(hidden.key, hidden.value)) { path, _ in path }
    }
    return shown.map { diagnostic, more, next in
      let text = rendered(diagnostic, found)
      guard let next else { return text }
      return text + "\n" + line(.note, "\(more) more like these, the next here", next, found)
    }
  }

  private func line(
    _ severity: Diagnostic.Severity, _ message: String, _ place: Place, _ paths: [Place: String]
  ) -> String {
    Self.line(
      severity, message + (paths[place].map { " (at \($0))" } ?? ""), in: files[Int(place.file)],
      line: place.line, column: place.column)
  }

  /// What is said of a place, or of a file as a whole.
  package static func line(
    _ severity: Diagnostic.Severity, _ message: String, in file: String, line: Int32 = 1,
    column: Int32 = 1
  ) -> String {
    "\(escaped(file)):\(line):\(column): \(severity.rawValue): \(escaped(message))"
  }

  /// A message quotes its file, which must not add lines to the output or steer the terminal; nor
  /// must the name of a file.
  private static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        escaped.append(contentsOf: scalar.escaped(asASCII: true).unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
