/// An option of a command, as help, completions and the manual tell of it.
struct Option {
  /// As it is typed.
  enum Name: String {
    case output = "--output"
    case check = "--check"
    case schemaFiles = "--schema-files"
    case help = "--help"
    case version = "--version"
  }

  var name: Name
  var short: String?

  /// What stands after it, as help calls it, if anything: `folder`.
  var value: String?

  /// In a sentence.
  var help: String

  /// As it stands in help: `--output, -o <folder>`.
  var usage: String {
    ([name.rawValue] + [short].compactMap { $0 }).joined(separator: ", ")
      + (value.map { " <\($0)>" } ?? "")
  }

  static let help = Option(name: .help, short: "-h", help: "Print this.")
  static let version = Option(name: .version, help: "Print the version.")
}
