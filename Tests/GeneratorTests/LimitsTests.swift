import Foundation
import OpenAPI
import Syntax
import Testing

@testable import Generator

/// Four times as much of something is about four times the work, and far from the sixteen times
/// that code takes which looks at all for each. Measured is the processor's time in debug code.
@Suite(.serialized)
struct LimitsTests {
  /// Something that a description may have any number of.
  struct Kind: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// How many are few: enough for all to be compared with all in a time that can be measured.
    let few: Int
    let description: @Sendable (Int) -> String
  }

  private func seconds(_ description: String) throws -> Double {
    try seconds { _ = GeneratedFile.files(of: try decided(description).api) }
  }

  private func seconds(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try work()
    return now() - start
  }

  @Test func `four times as many actions and paths are about four times the work`() throws {
    func seconds(_ count: Int) throws -> Double {
      let paths = Self.lines(count) { "  /a\($0): {get: {}, put: {}}" }
      let items = Self.lines(count) {
        "  - {target: '$.paths[''/a\($0)''].get', update: {tags: [a]}}"
      }
      var diagnostics = Diagnostics()
      var root = try #require(
        readDocument(Array("paths:\n\(paths)".utf8), named: "A.yaml", into: &diagnostics))
      let text = "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n\(items)"
      let overlay = try #require(
        readDocument(Array(text.utf8), named: "A.overlay.yaml", into: &diagnostics))
      let actions = try #require(Overlay(overlay, into: &diagnostics))
      let time = self.seconds { actions.apply(to: &root, into: &diagnostics) }
      #expect(diagnostics.all.isEmpty)
      return time
    }
    let (least, most) = (try seconds(500), try seconds(2_000))
    #expect(most < 11 * max(least, 0.01), "\(least) s and \(most) s")
  }

  @Test(arguments: kinds)
  func `four times as much is about four times the work`(_ kind: Kind) throws {
    let (few, many) = (kind.description(kind.few), kind.description(4 * kind.few))
    // The least of two: the first of all pays for what is only done once, and any for its
    // neighbours.
    let least = min(try seconds(few), try seconds(few))
    let most = min(try seconds(many), try seconds(many))
    // What grows with the square takes sixteen times as much.
    #expect(most < 11 * max(least, 0.01), "\(least) s and \(most) s")
  }

  private static let kinds = [
    Kind(testDescription: "brackets of a type", few: 1_000) { count in
      let type = "integer" + String(repeating: "[]", count: count)
      return "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {A: {type: '\(type)'}}}"
    },
    Kind(testDescription: "credentials", few: 800) { count in
      """
      openapi: 3.1.0
      paths:
      \(lines(count) { "  /a\($0): {get: {security: [{s\($0): []}]}}" })
      components:
        securitySchemes:
      \(lines(count) { "    s\($0): {type: apiKey, in: header, name: X-\($0)}" })
      """
    },
    Kind(testDescription: "references that lead nowhere, beside many names", few: 500) { count in
      // Too long for the first of them to be compared with what there is.
      let missing = String(repeating: "b", count: 100)
      return """
        openapi: 3.1.0
        paths: {}
        x-names:
        \(lines(20 * count) { "  a\($0): 1" })
        components:
          schemas:
        \(lines(count) { "    A\($0): {items: {$ref: '#/x-names/\(missing)\($0)'}}" })
        """
    },
    Kind(testDescription: "objects of a choice", few: 500) { count in
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          A:
            oneOf:
      \(lines(count) { "        - {type: object, properties: {a\($0): {type: string}}}" })
      """
    },
    Kind(testDescription: "choices in choices with one discriminator", few: 2) { count in
      func branches(_ level: Int) -> String {
        (0..<3).map { "{$ref: '#/components/schemas/A\(level)B\($0)'}" }.joined(separator: ", ")
      }
      return """
        openapi: 3.1.0
        paths: {}
        components:
          schemas:
        \(lines(3 * count) {
          "    A\($0 / 3)B\($0 % 3): {oneOf: [\(branches($0 / 3 + 1))], "
            + "discriminator: {propertyName: kind}, title: A\($0)}"
        })
        \(lines(3) { "    A\(count)B\($0): {properties: {kind: {const: k\($0)}, a\($0): {}}}" })
        """
    },
    Kind(testDescription: "fields of a form", few: 500) { count in
      """
      swagger: '2.0'
      paths:
        /:
          post:
            parameters:
      \(lines(count) { "        - {name: a\($0), in: formData, type: string}" })
      """
    },
    Kind(testDescription: "properties", few: 500) { count in
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          A:
            required: [\((0..<count).map { "a\($0)" }.joined(separator: ", "))]
            properties:
      \(lines(count) { "        a\($0): {type: string, default: \($0)}" })
      """
    },
    Kind(testDescription: "values", few: 1_000) { count in
      """
      openapi: 3.1.0
      paths: {}
      components:
        schemas:
          A:
            enum:
      \(lines(count) { "        - a\($0)" })
      """
    },
    Kind(testDescription: "levels of choices of events", few: 4) { count in
      """
      openapi: 3.1.0
      paths: {/: {get: {responses: {200: {content: {text/event-stream: {schema: {
        $ref: '#/components/schemas/A0'}}}}}}}}
      components:
        schemas:
      \(lines(count) { level in
        let next = ["A", "B"].map { "{$ref: '#/components/schemas/\($0)\(level + 1)'}" }
        let choice = "{oneOf: [\(next.joined(separator: ", "))]}"
        return "    A\(level): \(choice)\n    B\(level): \(choice)"
      })
          A\(count): {properties: {data: {type: string}, event: {enum: [a]}}}
          B\(count): {properties: {data: {type: string}, event: {enum: [b]}}}
      """
    },
    Kind(testDescription: "properties of each object of two chains that are the same", few: 2) {
      count in
      """
      openapi: 3.1.0
      paths: {/: {get: {responses: {200: {content: {
        application/json: {schema: {$ref: '#/components/schemas/A0'}},
        application/hal+json: {schema: {$ref: '#/components/schemas/B0'}}}}}}}}
      components:
        schemas:
      \(lines(7) { level in
        ["A", "B"].map { chain in
          let next = level < 6 ? "$ref: '#/components/schemas/\(chain)\(level + 1)'" : "type: string"
          let properties = (0..<count).map { "p\($0): {\(next)}" }.joined(separator: ", ")
          return "    \(chain)\(level): {properties: {\(properties)}}"
        }.joined(separator: "\n")
      })
      """
    },
    Kind(testDescription: "branches of each choice of a part of a form", few: 2) { count in
      """
      openapi: 3.1.0
      paths: {/: {post: {requestBody: {content: {multipart/form-data: {schema: {
        properties: {a: {$ref: '#/components/schemas/A0'}}}}}}}}}
      components:
        schemas:
      \(lines(8) { level in
        let next = "{$ref: '#/components/schemas/A\(level + 1)'}"
        let branches = [String](repeating: next, count: count).joined(separator: ", ")
        return "    A\(level): {oneOf: [{type: integer}, \(branches)]}"
      })
          A8: {type: boolean}
      """
    },
    Kind(testDescription: "answers of operations", few: 200) { count in
      """
      openapi: 3.1.0
      paths:
      \(lines(count) {
        "  /a\($0): {get: {responses: {200: {content: {application/json: {schema: "
          + "{$ref: '#/components/schemas/A\($0)'}}}}}}}"
      })
      components:
        schemas:
      \(lines(count) { "    A\($0): {properties: {a: {$ref: '#/components/schemas/A0'}}}" })
      """
    },
  ]

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n")
  }
}
