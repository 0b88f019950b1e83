import Generator

/// What apigen can be asked to do, and all that help, completions and the manual say of it.
enum Subcommand: String, CaseIterable {
  case generate, completions, manual

  /// In a sentence.
  var summary: String {
    switch self {
    case .generate: "Write Swift for the OpenAPI descriptions of APIs."
    case .completions: "Print what makes a shell complete the options of apigen."
    case .manual: "Print the manual page of apigen."
    }
  }

  /// What stands after its name, beside the options.
  var operands: String {
    switch self {
    case .generate: "[<description>…]"
    case .completions: Shell.allCases.map(\.rawValue).joined(separator: "|")
    case .manual: ""
    }
  }

  var options: [Option] {
    switch self {
    case .generate:
      [
        Option(
          name: .output, short: "-o", value: "folder",
          help: "Where to write; Generated/ if it is not given."),
        Option(
          name: .check,
          help: "Write nothing; say what is out of date, and exit with 1 if anything is."),
        Option(
          name: .schemaFiles, value: "number",
          help:
            "Write the types of each description into exactly this many files, 1 to "
            + "\(GeneratedFile.mostSchemaFiles), name all files after the description's, and print "
            + "no summary: for builds that have to know the files in advance."),
        .help,
      ]
    case .completions, .manual: [.help]
    }
  }

  /// Paragraphs.
  var discussion: [String] {
    switch self {
    case .generate:
      [
        "A description is a YAML or JSON file with OpenAPI 3.0 to 3.2 or Swagger 2.0, or a folder that "
          + "has some among its files. The name of the file becomes the name of the provider in "
          + "Swift: Vambe.yaml is written to Vambe/ as `Vambe`.",
        "Corrections stand beside it in Vambe.overlay.yaml, an OpenAPI Overlay.",
        "Where no description is named, apigen reads specs/, and removes what it wrote for those that "
          + "are gone from there.",
        "Only what apigen wrote is changed or removed, and nothing is written where a description has "
          + "an error.",
      ]
    case .completions, .manual: []
    }
  }

  /// What to type, and what it does.
  var examples: [(command: String, effect: String)] {
    switch self {
    case .generate:
      [
        (
          "apigen generate Petstore.yaml --output Sources/Clients",
          "Write Sources/Clients/Petstore/."
        ),
        ("apigen --check", "See whether Generated/ is what specs/ gives."),
      ]
    case .completions:
      [
        (
          "apigen completions bash > /usr/share/bash-completion/completions/apigen",
          "Complete in bash, from the next shell on."
        )
      ]
    case .manual:
      [("apigen manual > /usr/local/share/man/man1/apigen.1", "Install the page for man.")]
    }
  }
}

/// A shell that completes.
enum Shell: String, CaseIterable {
  case bash, zsh, fish
}

/// How apigen ends.
let exitCodes = [
  (code: 0, meaning: "All is well."),
  (
    code: 1,
    meaning: "A description has errors, a file cannot be written, or --check found differences."
  ),
  (code: 2, meaning: "The command line was not understood."),
]
