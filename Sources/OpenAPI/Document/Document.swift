import Syntax

/// An OpenAPI description, faithful to what is written, with its references followed.
///
/// Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 come out the same: `nullable: true` is the type `null`,
/// and `exclusiveMinimum: true` is the number that it excludes.
package struct Document: Sendable {
  package var info: Info
  package var servers: [Server] = []
  package var operations: [Operation] = []
  /// What the provider sends: webhooks (OAS 3.1 §4.8.1) and callbacks (§4.8.18), each with its name
  /// for a path.
  package var webhooks: [Operation] = []
  package var components: [Component] = []
  package var sharedSchemas: [SharedSchema] = []
  package var borrowings: [Borrowing] = []
  /// Whether the examples of answers were asked for.
  package var wantsExamples = false
  /// From where the Swift may be used.
  package var access = Access.public
  package var securitySchemes: [SecurityScheme] = []
  /// Every schema that was read; a `Schema.ID` is an index into it, so schemas may be recursive.
  package var schemas: [Schema] = []

  /// The access level of what is written (The Swift Programming Language, "Access Control").
  package enum Access: String, CaseIterable, Sendable {
    case `public`, package, `internal`
  }

  /// The Info Object (OAS 3.1 §4.8.2).
  package struct Info: Sendable {
    package var title: String
    package var summary: String?
    package var description: String?
  }

  /// A schema that is described once for all who refer to it, though it is none of the components:
  /// in a file of its own, or in a parameter, header, body or response of the components, or of a
  /// path.
  package struct SharedSchema: Sendable {
    package var schema: Schema.ID
    /// The last step of the reference, such as the name of the file.
    package var name: String
    /// The same with the step before, for one whose name is another's.
    package var longName: String
  }

  /// A reference to what stands inside another schema: it is a part of that, whoever refers to it.
  package struct Borrowing: Sendable {
    /// The schema that the reference stands in; nil in an operation.
    package var user: Schema.ID?
    /// That which describes what it leads to.
    package var owner: Schema.ID
  }

  /// A schema of `components.schemas`, by the name that it has there.
  package struct Component: Sendable {
    package var name: String
    package var schema: Schema.ID
    package var place: Place
  }
}
