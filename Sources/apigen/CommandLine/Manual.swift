/// The manual page, in the macros of man (groff_man(7)).
enum Manual {
  static var page: String {
    let generate = Subcommand.generate
    return
      ([
        ".TH APIGEN 1 \"\" \"\(Arguments.version)\"",
        ".SH NAME",
        "apigen \\- write Swift for OpenAPI descriptions",
        ".SH SYNOPSIS",
      ]
      + synopsis
      + [".SH DESCRIPTION"]
      + generate.discussion.flatMap { [".PP", escaped($0)] }
      + [".SH OPTIONS"]
      + (generate.options + [.version]).flatMap {
        [".TP", ".B " + escaped($0.usage), escaped($0.help)]
      }
      + [".SH EXIT STATUS"]
      + exitCodes.flatMap { [".TP", ".B \($0.code)", escaped($0.meaning)] }
      + [".SH EXAMPLES"]
      + Subcommand.allCases.flatMap(\.examples).flatMap {
        [".PP", escaped($0.effect), ".PP", ".RS 4", ".nf", escaped($0.command), ".fi", ".RE"]
      }).joined(separator: "\n")
  }

  private static var synopsis: [String] {
    Subcommand.allCases.flatMap { command -> [String] in
      let name = command == .generate ? "[generate]" : command.rawValue
      let words = [name, command.operands, "[<option>…]"].filter { !$0.isEmpty }
      return [".B apigen", escaped(words.joined(separator: " ")), ".br"]
    }
  }

  /// Text in which roff sees no requests, and hyphens that can be copied.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("…", with: "...")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
