import Syntax
import Testing

@testable import OpenAPI

/// What a description is read as, and what is said of it.
struct Reading {
  let document: Document?
  /// As they are shown: `spec.yaml:3:1: warning: …`.
  let messages: [String]

  /// - Parameters:
  ///   - body: The YAML after the first line, which is the version.
  ///   - files: The other files, by the path that the reader asks for.
  init(_ body: String, version: String = "openapi: 3.1.0", files: [String: String] = [:]) throws {
    var diagnostics = Diagnostics()
    let root = try #require(
      readDocument(Array("\(version)\n\(body)".utf8), named: "spec.yaml", into: &diagnostics))
    document = DescriptionReader.read(root, named: "specs/spec.yaml", into: &diagnostics) {
      path, diagnostics in
      files[path].flatMap { readDocument(Array($0.utf8), named: path, into: &diagnostics) }
    }
    messages = diagnostics.all.map(diagnostics.rendered)
  }

  /// Of Swagger 2.0.
  init(swagger2 body: String, files: [String: String] = [:]) throws {
    try self.init(body, version: "swagger: '2.0'", files: files)
  }

  var errors: [String] { messages.filter { $0.contains(": error: ") } }

  /// The one operation that there is.
  var operation: OpenAPI.Operation {
    get throws {
      try #require(document?.operations.count == 1, "\(messages)")
      return try #require(document?.operations.first)
    }
  }

  /// A schema of the components.
  func schema(_ name: String) throws -> Schema {
    try schema(#require(document?.components.first { $0.name == name }?.schema, "\(messages)"))
  }

  /// A schema, or the one that its reference leads to.
  func schema(_ id: Schema.ID?) throws -> Schema {
    let document = try #require(document)
    var schema = document[try #require(id)]
    while let reference = schema.reference { schema = document[reference] }
    return schema
  }
}

/// A schema, and what is said of it.
func schema(_ text: String, version: String = "3.1.0") throws -> (Schema, Reading) {
  let reading = try Reading(
    "paths: {}\ncomponents: {schemas: {A: \(text)}}", version: "openapi: \(version)")
  return (try reading.schema("A"), reading)
}

extension Document {
  subscript(id: Schema.ID) -> Schema { schemas[id.index] }
}
