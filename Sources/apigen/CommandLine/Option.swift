/// An option of a command, as help, completions and the manual tell of it.
struct Option {
  var name: String
  var short: String?

  /// What stands after it, as help calls it, if anything: `folder`.
  var value: String?

  /// In a sentence.
  var help: String

  /// As it stands in help: `--output, -o <folder>`.
  var usage: String {
    ([name] + [short].compactMap { $0 }).joined(separator: ", ") + (value.map { " <\($0)>" } ?? "")
  }

  static let help = Option(name: "--help", short: "-h", help: "Print this.")
  static let version = Option(name: "--version", help: "Print the version.")
}
