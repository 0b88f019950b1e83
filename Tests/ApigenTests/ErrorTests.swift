import Testing

/// Every error has a place, says what to do, and leaves the output as it was.
struct ErrorTests {
  /// A description with something wrong in it, and what apigen has to say of it.
  struct Mistake: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var error: String

    init(_ name: String, _ text: String, _ error: String) {
      (testDescription, self.text, self.error) = (name, text, error)
    }
  }

  static let mistakes = [
    Mistake(
      "a tab", "openapi: 3.0.0\ninfo:\n\ttitle: Pets\n",
      "Pets.yaml:3:1: error: a tab cannot start a token; indent with spaces"),
    Mistake(
      "an unknown reference",
      """
      openapi: 3.0.0
      paths: {}
      components:
        schemas:
          Pet: {$ref: '#/components/schemas/Pets'}
          Pats: {type: string}
      """,
      "Pets.yaml:5:17: error: nothing stands at '#/components/schemas/Pets'; "
        + "did you mean 'Pet'?"),
    Mistake(
      "no paths", "openapi: 3.0.0\ninfo: {title: Pets}\n",
      "Pets.yaml:1:1: error: `paths` is missing; "
        + "expected the paths of the API, or `paths: {}` where it has none"),
    Mistake(
      "a misspelled type",
      """
      openapi: 3.0.0
      paths: {}
      components:
        schemas:
          Pet:
            type: strnig
      """,
      "Pets.yaml:6:13: error: found 'strnig' for `type`, expected one of array, boolean, integer, "
        + "null, number, object, string (did you mean 'string'?); "),
    Mistake(
      "a duplicate key", "openapi: 3.0.0\npaths: {}\npaths: {}\n",
      "Pets.yaml:3:1: error: "),
    Mistake("an empty file", "", "Pets.yaml:1:1: error: the file is empty"),
    Mistake(
      "an action that matches nothing", "openapi: 3.0.0\npaths: {}\n",
      "Pets.overlay.yaml:4:13: error: the target '$.paths.missing' matches nothing"),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told at its place, and nothing is written`(_ mistake: Mistake) throws {
    let workspace = try Workspace()
    try workspace.write(mistake.text, to: "Pets.yaml")
    if mistake.error.contains("overlay") {
      try workspace.write(
        """
        overlay: 1.0.0
        info: {title: Wrong, version: '1'}
        actions:
          - target: $.paths.missing
            remove: true
        """, to: "Pets.overlay.yaml")
    }
    let run = try workspace.run("generate", "Pets.yaml")
    #expect(run.exitCode == 1)
    #expect(run.errors.first?.hasPrefix(mistake.error) == true, "\(run.errors)")
    #expect(!workspace.exists("Generated"))
  }

  @Test func `a file that is not there is an error at its first place`() throws {
    let run = try Workspace().run("generate", "Missing.yaml")
    #expect(run.exitCode == 1)
    #expect(
      run.errors == [
        "Missing.yaml:1:1: error: there is no such file; "
          + "expected an OpenAPI description in YAML or JSON"
      ])
  }

  @Test func `one wrong description keeps all from being written`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "specs/Good.yaml")
    try workspace.write("openapi: 3.0.0\n", to: "specs/Wrong.yaml")
    #expect(try workspace.run().exitCode == 1)
    #expect(!workspace.exists("Generated"))
  }

  @Test func `an unknown option is answered with the nearest`() throws {
    let run = try Workspace().run("--chekc")
    #expect(run.exitCode == 2)
    #expect(run.errors == ["error: unknown option --chekc; did you mean --check?"])
  }
}
