import OpenAPI

/// What the user asked for on the command line.
struct Arguments {
  enum Action {
    case generate, help, version
  }

  /// Something on the command line that apigen does not know, told for a person.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  var action = Action.generate
  /// The descriptions, or folders of them, as they were given.
  var descriptions: [String] = []
  var output = "Generated"
  var isCheck = false

  static let version = "apigen 0.1.0"

  static let help = """
    Writes Swift for the OpenAPI descriptions of APIs.

    Usage: apigen [generate] [<description>…] [--output <folder>] [--check]

    A description is a YAML or JSON file with OpenAPI 3.0 to 3.2 or Swagger 2.0, or a folder of them.
    The name of the file becomes the name of the provider in Swift: Vambe.yaml is written to Vambe/ as `Vambe`.
    Corrections stand beside it in Vambe.overlay.yaml, an OpenAPI Overlay.

    Without a description, apigen reads specs/.

    Options:
      --output <folder>  Where to write; Generated/ if it is not given.
      --check            Write nothing; say what is out of date, and exit with 1 if anything is.
      --version          Print the version.
      --help             Print this.

    Exit codes: 0 all is well; 1 a description has errors, or --check found differences; 2 the
    command line was not understood.

    Example: apigen generate Petstore.yaml --output Sources/Clients
    """

  private static let options = ["--output", "--check", "--version", "--help"]

  init(_ words: some Sequence<String>) throws(Failure) {
    var words = Array(words)[...]
    if words.first == "generate" { words.removeFirst() }
    while let word = words.popFirst() {
      switch word {
      case "--help", "-h": action = .help
      case "--version": action = .version
      case "--check": isCheck = true
      case "--output", "-o":
        guard let folder = words.popFirst() else {
          throw Failure(description: "error: --output needs a folder after it")
        }
        output = folder
      case _ where word.hasPrefix("-"): throw Self.unknown(word)
      default: descriptions.append(word)
      }
    }
  }

  private static func unknown(_ option: String) -> Failure {
    let hint = nearest(to: option, among: options).map { "; did you mean \($0)?" }
    return Failure(
      description: "error: unknown option \(option)" + (hint ?? "; see apigen --help"))
  }
}
