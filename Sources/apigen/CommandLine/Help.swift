/// What `--help` prints, in lines of at most 80 columns.
enum Help {
  private static let width = 80

  /// Of apigen itself, whose command is `generate` where none is named.
  static let general = sections([
    [Subcommand.generate.summary],
    ["Usage: apigen [generate] \(Subcommand.generate.operands) [<option>…]"]
      + Subcommand.allCases.dropFirst().map {
        "       " + usage(of: $0)
      },
    details(of: .generate),
    table("Commands:", Subcommand.allCases.map { ($0.rawValue, $0.summary) }),
    table(
      "Options:", (Subcommand.generate.options + [.version]).map { ($0.usage, $0.help) }),
    table("Exit codes:", exitCodes.map { ("\($0.code)", $0.meaning) }),
    examples(of: .generate),
  ])

  static func text(of command: Subcommand) -> String {
    sections([
      [command.summary],
      ["Usage: \(usage(of: command)) [<option>…]"],
      details(of: command),
      table("Options:", command.options.map { ($0.usage, $0.help) }),
      examples(of: command),
    ])
  }

  private static func usage(of command: Subcommand) -> String {
    ["apigen", command.rawValue, command.operands].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func details(of command: Subcommand) -> [String] {
    command.discussion.flatMap { wrapped($0, width: width) }
  }

  private static func examples(of command: Subcommand) -> [String] {
    ["Examples:"] + command.examples.flatMap { ["  # \($0.effect)", "  \($0.command)"] }
  }

  /// What there is to choose from, and beside it what it does.
  private static func table(_ title: String, _ rows: [(name: String, text: String)]) -> [String] {
    let column = rows.map(\.name.count).max() ?? 0
    return [title]
      + rows.flatMap { row in
        wrapped(row.text, width: width - column - 4).enumerated().map { index, line in
          let name = index == 0 ? row.name : ""
          return "  \(name)\(String(repeating: " ", count: column - name.count))  \(line)"
        }
      }
  }

  private static func sections(_ sections: [[String]]) -> String {
    sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] += word
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
