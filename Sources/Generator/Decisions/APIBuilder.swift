import OpenAPI
import Syntax

/// Decides every name and type of a provider's Swift: `Document` in, `API` out.
package struct APIBuilder {
  let document: Document
  var diagnostics: Diagnostics

  /// What each schema came out as; a schema is decided once, however often it is used.
  var uses: [Schema.ID: TypeUse] = [:]
  /// Every declared type by its path, before they are nested, and the order of their declaration.
  var declarations: [[String]: TypeDeclaration] = [:]
  var order: [[String]] = []
  /// The type names that are taken inside each type; those of the provider are under `[]`.
  var typeScopes: [[String]: NameScope] = [:]
  var componentNames: [Schema.ID: String] = [:]

  /// - Parameters:
  ///   - name: The stem of the file, which becomes the provider's type.
  ///   - sources: The files that the document was read from, without their folders.
  package static func build(
    _ document: Document, name: String, sources: [String], into diagnostics: inout Diagnostics
  ) -> API {
    var builder = APIBuilder(document: document, diagnostics: diagnostics)
    defer { diagnostics = builder.diagnostics }
    let name = Identifier.type(name)
    builder.typeScopes[[]] = NameScope(reserved: [name])
    builder.decideComponents()
    let credentials = builder.decideCredentials()
    let operations = builder.decideOperations(credentials)
    builder.markDirections(operations)
    return API(
      name: name, sources: sources, documentation: builder.providerDocumentation(),
      servers: builder.decideServers(), credentials: credentials, operations: operations,
      types: builder.nestedTypes(in: []))
  }

  private init(document: Document, diagnostics: Diagnostics) {
    self.document = document
    self.diagnostics = diagnostics
  }

  private func providerDocumentation() -> [String] {
    Documentation.lines(document.info.title, document.info.description)
  }

  mutating func declare(_ declaration: TypeDeclaration) {
    if declarations.updateValue(declaration, forKey: declaration.path) == nil {
      order.append(declaration.path)
    }
  }

  private func nestedTypes(in owner: [String]) -> [TypeDeclaration] {
    let members = Dictionary(grouping: order) { Array($0.dropLast()) }
    func nest(_ owner: [String]) -> [TypeDeclaration] {
      (members[owner] ?? []).compactMap { path in
        var declaration = declarations[path]
        declaration?.nested = nest(path)
        return declaration
      }
    }
    return nest(owner)
  }
}

/// What a schema is in Swift, where it is used.
struct TypeUse {
  var type: SwiftType
  var isNullable: Bool
}
