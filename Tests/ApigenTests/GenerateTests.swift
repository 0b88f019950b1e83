import Foundation
import Testing

/// What `apigen` writes, leaves alone, and takes away.
struct GenerateTests {
  private let workspace: Workspace

  private static let pets = """
    openapi: 3.1.0
    info: {title: Pets, version: '1'}
    paths:
      /pets:
        get: {operationId: listPets, responses: {'204': {description: None}}}
    """

  init() throws {
    workspace = try Workspace()
  }

  @Test func `the specs of this package give exactly what is committed`() throws {
    let specs = Workspace.package.appendingPathComponent("specs").path
    let run = try workspace.run("generate", specs, "--output", "Out")
    #expect(run.exitCode == 0)
    #expect(run.errors == [])
    let written = try Workspace.files(in: workspace.folder.appendingPathComponent("Out"))
    let committed = try Workspace.files(in: Workspace.package.appendingPathComponent("Generated"))
    #expect(written == committed)
  }

  @Test func `each file of a description has an overlay of its own`() throws {
    let overlay = """
      overlay: 1.0.0
      info: {title: Names, version: '1'}
      actions: [{target: "TARGET", update: {operationId: everyPet}}]
      """
    try workspace.write(
      "openapi: 3.1.0\npaths: {/pets: {$ref: parts/pets.yaml}}", to: "specs/Pets.yaml")
    try workspace.write(
      "get: {operationId: listPets, responses: {'204': {description: None}}}",
      to: "specs/parts/pets.yaml")
    let target = "$.paths['/pets'].get"
    try workspace.write(
      overlay.replacing("TARGET", with: target), to: "specs/Pets.overlay.yaml")
    let run = try workspace.run("--check")
    #expect(
      run.errors.first == """
        specs/Pets.overlay.yaml:3:20: error: the target '\(target)' is behind a `$ref` to \
        'parts/pets.yaml', which this overlay does not change; an overlay of that file's name, \
        beside it, does
        """)
    try FileManager.default.moveItem(
      at: workspace.folder.appendingPathComponent("specs/Pets.overlay.yaml"),
      to: workspace.folder.appendingPathComponent("specs/parts/pets.overlay.yaml"))
    try workspace.write(
      overlay.replacing("TARGET", with: "$.get"), to: "specs/parts/pets.overlay.yaml")
    #expect(try workspace.run().errors == [])
    let file = workspace.folder.appendingPathComponent("Generated/Pets/Pets+Operations.swift")
    #expect(try String(contentsOf: file, encoding: .utf8).contains("func everyPet("))
  }

  @Test func `a description in another folder has its parts in that`() throws {
    let outside = try Workspace()
    try outside.write(
      "openapi: 3.0.0\npaths: {}\ncomponents: {schemas: {Pet: {$ref: pet.yaml}, "
        + "Other: {$ref: ../owner.yaml}}}", to: "api/Pets.yaml")
    try outside.write("{type: object, properties: {name: {type: string}}}", to: "api/pet.yaml")
    try outside.write("{type: object, properties: {secret: {type: string}}}", to: "owner.yaml")
    let file = outside.folder.appendingPathComponent("api/Pets.yaml").path
    let run = try workspace.run("generate", file)
    #expect(run.errors.count == 1)
    #expect(run.errors.first?.contains("api/Pets.yaml:3:") == true)
    let swift = try workspace.text(of: "Generated/Pets/Pets+Schemas.swift")
    #expect(swift.contains("var name: String?"))
    #expect(!swift.contains("secret"))
  }

  @Test(arguments: ["specs", "specs/Pets.JSON"])
  func `extensions of files may be in capitals`(_ path: String) throws {
    try workspace.write(#"{"openapi": "3.0.0", "paths": {}}"#, to: "specs/Pets.JSON")
    try workspace.write(
      """
      overlay: 1.0.0
      info: {title: Names, version: '1'}
      actions: [{target: "$.missing", update: {title: Animals}}]
      """, to: "specs/Pets.overlay.YAML")
    #expect(
      try workspace.run("generate", path).errors.first?.contains("Pets.overlay.YAML:3:") == true)
  }

  @Test(arguments: [
    ("./Pets.yaml", true), ("Pets.yaml", true), ("https://example.com/openapi.json", true),
    ("../Cats.yaml", false),
  ])
  func `an overlay that says that it is of another file is told of`(
    _ extends: String, _ isFine: Bool
  ) throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    try workspace.write(
      """
      overlay: 1.0.0
      info: {title: Names, version: '1'}
      extends: \(extends)
      actions: [{target: "$.info", update: {title: Animals}}]
      """, to: "specs/Pets.overlay.yaml")
    let found = """
      specs/Pets.overlay.yaml:3:10: warning: found `extends: ../Cats.yaml`, expected 'Pets.yaml', \
      which this overlay is beside; it is applied to that
      """
    #expect(try workspace.run().errors == (isFine ? [] : [found]))
  }

  @Test func `a run says what there is, and what changed`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    let first = try workspace.run()
    #expect(first.output.hasPrefix("Pets  1 operation, 0 models, 3 files: 3 new\n"))
    #expect(first.output.contains("  new: Generated/Pets/Pets+Operations.swift\n"))
    try workspace.write(
      Self.pets.replacing("listPets", with: "allPets"), to: "specs/Pets.yaml")
    let second = try workspace.run()
    #expect(
      second.output == """
        Pets  1 operation, 0 models, 3 files: 1 changed
          changed: Generated/Pets/Pets+Operations.swift

        """)
  }

  @Test func `a second run touches nothing`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    _ = try workspace.run()
    let file = workspace.folder.appendingPathComponent("Generated/Pets/Pets.swift").path
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: file)
    let run = try workspace.run()
    #expect(run.output == "Pets  1 operation, 0 models, 3 files: unchanged\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.modificationDate] as? Date == past)
  }

  @Test func `what apigen wrote goes with its description, and nothing else does`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    try workspace.write(Self.pets, to: "specs/Cats.yaml")
    try workspace.write("// mine", to: "Generated/Pets/Mine.swift")
    try workspace.write("// mine", to: "Generated/Mine/Mine.swift")
    _ = try workspace.run()
    try FileManager.default.removeItem(
      at: workspace.folder.appendingPathComponent("specs/Pets.yaml"))
    let check = try workspace.run("--check")
    #expect(check.exitCode == 1)
    #expect(
      check.errors.first == """
        Generated/Pets/Pets+Operations.swift:1:1: error: the file is left over; run apigen
        """)
    let run = try workspace.run()
    #expect(run.output.contains("  removed: Generated/Pets/Pets.swift\n"))
    let left = try Workspace.files(in: workspace.folder.appendingPathComponent("Generated"))
    #expect(
      left.keys.filter { $0.hasSuffix(".swift") }.sorted() == [
        "Cats/Cats+Operations.swift", "Cats/Cats+Schemas.swift", "Cats/Cats.swift",
        "Mine/Mine.swift", "Pets/Mine.swift",
      ])
  }

  @Test func `parts of a description, and files of other tools, are passed over`() throws {
    try workspace.write(
      "openapi: 3.1.0\npaths: {/pets: {get: {responses: {200: {$ref: 'common.yaml#/Pet'}}}}}",
      to: "specs/Pets.yaml")
    try workspace.write("Pet: {description: A pet}", to: "specs/common.yaml")
    try workspace.write("{\"version\": \"1.0.0\"}", to: "specs/package.json")
    for arguments in [[], ["--check"], ["specs"]] {
      let run = try workspace.run(arguments)
      #expect(run.exitCode == 0)
      #expect(
        run.errors == [
          "specs:1:1: note: found neither `openapi` nor `swagger` with a version at the root of "
            + "common.yaml, package.json; what is no description is passed over"
        ])
    }
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: workspace.folder.appendingPathComponent("Generated").path)
    #expect(folders == ["Pets"])
    let named = try workspace.run("specs/Pets.yaml", "specs/common.yaml")
    #expect(named.exitCode == 1)
    let missing = "specs/common.yaml:1:1: error: `openapi` is missing"
    #expect(named.errors.first?.hasPrefix(missing) == true)
  }

  @Test(arguments: [[], ["--check"], ["specs"]])
  func `a description that has lost its version is an error`(_ arguments: [String]) throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    try workspace.write(Self.pets, to: "specs/cats.yaml")
    #expect(try workspace.run().errors == [])
    let lost = Self.pets.replacing("openapi: 3.1.0\n", with: "")
    try workspace.write(lost, to: "specs/cats.yaml")
    let run = try workspace.run(arguments)
    #expect(run.exitCode == 1)
    #expect(run.errors.first?.hasPrefix("specs/cats.yaml:1:1: error: `openapi` is missing") == true)
    #expect(workspace.exists("Generated/Cats/Cats.swift"))
    try workspace.write(lost, to: "specs/Pets.yaml")
    #expect(try workspace.run(arguments + ["--output", "Other"]).errors.count == 2)
  }

  @Test(arguments: [
    ("# of the API\n---\n\"swagger\" : 'v2.0'\npaths: {}", true),
    ("{\"info\": {\"title\": \"\\\" {\"}, \"paths\": {},\n  \"openapi\": \"3.0.0\"}", true),
    ("{paths: {}, openapi: 3.0.0}", true), ("\u{FEFF}  openapi: 3.0.0\n  paths: {}", true),
    ("openapi: 3.0.0\npaths: {}".map { "\($0)\0" }.joined(), true),
    ("openapi: ${VERSION}", false), ("tools:\n  openapi: 3.0.0", false),
    ("{\"tools\": {\"openapi\": \"3.0.0\"}}", false), ("{\"openapi", false),
    ("- openapi: 3", false),
    ("{\"a\": \"{\\\"openapi\\\": 3\"}", false), ("openapi", false), ("", false),
  ])
  func `what has a version at its root is a description`(_ text: String, _ isOne: Bool) throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    try workspace.write(text, to: "specs/Other.yml")
    let run = try workspace.run()
    #expect(run.errors.contains { $0.hasPrefix("specs:1:1: note: ") } == !isOne, "\(run.errors)")
    #expect(run.exitCode == 0)
  }

  @Test(arguments: [
    ("<!DOCTYPE html>\n<title>404</title>", "the file is a page in HTML"),
    (#"{"message": "Not Found"}"#, "`openapi` is missing"), ("", "the file is empty"),
  ])
  func `what an overlay stands beside is a description, also where it is broken`(
    _ text: String, _ error: String
  ) throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    try workspace.write(text, to: "specs/Cats.yaml")
    try workspace.write(
      """
      overlay: 1.0.0
      info: {title: Cats, version: '1'}
      actions: [{target: $, update: {tags: []}}]
      """, to: "specs/Cats.overlay.yaml")
    let run = try workspace.run()
    #expect(run.exitCode == 1)
    #expect(
      run.errors.first?.hasPrefix("specs/Cats.yaml:1:1: error: \(error)") == true, "\(run.errors)")
    #expect(!workspace.exists("Generated"))
  }

  @Test func `a part of a description may have an overlay`() throws {
    try workspace.write(
      "openapi: 3.1.0\npaths: {/pets: {get: {responses: {200: {$ref: 'common.yaml#/Pet'}}}}}",
      to: "specs/Pets.yaml")
    try workspace.write("Pet: {description: A pet}", to: "specs/common.yaml")
    try workspace.write(
      """
      overlay: 1.0.0
      info: {title: Words, version: '1'}
      actions: [{target: $.Pet, update: {description: One pet}}]
      """, to: "specs/common.overlay.yaml")
    let run = try workspace.run()
    #expect(run.exitCode == 0)
    #expect(run.errors.count == 1)
    #expect(run.errors.first?.hasPrefix("specs:1:1: note: ") == true)
  }

  @Test(arguments: ["Cats.yaml", "Pets.overlay.yaml"])
  func `a file that cannot be read is an error`(_ name: String) throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    let folder = workspace.folder.appendingPathComponent("specs")
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent(name),
      withDestinationURL: folder.appendingPathComponent("gone"))
    for arguments in [["specs"], ["specs/Pets.yaml", "specs/\(name)"]] {
      let run = try workspace.run(arguments)
      #expect(run.exitCode == 1)
      #expect(
        run.errors.first == "specs/\(name):1:1: error: this links to a file that is not there; "
          + "expected an OpenAPI description in YAML or JSON")
    }
  }

  @Test(.enabled(if: geteuid() != 0))
  func `a folder that cannot be read is an error`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    let folder = workspace.folder.appendingPathComponent("specs").path
    _ = chmod(folder, 0)
    defer { _ = chmod(folder, 0o700) }
    let run = try workspace.run()
    #expect(run.exitCode == 1)
    #expect(
      run.errors == [
        "specs:1:1: error: the folder cannot be read; expected .yaml or .json files with OpenAPI"
      ])
  }

  @Test func `a folder of which the description is gone is told of`() throws {
    try workspace.write(Self.pets, to: "other/Pets.yaml")
    try workspace.write(Self.pets, to: "other/Cats.yaml")
    try workspace.write("// mine", to: "out/Mine/Mine.swift")
    #expect(try workspace.run("other", "--output", "out").errors == [])
    try FileManager.default.removeItem(
      at: workspace.folder.appendingPathComponent("other/Pets.yaml"))
    let told =
      "apigen wrote this folder for a description that is not among these; "
      + "name that as well, or remove the folder where it is gone"
    let run = try workspace.run("other", "--output", "out")
    #expect(run.exitCode == 0)
    #expect(run.errors == ["out/Pets:1:1: warning: \(told)"])
    let check = try workspace.run("other", "--output", "out", "--check")
    #expect(check.exitCode == 1)
    #expect(check.errors == ["out/Pets:1:1: error: \(told)"])
    // One of several that is named says nothing of the others.
    #expect(try workspace.run("other/Cats.yaml", "--output", "out", "--check").exitCode == 0)
    #expect(workspace.exists("out/Pets/Pets.swift"))
  }

  @Test func `naming one description leaves the others as they are`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    try workspace.write(Self.pets, to: "specs/Cats.yaml")
    _ = try workspace.run()
    _ = try workspace.run("generate", "specs/Cats.yaml")
    #expect(workspace.exists("Generated/Pets/Pets.swift"))
  }

  @Test func `a file that apigen did not write is never overwritten`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    try workspace.write("// mine", to: "Generated/Pets/Pets.swift")
    let run = try workspace.run()
    #expect(run.exitCode == 1)
    #expect(run.errors.first?.hasPrefix("Generated/Pets/Pets.swift:1:1: error: ") == true)
    #expect(try workspace.text(of: "Generated/Pets/Pets.swift") == "// mine")
    #expect(!workspace.exists("Generated/Pets/Pets+Schemas.swift"))
  }

  @Test func `what stands in the way is told beside what is wrong with a description`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    try workspace.write("openapi: 4.0.0\npaths: {}\n", to: "specs/Cats.yaml")
    try workspace.write("// mine", to: "Generated/Pets/Pets.swift")
    let errors = try workspace.run().errors.filter { $0.contains(": error: ") }
    #expect(errors.count == 2)
    #expect(errors.last?.hasPrefix("Generated/Pets/Pets.swift:1:1: ") == true)
  }

  @Test func `a link is not followed out of the output folder`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    _ = try workspace.run()
    let victim = workspace.folder.appendingPathComponent("elsewhere.swift")
    let file = workspace.folder.appendingPathComponent("Generated/Pets/Pets.swift")
    try FileManager.default.moveItem(at: file, to: victim)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: victim)
    try workspace.write(Self.pets.replacing("Pets,", with: "Cats,"), to: "specs/Pets.yaml")
    let before = try workspace.text(of: "elsewhere.swift")
    #expect(try workspace.run().exitCode == 1)
    #expect(try workspace.text(of: "elsewhere.swift") == before)
  }

  @Test func `a folder that is a link to another is not written to`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    try workspace.write("", to: "elsewhere/Mine.swift")
    try workspace.write("", to: "Generated/.keep")
    try FileManager.default.createSymbolicLink(
      at: workspace.folder.appendingPathComponent("Generated/Pets"),
      withDestinationURL: workspace.folder.appendingPathComponent("elsewhere"))
    let run = try workspace.run()
    #expect(run.exitCode == 1)
    #expect(run.errors.first?.hasPrefix("Generated/Pets:1:1: error: this is a link") == true)
    #expect(!workspace.exists("elsewhere/Pets.swift"))
  }

  @Test func `check says what differs, and writes nothing`() throws {
    try workspace.write(Self.pets, to: "specs/Pets.yaml")
    #expect(try workspace.run("--check").exitCode == 1)
    #expect(!workspace.exists("Generated"))
    _ = try workspace.run()
    let fresh = try workspace.run("--check")
    #expect(fresh.exitCode == 0)
    #expect(fresh.output + fresh.errors.joined() == "")
    try workspace.write(Self.pets.replacing("listPets", with: "pets"), to: "specs/Pets.yaml")
    let stale = try workspace.run("--check")
    #expect(stale.exitCode == 1)
    #expect(
      stale.errors == [
        "Generated/Pets/Pets+Operations.swift:1:1: error: the file is out of date; run apigen"
      ])
  }

  @Test func `only Swift is removed, and nothing through a link`() throws {
    let (workspace, elsewhere) = (try Workspace(), try Workspace())
    let marked = "// Generated by apigen from Old.yaml.\n"
    try elsewhere.write(marked, to: "Old.swift")
    try workspace.write("openapi: 3.1.0\npaths: {}\n", to: "specs/A.yaml")
    for file in ["Gone.swift", "Kept.swift.orig"] {
      try workspace.write(marked, to: "Generated/Gone/" + file)
    }
    try FileManager.default.createSymbolicLink(
      at: workspace.folder.appendingPathComponent("Generated/Old"),
      withDestinationURL: elsewhere.folder)
    #expect(try workspace.run().exitCode == 0)
    #expect(!workspace.exists("Generated/Gone/Gone.swift"))
    #expect(workspace.exists("Generated/Gone/Kept.swift.orig"))
    #expect(elsewhere.exists("Old.swift"))
  }
}
