import Testing

@testable import Generator

/// What lists of values are in Swift.
struct EnumerationsTests {
  @Test(arguments: [
    ("type: number, enum: [1, 1.0, 2.5, 25e-1]", ["_1", "_2Point5"]),
    ("enum: [0x1F, 31]", ["_0x1F"]), ("enum: [a, 1, '1']", ["a", "_1", "_1Other"]),
  ])
  func `a value in two spellings is one`(_ schema: String, _ names: [String]) throws {
    let (api, _) = try decided(
      "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {A: {\(schema)}}}")
    guard case .enumeration(let values)? = api.types.first?.kind else {
      throw Unexpected(value: api.types)
    }
    #expect(values.cases.map(\.name) == names)
  }

  @Test(arguments: ["[1, 2]", "[1, 2.0]", "['1', '2']", "['1', 2]", "[1, x, 2]"])
  func `values of a number are numbers`(_ values: String) throws {
    let (api, diagnostics) = try decided(
      "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {A: {type: number, enum: \(values)}}}")
    #expect(diagnostics.all.count == (values.contains("x") ? 1 : 0))
    guard case .enumeration(let values)? = api.types.first?.kind else {
      throw Unexpected(value: api.types)
    }
    #expect(values.type == .double)
    #expect(values.cases.map { $0.value.literal(as: .double) } == ["1.0", "2.0"])
  }
}
