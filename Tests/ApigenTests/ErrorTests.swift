import Foundation
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
      "no OpenAPI", "swaggerVersion: '1.2'\napis: []\n",
      "Pets.yaml:1:1: error: the file is Swagger 1.2; expected the version of an OpenAPI"),
    Mistake(
      "an unknown option", "openapi: 3.0.0\npaths: {}\nx-apigen: {includ: {}}\n",
      "Pets.yaml:3:12: error: found 'includ' in `x-apigen`"),
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

  @Test(arguments: [
    ("Missing.yaml", "expected an OpenAPI description in YAML or JSON"),
    ("Musuem.yaml", "did you mean Museum.yaml?"),
    ("sub/museum.yaml", "did you mean sub/Museum.yaml?"),
    (
      "https://example.com/openapi.json",
      "apigen does not download; save it first, as by `curl -O`, and name the file"
    ),
  ])
  func `a file that is not there is an error at its first place`(
    _ name: String, _ expected: String
  ) throws {
    let workspace = try Workspace()
    for path in ["Museum.yaml", "sub/Museum.yaml"] {
      try workspace.write("openapi: 3.0.0\npaths: {}\n", to: path)
    }
    let run = try workspace.run("generate", name)
    #expect(run.exitCode == 1)
    #expect(run.errors == ["\(name):1:1: error: there is no such file; \(expected)"])
  }

  @Test func `the name of a file cannot steer the terminal`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "A.yaml")
    let run = try workspace.run("generate", "A.yaml", "--check", "--output", "a\u{202E}b")
    #expect(run.exitCode == 1)
    #expect(!run.errors.isEmpty && run.errors.allSatisfy { !$0.contains("\u{202E}") })
    #expect(run.errors.contains { $0.hasPrefix(#"a\u{202E}b/A/A.swift:1:1: error: "#) })
  }

  @Test func `a folder without a description is an error`() throws {
    let workspace = try Workspace()
    try workspace.write("Pets", to: "specs/README.md")
    let run = try workspace.run()
    #expect(run.exitCode == 1)
    #expect(
      run.errors == [
        "specs:1:1: error: the folder holds no description; "
          + "expected .yaml or .json files with OpenAPI"
      ])
  }

  @Test func `a file that is larger than any description is not read`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "A.yaml")
    #expect(truncate(workspace.folder.appendingPathComponent("A.yaml").path, 256 << 20 + 1) == 0)
    #expect(
      try workspace.run("A.yaml").errors == [
        "A.yaml:1:1: error: the file is larger than 256 MB; "
          + "expected an OpenAPI description in YAML or JSON"
      ])
  }

  @Test func `a pipe is not waited for`() throws {
    let workspace = try Workspace()
    #expect(mkfifo(workspace.folder.appendingPathComponent("Pipe.json").path, 0o600) == 0)
    #expect(
      try workspace.run("Pipe.json").errors == [
        "Pipe.json:1:1: error: this is not a plain file; "
          + "expected an OpenAPI description in YAML or JSON"
      ])
  }

  @Test func `a place in a long line is told by its path as well`() throws {
    let workspace = try Workspace()
    let title = String(repeating: "Pets ", count: 50)
    let start = #"{"openapi": "3.0.0", "info": {"titel": "Pets", "#
    let end = #""version": "\#(title)"}, "paths": {"/a b": {"get": {"deprecated": "no"}}}}"#
    try workspace.write(start + end, to: "Pets.json")
    let found = "warning: found 'no' for `deprecated`, expected true or false; it is left out"
    let onOneLine = try workspace.run("Pets.json").errors
    #expect(onOneLine == ["Pets.json:1:355: \(found) (at $.paths['/a b'].get.deprecated)"])
    try workspace.write(start + end, to: "Cats.yaml")
    #expect(try workspace.run("Cats.yaml").errors == ["Cats.yaml:1:355: \(found)"])
    try workspace.write(start + "\n" + end.replacing("}, ", with: "},\n"), to: "Pets.json")
    #expect(try workspace.run("Pets.json").errors == ["Pets.json:3:42: \(found)"])
  }

  @Test func `one wrong description keeps all from being written`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "specs/Good.yaml")
    try workspace.write("openapi: 9.0.0\n", to: "specs/Wrong.yaml")
    #expect(try workspace.run().exitCode == 1)
    #expect(!workspace.exists("Generated"))
  }

  @Test func `two descriptions with one name in Swift are an error`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "specs/my-api.yaml")
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "specs/my_api.yaml")
    let run = try workspace.run()
    #expect(run.exitCode == 1)
    #expect(
      run.errors == [
        "specs/my_api.yaml:1:1: error: specs/my-api.yaml becomes MyAPI in Swift as well; "
          + "give one of them another name"
      ])
  }

  @Test func `a description that is named twice is one`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {a: {}}\n", to: "specs/A.yaml")
    let run = try workspace.run("generate", "specs/A.yaml", "specs", "./specs/../specs/A.yaml")
    #expect(run.exitCode == 0)
    #expect(run.errors.count == 1)
    #expect(run.errors.first?.hasPrefix("specs/A.yaml:2:9: warning: ") == true)
  }

  @Test(arguments: [
    ("anyOf: [{required: [contact_id]}, {required: [phone]}]", "contact_id", 7, 29),
    ("required: [phone, contact_id]", "contact_id", 7, 27),
    ("required: [phone, text]", "text", 7, 27),
  ])
  func `what an overlay requires has to be there`(
    _ update: String, _ name: String, _ line: Int, _ column: Int
  ) throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      openapi: 3.0.0
      paths: {}
      components: {schemas: {Message: {properties: {contactId: {}, phone: {}}}}}
      """, to: "Vambe.yaml")
    try workspace.write(
      """
      overlay: 1.0.0
      info: {title: Corrections, version: '1'}
      actions:
        - target: $.components.schemas.Message
          description: The page says it in words only.
          update:
              \(update)
      """, to: "Vambe.overlay.yaml")
    let run = try workspace.run("generate", "Vambe.yaml")
    #expect(run.exitCode == 1)
    let error = "Vambe.overlay.yaml:\(line):\(column): error: '\(name)' is required, but "
    #expect(run.errors.first?.hasPrefix(error) == true, "\(run.errors)")
    #expect(!workspace.exists("Generated"))
  }

  @Test func `an overlay without its description is an error`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "specs/Vambe.yaml")
    try workspace.write("overlay: 1.0.0\n", to: "specs/Vamb.overlay.yaml")
    let run = try workspace.run()
    #expect(run.exitCode == 1)
    #expect(run.errors.first?.hasPrefix("specs/Vamb.overlay.yaml:1:1: error: ") == true)
  }

  @Test func `a second overlay of a description is an error`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "specs/Vambe.v1.yaml")
    let overlay = #"{"overlay": "1.0.0", "info": {"title": "", "version": ""}, "actions": []}"#
    for type in ["json", "yaml"] {
      try workspace.write(overlay, to: "specs/Vambe.v1.overlay.\(type)")
    }
    let run = try workspace.run()
    #expect(run.exitCode == 1)
    #expect(
      run.errors.first == "specs/Vambe.v1.overlay.yaml:1:1: error: "
        + "specs/Vambe.v1.overlay.json is an overlay of the same description; make one of the two")
    let named = try workspace.run("generate", "specs/Vambe.v1.yaml")
    #expect(named.errors == run.errors)
  }

  @Test func `an overlay that is not spelled as its description is an error`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "Vambe.yaml")
    try workspace.write("overlay: 1.0.0\n", to: "vambe.overlay.yaml")
    try workspace.write("overlay: 1.0.0\n", to: "Other.overlay.yaml")
    let run = try workspace.run("generate", "Vambe.yaml")
    #expect(run.exitCode == 1)
    #expect(
      run.errors == [
        "vambe.overlay.yaml:1:1: error: no description goes by this overlay; name it after its "
          + "description, as Vambe.overlay.yaml is after Vambe.yaml"
      ])
  }

  @Test func `an output that cannot be written is an error at its name`() throws {
    let workspace = try Workspace()
    try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "specs/Pets.yaml")
    try workspace.write("", to: "Generated")
    try workspace.write("", to: "out/Pets")
    for (folder, place) in [("Generated", "Generated"), ("out", "out/Pets")] {
      let run = try workspace.run("--output", folder)
      #expect(run.exitCode == 1)
      #expect(
        run.errors == [
          "\(place):1:1: error: this is a file, and apigen has to make a folder here; "
            + "move it, or choose another folder with --output"
        ])
    }
    let run = try workspace.run("--output", "out/Pets/deep")
    #expect(
      run.errors == [
        "out/Pets/deep/Pets/Pets.swift:1:1: error: apigen cannot write here: Not a directory"
      ])
  }

  @Test func `a file that cannot be written whole stays as it was`() throws {
    let workspace = try Workspace()
    let root = "openapi: 3.0.0\npaths: {}\ncomponents: {schemas: {Pet: {type: object, properties: {"
    try workspace.write(root + "name: {type: string}}}}}", to: "Pets.yaml")
    #expect(try workspace.run("generate", "Pets.yaml").exitCode == 0)
    let before = try Workspace.files(in: workspace.folder.appendingPathComponent("Generated"))
    let properties = (1...200).map { "name\($0): {type: string}" }.joined(separator: ", ")
    try workspace.write(root + properties + "}}}}", to: "Pets.yaml")
    let run = try workspace.run(
      [
        "-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" generate Pets.yaml", Workspace.command.path,
      ], by: URL(fileURLWithPath: "/bin/sh"))
    #expect(run.exitCode == 1)
    #expect(
      run.errors == [
        "Generated/Pets/Pets+Schemas.swift:1:1: error: apigen cannot write here: File too large"
      ])
    #expect(try Workspace.files(in: workspace.folder.appendingPathComponent("Generated")) == before)
  }

  @Test func `a reference reads what is below, and nothing else`() throws {
    let workspace = try Workspace()
    let root = """
      openapi: 3.0.0
      paths: {}
      components: {schemas: {Pet: {$ref: 'FILE#/Pet'}}}
      """
    try workspace.write("Pet: {type: object, properties: {name: {type: string}}}", to: "a/Pet.yaml")
    try workspace.write("Pet: {type: object, properties: {key: {type: string}}}", to: "secret.yaml")
    try workspace.write(root.replacing("FILE", with: "a/Pet.yaml"), to: "Near.yaml")
    #expect(try workspace.run("generate", "Near.yaml").exitCode == 0)
    #expect(try workspace.text(of: "Generated/Near/Near+Schemas.swift").contains("name: String?"))
    let absolute = workspace.folder.appendingPathComponent("a/Pet.yaml").path
    try workspace.write(root.replacing("FILE", with: absolute), to: "Absolute.yaml")
    #expect(try workspace.run("generate", "Absolute.yaml").errors == [])
    try workspace.write(root.replacing("FILE", with: "/etc/passwd"), to: "Far.yaml")
    let far = try workspace.run("generate", "Far.yaml")
    #expect(far.errors.first?.hasPrefix("Far.yaml:3:") == true)
    #expect(!far.errors.joined().contains("root:"))
  }

  @Test func `a reference reads nothing outside of where apigen was started, nor by a link`() throws
  {
    func pet(_ property: String) -> String {
      "Pet: {type: object, properties: {\(property): {type: string}}}"
    }
    let (workspace, outside) = (try Workspace(), try Workspace())
    try outside.write(pet("secret"), to: "Pet.yaml")
    try outside.write(
      """
      overlay: 1.0.0
      info: {title: Secret, version: '1'}
      actions: [{target: $.Pet.properties, update: {secret: {type: string}}}]
      """, to: "overlay.yaml")
    try workspace.write(pet("name"), to: "Common.yaml")
    try workspace.write(pet("name"), to: "specs/Near.yaml")
    for (link, file) in [("specs/Link.yaml", "Pet.yaml"), ("Common.overlay.yaml", "overlay.yaml")] {
      try FileManager.default.createSymbolicLink(
        at: workspace.folder.appendingPathComponent(link),
        withDestinationURL: outside.folder.appendingPathComponent(file))
    }
    for (file, isRead) in [
      ("Near.yaml", true), ("../Common.yaml", true),
      (workspace.folder.appendingPathComponent("Common.yaml").path, true), ("Link.yaml", false),
      (outside.folder.appendingPathComponent("Pet.yaml").path, false),
    ] {
      try workspace.write(
        "openapi: 3.0.0\npaths: {}\ncomponents: {schemas: {Pet: {$ref: '\(file)#/Pet'}}}",
        to: "specs/Pets.yaml")
      #expect(try workspace.run("generate", "specs/Pets.yaml").errors.isEmpty == isRead, "\(file)")
      let swift = try workspace.text(of: "Generated/Pets/Pets+Schemas.swift")
      #expect(swift.contains("var name: String?") == isRead, "\(file)")
      #expect(!swift.contains("secret"), "\(file)")
    }
  }

  /// Longer than any stack: rings of objects are fine, and a chain of lists is an error, not told
  /// of each.
  @Test(arguments: [
    ("type: object, properties: {next: {$ref: '#/components/schemas/NEXT'}}", Int32(0)),
    ("type: array, items: {$ref: '#/components/schemas/NEXT'}", 1),
    ("oneOf: [{$ref: '#/components/schemas/NEXT'}, {type: integer}]", 1),
    ("allOf: [{$ref: '#/components/schemas/NEXT'}, {properties: {}}]", 1),
  ])
  func `a ring of thousands of schemas is no crash`(_ schema: String, _ code: Int32) throws {
    let workspace = try Workspace()
    let count = 4000
    let schemas = (0..<count).map {
      "    A\($0): {\(schema.replacing("NEXT", with: "A\(($0 + 1) % count)"))}"
    }
    try workspace.write(
      "openapi: 3.0.0\npaths: {}\ncomponents:\n  schemas:\n"
        + schemas.joined(separator: "\n"), to: "Ring.yaml")
    let run = try workspace.run("generate", "Ring.yaml")
    #expect(run.exitCode == code)
    #expect(run.errors.count { $0.contains(": error:") } < 10)
  }

  #if os(Linux)
    /// The system says so only to who asks.
    @Test func `without memory for its stack it does not wait`() throws {
      let workspace = try Workspace()
      try workspace.write("openapi: 3.0.0\npaths: {}\n", to: "A.yaml")
      let run = try workspace.run(
        [
          "-c", "ulimit -v 500000; exec timeout -s KILL 60 \"$0\" generate A.yaml",
          Workspace.command.path,
        ], by: URL(fileURLWithPath: "/bin/sh"))
      #expect(run.exitCode == 1)
      #expect(
        run.errors == [
          "error: there is no thread with a stack of 512 MB (Resource temporarily unavailable): "
            + "allow apigen more memory"
        ])
    }
  #endif

  /// Of which the values have as many kinds as the product of their lengths.
  @Test func `choices of choices of choices end`() throws {
    let workspace = try Workspace()
    let schemas = (0..<5).flatMap { level in
      (0..<20).map { index in
        let branches = (0..<20).map { "{$ref: '#/components/schemas/U\(level + 1)x\($0)'}" }
        return level == 4
          ? "    U4x\(index): {required: [p\(index)], properties: {p\(index): {type: string}}}"
          : "    U\(level)x\(index): {oneOf: [\(branches.joined(separator: ", "))]}"
      }
    }
    try workspace.write(
      "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n" + schemas.joined(separator: "\n"),
      to: "Layers.yaml")
    #expect(try workspace.run("generate", "Layers.yaml").exitCode == 0)
    let text = try workspace.text(of: "Generated/Layers/Layers.swift")
    #expect(text.contains("public nonisolated struct Layers"))
  }
}
