import Testing

@testable import Generator

struct ObjectEmitterTests {
  /// The types that the properties of a body with so many are declared with.
  private func types(_ count: Int) throws -> Set<Substring> {
    let properties = (0..<count).map { "p\($0): {type: string}" }.joined(separator: ", ")
    let text = """
      openapi: 3.1.0
      paths:
        /a:
          post:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Body'}}}}
            responses: {'204': {description: Done}}
      components: {schemas: {Body: {type: object, properties: {\(properties)}}}}
      """
    let output = GeneratedFile.files(of: try api(text)).map(\.text).joined()
    return Set(output.matches(of: /public var p\d+: (.*)/).map(\.output.1))
  }

  @Test func `optionals of a large object are not nil before its initialiser`() throws {
    #expect(try types(12) == ["String?"])
    #expect(try types(200) == ["Optional<String>"])
  }
}
