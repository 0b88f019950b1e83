import OpenAPI
import Syntax

/// Decides every name and type of a provider's Swift: `Document` in, `API` out.
package struct APIBuilder {
  /// The description, but for its schemas.
  var document: Document
  var schemas: Schemas
  var diagnostics = Diagnostics()

  /// The schemas that are the forms of requests, and the types of those that have one of their own
  /// beside that of the schema.
  var forms: [Schema.ID: FormUse] = [:]
  var formTypes: [Schema.ID: TypePath] = [:]
  /// Which schemas are files, each for as many levels as there were above it.
  var fileTypes = [SchemaTable<SwiftType?>](repeating: SchemaTable(), count: Schemas.mostLevels)
  /// The forms that stand for lists of parts without names, by the schemas of the lists.
  var partLists: [Schema.ID: Schema.ID] = [:]
  /// The types of the events whose data is of each branch of a choice, by the choice.
  var eventTypes: [Schema.ID: [Schema.ID: [String]]] = [:]

  /// What each schema came out as; a schema is decided once, however often it is used.
  var uses = SchemaTable<TypeUse>()
  /// What several schemas are together is decided once for each type that joins them: named after
  /// the first, a neighbour would change it.
  var joinedUses: [Schema.ID: [TypePath: TypeUse]] = [:]
  /// The types whose contents are decided later, and how many lists and the like are being decided,
  /// which these may hold: see `decide`.
  var postponed: [Declaration] = []
  var unfinishedLists = 0
  /// How many types have a name.
  var typeCount = 0
  /// Every declared type, before they are nested, and the order of their declaration.
  var declarations = NumberTable<TypePath, TypeDeclaration>()
  var order: [TypePath] = []
  /// The type names that are taken inside each type; also inside the provider.
  var typeScopes: [TypePath: NameScope] = [:]
  var componentNames = SchemaTable<TypePath>()
  /// The choices of credentials that operations have.
  var authorizations: [Authorization] = []
  var authorizationNames: [[String]: String] = [:]
  var authorizationScope = NameScope()
  /// What each server came out as, by what tells it from others.
  var serverChoices: [[String]: ServerChoice] = [:]
  /// The enumerations of the variables of servers, by what tells these from others.
  var serverVariables: [[String]: SwiftType] = [:]

  /// The Swift type of the provider whose description has this stem.
  package static func typeName(of stem: String) -> String {
    let name = Identifier.type(stem)
    let isInUse = NameScope.typesInUse.contains(name) || NameScope.typesOfUsers.contains(name)
    // In the extensions of `OpenEnum` its parameter `Values` is nearer.
    return isInUse || name == "Values" ? name + "API" : name
  }

  /// What decides a document, once.
  package init(_ document: consuming Document) {
    var rest = consume document
    let all = rest.schemas
    rest.schemas = []
    // Given away, so that they are in one place alone and are not copied.
    schemas = Schemas(consume all, of: rest)
    self.document = rest
  }

  /// - Parameters:
  ///   - name: The stem of the file, which becomes the provider's type.
  ///   - sources: The files that the document was read from, without their folders.
  package mutating func build(
    name: String, sources: [String], into diagnostics: inout Diagnostics
  ) -> API {
    self.diagnostics = diagnostics
    let api = decide(name: Self.typeName(of: name), sources: sources)
    diagnostics = self.diagnostics
    for found in schemas.diagnostics.all { diagnostics.add(found) }
    return api
  }

  private mutating func decide(name: String, sources: [String]) -> API {
    typeScopes[.provider] = NameScope(reserved: [name, Self.headersType])
    nameComponents()
    nameSharedSchemas()
    nameParts()
    forms = findForms()
    declareComponents()
    let servers = decideServers()
    let credentials = decideCredentials(beside: servers)
    let operations = decideOperations(credentials)
    let webhooks = decideWebhooks()
    let headers = decideHeaders(of: name)
    declareSharedSchemas()
    nameMarkers()
    cutRings()
    keepRests()
    fillInTags()
    markDirections(operations, webhooks + headers)
    markIndirect()
    return API(
      name: name, sources: sources, access: document.access,
      documentation: Documentation.lines(
        document.info.title, document.info.summary, document.info.description),
      servers: servers, credentials: credentials, operations: operations,
      authorizations: authorizations, types: nestedTypes(), examples: decideExamples())
  }

  /// The path of a type whose name was claimed.
  mutating func newPath(_ name: String, in owner: TypePath = .provider) -> TypePath {
    typeCount += 1
    return TypePath(name, index: typeCount, in: owner)
  }

  mutating func declare(_ declaration: TypeDeclaration) {
    if declarations[declaration.path] == nil { order.append(declaration.path) }
    declarations[declaration.path] = declaration
  }

  /// The types of the provider, each with those that are nested in it.
  private func nestedTypes() -> [TypeDeclaration] {
    var types: [TypeDeclaration] = []
    for declaration in order.compactMap({ declarations[$0] }) {
      if let owner = declaration.path.owner, owner != .provider {
        declarations[owner]?.nested.append(declaration)
      } else {
        types.append(declaration)
      }
    }
    return types
  }
}

/// What a schema is in Swift, where it is used.
struct TypeUse {
  var type: SwiftType
  var isNullable: Bool

  /// The type, or nil for null: what the elements of lists and whole bodies are.
  var optionalType: SwiftType {
    isNullable && type != .json ? type.orNil : type
  }
}
