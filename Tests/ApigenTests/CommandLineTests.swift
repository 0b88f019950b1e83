import Foundation
import Testing

/// The command line explains itself.
struct CommandLineTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  @Test(arguments: ["generate", "completions", "manual"])
  func `each command has help with an example`(_ command: String) throws {
    let help = try workspace.run(command, "--help")
    #expect(help.exitCode == 0)
    #expect(help.output.contains("Usage: apigen \(command)"))
    #expect(help.output.contains("Examples:\n  # "))
    #expect(!help.output.contains("\n\n\n"))
    #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try workspace.run("--help").output.contains("\n  \(command) "))
  }

  @Test func `help comes before what else is asked for`() throws {
    let run = try workspace.run("generate", "Missing.yaml", "-h")
    #expect(run.exitCode == 0)
    #expect(run.output == (try workspace.run("generate", "--help").output))
  }

  @Test(arguments: [["--version"], ["generate", "--version"]])
  func `the version is the package's`(_ words: [String]) throws {
    let run = try workspace.run(words)
    #expect(run.output.hasPrefix("apigen "))
    #expect(run.output.contains(/^apigen \d+\.\d+\.\d+\n$/))
  }

  @Test(arguments: [
    (["--otput", "x"], "error: unknown option --otput; did you mean --output?"),
    (["--zzz"], "error: unknown option --zzz; see apigen --help"),
    (["genrate"], "error: there is no command or file genrate; did you mean apigen generate?"),
    (["help"], "error: there is no command or file help; did you mean apigen --help?"),
    (["versoin"], "error: there is no command or file versoin; did you mean apigen --version?"),
    (
      ["generate", "completions"],
      "error: there is no command or file completions; did you mean apigen completions?"
    ),
    (["-"], "error: apigen does not read standard input; name a file instead of -"),
    ([""], "error: found an empty name, expected that of a description"),
    (
      ["completions", "bash", "zsh"],
      "error: expected the name of a shell after completions: bash|zsh|fish"
    ),
    (["manual", "foo"], "error: found foo after manual, expected nothing"),
    (
      ["--check"],
      "error: there is no folder specs here; name a description, as in apigen Petstore.yaml, "
        + "or see apigen --help"
    ),
    (["--output"], "error: --output needs a folder after it"),
    (["-o", "--check"], "error: --output needs a folder after it"),
    (["--output=", "Pets.yaml"], "error: --output needs a folder after it"),
    (["--output", ""], "error: --output needs a folder after it"),
    (["--check=yes"], "error: --check takes no value; write --check"),
    (["--schema-files", "0"], "error: --schema-files is 0; expected a number from 1 to 64"),
    (
      ["completions", "tcsh"],
      "error: expected the name of a shell after completions: bash|zsh|fish"
    ),
  ])
  func `what it does not understand it says`(_ words: [String], _ error: String) throws {
    let run = try workspace.run(words)
    #expect(run.exitCode == 2)
    #expect(run.errors == [error])
    #expect(run.output == "")
  }

  @Test func `a value may stand after a sign of equality, and a file may begin with a dash`() throws
  {
    try workspace.write(
      "openapi: 3.1.0\ninfo: {title: Dash, version: '1'}\npaths: {}\n", to: "-dash.yaml")
    let run = try workspace.run("--output=Out", "--", "-dash.yaml")
    #expect(run.errors == [])
    #expect(workspace.exists("Out/MinusDash/MinusDash.swift"))
  }

  @Test func `a build knows the files before`() throws {
    try workspace.write(
      """
      openapi: 3.1.0
      info: {title: Pets, version: '1'}
      paths: {}
      components:
        schemas:
          Cat: {type: object, properties: {id: {type: integer}}}
          Dog: {type: object, properties: {id: {type: integer}}}
      """, to: "my pets.v2.yaml")
    let run = try workspace.run(
      "generate", "my pets.v2.yaml", "--schema-files", "3", "--output", ".")
    #expect(run.output == "")
    #expect(run.errors == [])
    let names = ["", "+Operations", "+Schemas1", "+Schemas2", "+Schemas3"]
    for name in names { #expect(workspace.exists("my pets.v2/my pets.v2\(name).swift")) }
    let types = try (1...3).map {
      try workspace.text(of: "my pets.v2/my pets.v2+Schemas\($0).swift")
    }
    #expect(types.map { $0.contains("public struct ") } == [true, false, true])
  }

  /// What a shell offers after `words`, the last of which is not complete.
  private func bash(_ words: String...) throws -> [String] {
    try workspace.write(workspace.run("completions", "bash").output, to: "completions.bash")
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    try workspace.write(
      """
      source completions.bash
      COMP_WORDS=(apigen \(quoted))
      COMP_CWORD=\(words.count)
      _apigen
      printf '%s\\n' "${COMPREPLY[@]}"
      """, to: "complete.sh")
    return try workspace.run(["complete.sh"], by: URL(fileURLWithPath: "/bin/bash")).output
      .split(separator: "\n").map(String.init).sorted()
  }

  @Test func `bash completes commands, options and shells`() throws {
    #expect(try bash("comp") == ["complete.sh", "completions", "completions.bash"])
    #expect(try bash("--c") == ["--check"])
    #expect(try bash("completions", "") == ["bash", "fish", "zsh"])
  }

  @Test func `the scripts of the other shells name each option`() throws {
    for shell in ["zsh", "fish"] {
      let script = try workspace.run("completions", shell).output
      for option in ["output", "check", "schema-files", "help", "version"] {
        #expect(script.contains(option))
      }
    }
  }

  @Test func `the manual is a page of man`() throws {
    let page = try workspace.run("manual").output
    #expect(page.hasPrefix(".TH APIGEN 1 "))
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES"] {
      #expect(page.contains("\n.SH \(section)\n"))
    }
    #expect(page.contains("\n.B \\-\\-output, \\-o <folder>\n"))
  }
}
