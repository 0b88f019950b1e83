import Foundation
import Generator
import Syntax

/// What the user asked for on the command line.
struct Arguments {
  enum Action: Equatable {
    case generate
    case printing(String)
  }

  /// Something on the command line that apigen does not know, told for a person.
  struct Failure: Error {
    var problem: String
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
      if word == "-" {
        throw Failure(problem: "apigen does not read standard input; name a file instead of -")
      }
      guard word.hasPrefix("-") else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      let options = command.options + [.version]
      guard let option = options.first(where: { [$0.name.rawValue, $0.short].contains(parts[0]) })
      else { throw Self.unknown(parts[0], among: options) }
      let value = try Self.value(of: option, parts.count > 1 ? parts[1] : nil, &words)
      switch option.name {
      case .output: output = value
      case .check: isCheck = true
      case .schemaFiles: schemaFiles = try Self.numberOfFiles(value)
      case .help: action = .printing(named.map(Help.text) ?? Help.general)
      case .version: action = .printing(Self.version)
      }
    }
    if action == .generate { try take(operands, of: command) }
  }

  /// What is said after an option; nothing for one that takes no value.
  private static func value(
    of option: Option, _ joined: String?, _ words: inout ArraySlice<String>
  ) throws(Failure) -> String {
    let name = option.name.rawValue
    guard let kind = option.value else {
      if joined == nil { return "" }
      throw Failure(problem: "\(name) takes no value; write \(name)")
    }
    let next = words.first?.hasPrefix("-") == true ? nil : words.first
    guard let value = joined ?? next, !value.isEmpty else {
      throw Failure(problem: "\(name) needs a \(kind) after it")
    }
    if joined == nil { words.removeFirst() }
    return value
  }

  private static func numberOfFiles(_ value: String) throws(Failure) -> Int {
    let most = GeneratedFile.mostSchemaFiles
    if let number = Int(value), (1...most).contains(number) { return number }
    throw Failure(problem: "--schema-files is \(value); expected a number from 1 to \(most)")
  }

  private mutating func take(_ operands: [String], of command: Subcommand) throws(Failure) {
    switch command {
    case .generate:
      descriptions = operands
      if let problem = Self.problem(with: operands) { throw Failure(problem: problem) }
    case .completions:
      guard operands.count == 1, let shell = Shell(rawValue: operands[0]) else {
        throw Failure(
          problem: "expected the name of a shell after completions: \(command.operands)")
      }
      action = .printing(Completions.script(for: shell))
    case .manual:
      if let word = operands.first {
        throw Failure(problem: "found \(word) after manual, expected nothing")
      }
      action = .printing(Manual.page)
    }
  }

  /// What is not as it is meant, probably, with the names of descriptions; those that are files
  /// have their mistakes told at their places.
  private static func problem(with operands: [String]) -> String? {
    let exists = { FileManager.default.fileExists(atPath: $0) }
    guard let word = operands.first else {
      return exists("specs")
        ? nil
        : "there is no folder specs here; name a description, as in apigen Petstore.yaml, "
          + "or see apigen --help"
    }
    if operands.contains("") { return "found an empty name, expected that of a description" }
    if exists(word) { return nil }
    let commands = Subcommand.allCases.map(\.rawValue)
    return nearest(to: word, among: commands + ["help", "version"]).map { meant in
      let words = commands.contains(meant) ? meant : "--\(meant)"
      return "there is no command or file \(word); did you mean apigen \(words)?"
    }
  }

  private static func unknown(_ name: String, among options: [Option]) -> Failure {
    let hint = nearest(to: name, among: options.map(\.name.rawValue))
    return Failure(
      problem: "unknown option \(name)"
        + (hint.map { "; did you mean \($0)?" } ?? "; see apigen --help"))
  }
}
