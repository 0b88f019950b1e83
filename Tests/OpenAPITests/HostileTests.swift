import Testing

@testable import OpenAPI

/// Descriptions made to crash or to hang whoever reads them.
@Suite struct HostileTests {
  @Test func `schemas nest as deep as a file may`() throws {
    let depth = 490
    let nested = (1...depth).map { String(repeating: " ", count: 2 + $0) + "items:\n" }
    let reading = try Reading("components:\n schemas:\n  A:\n" + nested.joined())
    #expect(reading.errors == [])
    #expect(reading.document?.schemas.count == depth)
  }

  @Test func `a chain of references is as long as a file has room for`() throws {
    let count = 20_000
    let links = (0..<count).map { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}\n" }
    let reading = try Reading(
      "components:\n  schemas:\n" + links.joined() + "    S\(count): {title: end}")
    #expect(try reading.schema("S0").title == "end")
  }

  @Test func `a chain of references that each lead through another ends early`() throws {
    let maps = (0..<5_000).map { "m\($0): {$ref: '#/m\($0 + 1)/x'}\n" }
    let reading = try Reading("components: {schemas: {A: {$ref: '#/m0/x'}}}\n" + maps.joined())
    #expect(
      reading.messages.first?.hasPrefix("spec.yaml:52:13: warning: nothing stands at '#/m50/x'; ")
        == true)
    #expect(try reading.schema("A").reference == nil)
  }

  @Test(arguments: ["schemas", "schemas/A"])
  func `a map that is said to be inside of itself`(path: String) throws {
    let reading = try Reading("components: {schemas: {$ref: '#/components/\(path)'}}")
    #expect(
      reading.messages.map { $0.split(separator: ", expected")[0].split(separator: ";")[0] } == [
        "spec.yaml:2:30: warning: found '#/components/\(path)' for `$ref`",
        path == "schemas"
          ? "spec.yaml:2:30: warning: found '#/components/schemas', which refers to itself"
          : "spec.yaml:2:30: warning: nothing stands at '#/components/schemas/A'",
      ])
  }

  @Test func `headers whose parts have headers, each in its own place`() throws {
    let headers = (0..<5_000).map {
      "    H\($0): {content: {a/b: {encoding: {p: {headers: {h: {$ref: '#/components/headers/H\($0 + 1)'}}}}}}}\n"
    }
    let reading = try Reading(
      "paths: {/: {get: {responses: {200: {headers: {h: {$ref: '#/components/headers/H0'}}}}}}}\n"
        + "components:\n  headers:\n" + headers.joined())
    #expect(
      reading.errors == [
        "spec.yaml:54:55: error: found a mapping for a header, expected one that ends, not a header "
          + "in a header in a header; correct or remove it, in an overlay where the description is "
          + "not yours"
      ])
  }

  @Test func `many parameters at the ends of one chain`() throws {
    let count = 5_000
    let links = (0..<count).map { "    P\($0): {$ref: '#/components/parameters/P\($0 + 1)'}\n" }
    let uses = (0..<count).map {
      "  /\($0): {get: {parameters: [{$ref: '#/components/parameters/P\($0)'}]}}\n"
    }
    let reading = try Reading(
      "paths:\n" + uses.joined() + "components:\n  parameters:\n" + links.joined()
        + "    P\(count): {name: p, in: query, schema: {}}")
    #expect(reading.messages == [])
    #expect(
      reading.document?.operations.filter { $0.parameters.map(\.name) == ["p"] }.count == count)
  }

  @Test func `what many references repeat is bounded, or this would take all memory`() throws {
    let paths = (0..<400).map { "  /p\($0): {$ref: '#/components/pathItems/I'}\n" }
    let extensions = (0..<10_000).map { "      x-\($0): 1\n" }
    let reading = try Reading(
      "paths:\n" + paths.joined() + "  /last: {$ref: '#/components/pathItems/I', get: {}}\n"
        + "components:\n  schemas: {A: {allOf: [{}, {}]}}\n  pathItems:\n    I:\n"
        + extensions.joined())
    #expect(reading.errors.count == 1)
    #expect(reading.errors.first?.contains("repeat what they lead to") == true)
    // Nothing is read from there on.
    #expect(reading.document?.operations.isEmpty == true)
    #expect(try reading.schema("A").allOf.isEmpty)
  }

  @Test func `many references that lead nowhere do not each search the whole file`() throws {
    let count = 3_000
    let missing = (0..<count).map { "    A\($0): {$ref: '#/components/schemas/Name\($0)'}\n" }
    let reading = try Reading("components:\n  schemas:\n" + missing.joined())
    #expect(reading.messages.count == count)
  }
}
