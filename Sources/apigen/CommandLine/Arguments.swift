import Foundation
import Syntax

/// What the user asked for on the command line.
struct Arguments {
  enum Action: Equatable {
    case generate
    case printing(String)
  }

  /// Something on the command line that apigen does not know, told for a person.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static let version = "apigen 0.1.0"

  var action = Action.generate
  /// The descriptions, or folders of them, as they were given.
  var descriptions: [String] = []
  var output = "Generated"
  var isCheck = false
  /// How many files the types of each description are written into; nil for as many as are best.
  var schemaFiles: Int?

  /// - Parameter words: what stands after `apigen`.
  init(_ words: some Sequence<String>) throws(Failure) {
    var words = Array(words)[...]
    let named = words.first.flatMap(Subcommand.init)
    if named != nil { words.removeFirst() }
    let command = named ?? .generate
    var operands: [String] = []
    while let word = words.popFirst() {
      if word == "--" {
        operands += words
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      switch parts[0] {
      case "--help", "-h": action = .printing(named.map(Help.text) ?? Help.general)
      case "--version" where named == nil: action = .printing(Self.version)
      case let name:
        guard let option = command.options.first(where: { [$0.name, $0.short].contains(name) })
        else { throw Self.unknown(name, for: command) }
        try take(option, parts.count > 1 ? parts[1] : nil, &words)
      }
    }
    try take(operands, of: command)
  }

  /// Takes an option of `generate`, and what stands after it.
  private mutating func take(
    _ option: Option, _ joined: String?, _ words: inout ArraySlice<String>
  ) throws(Failure) {
    guard let kind = option.value else {
      if joined != nil {
        throw Failure(description: "error: \(option.name) takes no value; write \(option.name)")
      }
      isCheck = true
      return
    }
    guard let value = joined ?? words.popFirst() else {
      throw Failure(description: "error: \(option.name) needs a \(kind) after it")
    }
    if option.name == "--output" {
      output = value
    } else if let number = Int(value), (1...64).contains(number) {
      schemaFiles = number
    } else {
      throw Failure(
        description: "error: \(option.name) is \(value); expected a number from 1 to 64")
    }
  }

  private mutating func take(_ operands: [String], of command: Subcommand) throws(Failure) {
    if action != .generate { return }
    switch command {
    case .generate:
      if let word = operands.first, !FileManager.default.fileExists(atPath: word),
        let meant = nearest(to: word, among: Subcommand.allCases.map(\.rawValue))
      {
        throw Failure(
          description: "error: there is no command or file \(word); did you mean \(meant)?")
      }
      descriptions = operands
    case .completions:
      guard operands.count == 1, let shell = Shell(rawValue: operands[0]) else {
        throw Failure(
          description: "error: expected the name of a shell after completions: \(command.operands)")
      }
      action = .printing(Completions.script(for: shell))
    case .manual: action = .printing(Manual.page)
    }
  }

  private static func unknown(_ name: String, for command: Subcommand) -> Failure {
    let options = (command.options + [.version]).map(\.name)
    let hint = nearest(to: name, among: options).map { "; did you mean \($0)?" }
    return Failure(
      description: "error: unknown option \(name)" + (hint ?? "; see apigen --help"))
  }
}
