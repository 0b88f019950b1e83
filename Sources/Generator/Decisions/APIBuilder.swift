import OpenAPI
import Syntax

/// Decides every name and type of a provider's Swift: `Document` in, `API` out.
package struct APIBuilder {
  /// The description, and the schemas that follow from it: see `combined`.
  var document: Document
  var diagnostics = Diagnostics()

  /// What each schema asks for, and the properties of each object.
  var shapes = SchemaTable<(shape: Shape, isNullable: Bool)>()
  /// Those whose shapes are being found.
  var unfinished = SchemaSet()
  var knownMembers = SchemaTable<[Member]>()
  /// What each schema is composed of.
  var knownLayers = SchemaTable<Layers>()
  /// Those that the walk to the layers of one has come to.
  var visited = SchemaSet()
  var knownParts = SchemaTable<[Part]>()
  /// The components that are composed of a schema.
  var directHeirs: [Schema.ID: [Schema.ID]] = [:]
  var haveShape = SchemaSet()
  var haveMembers = SchemaSet()
  /// The schemas that were made of others, and what of.
  var combinations: [Combination: Schema.ID] = [:]
  var origins = SchemaTable<Combination>()
  /// The schemas of names that nothing describes, by where these are listed.
  var undescribedNames: [Place: [String: Schema.ID]] = [:]
  /// What values may be at once, and the objects that are then only a part of one.
  var overlaps: Set<Overlap> = []
  var partialObjects: [Schema.ID] = []
  /// The schemas that are the forms of requests, and the types of those that have one of their own
  /// beside that of the schema.
  var forms: [Schema.ID: FormUse] = [:]
  /// The choices of credentials that operations have.
  var authorizations: [Authorization] = []
  var authorizationNames: [[String]: String] = [:]
  var authorizationScope = NameScope()
  var formTypes: [Schema.ID: TypePath] = [:]
  /// The forms that stand for lists of parts without names, by the schemas of the lists.
  var partLists: [Schema.ID: Schema.ID] = [:]

  /// The types of the events whose data is of each branch of a choice, by the choice.
  var eventTypes: [Schema.ID: [Schema.ID: [String]]] = [:]

  /// What each schema came out as; a schema is decided once, however often it is used.
  var uses = SchemaTable<TypeUse>()
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
  /// What each server came out as, by what tells it from others.
  var serverChoices: [[String]: ServerChoice] = [:]
  /// The enumerations of the variables of servers, by what tells these from others.
  var serverVariables: [[String]: SwiftType] = [:]

  /// How deep the schema being looked at is in others, and how deep it may be: a chain must not be
  /// longer than the stack.
  var depth = 0
  /// The schemas whose shapes are found from below, one after the other.
  var climbed = SchemaSet()
  static let deepest = 1000
  /// How many levels of lists, properties and branches one question goes down, and how many where
  /// each choice multiplies the work. Below these, anything fits: no description needs more.
  static let mostLevels = 8
  static let mostChoices = 4
  /// How many shapes were looked at to tell a branch from others, and all branches.
  var shapesOfBranch = 0
  var shapesOfAll = 0
  /// How many schemas one may be composed of.
  static let mostLayers = 1_000
  /// Whether that was told: all along a chain it would be told again.
  var hasTooManyLayers = false

  /// The Swift type of the provider whose description has this stem.
  package static func typeName(of stem: String) -> String {
    let name = Identifier.type(stem)
    // In the extensions of `OpenEnum` its parameter `Values` is nearer.
    return NameScope.typesInUse.contains(name) || name == "Values" ? name + "API" : name
  }

  /// What decides a document, once.
  package init(_ document: consuming Document) { self.document = document }

  /// - Parameters:
  ///   - name: The stem of the file, which becomes the provider's type.
  ///   - sources: The files that the document was read from, without their folders.
  package mutating func build(
    name: String, sources: [String], into diagnostics: inout Diagnostics
  ) -> API {
    self.diagnostics = diagnostics
    defer { diagnostics = self.diagnostics }
    return decide(name: Self.typeName(of: name), sources: sources)
  }

  private mutating func decide(name: String, sources: [String]) -> API {
    typeScopes[.provider] = NameScope(reserved: [name, Self.headersType])
    readConventions()
    findShapesAndMembers()
    findHeirs()
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
      name: name, sources: sources,
      documentation: Documentation.lines(
        document.info.title, document.info.summary, document.info.description),
      servers: servers, credentials: credentials, operations: operations,
      authorizations: authorizations, types: nestedTypes(), examples: decideExamples())
  }

  /// The path of a type whose name was claimed.
  mutating func newPath(_ name: String, in owner: TypePath = .provider) -> TypePath {
    typeCount += 1
    return TypePath(name, number: typeCount, in: owner)
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
