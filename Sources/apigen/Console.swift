import Foundation

/// Standard error: standard output stays clean for pipes.
enum Console {
  /// Whether it is a terminal, on which lines can be overwritten.
  static let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"

  private static let environment = ProcessInfo.processInfo.environment

  /// Colours are for terminals, unless `NO_COLOR` is set (https://no-color.org).
  private static let hasColors = isTerminal && environment["NO_COLOR", default: ""].isEmpty

  /// Prints a line.
  static func complain(_ text: String) {
    write((hasColors ? colored(text) : text) + "\n")
  }

  /// Prints as it is.
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// The first word that says how bad it is, in red or yellow.
  static func colored(_ text: String) -> String {
    guard let word = text.firstMatch(of: #/(?:^|: )(error:|warning:) /#)?.1 else {
      return text
    }
    let color = word == "error:" ? 31 : 33
    let range = word.startIndex..<word.endIndex
    return text.replacingCharacters(in: range, with: "\u{1B}[1;\(color)m\(word)\u{1B}[0m")
  }
}
