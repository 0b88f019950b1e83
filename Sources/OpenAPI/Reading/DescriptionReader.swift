import Syntax

/// Reads the root of a description into a `Document`.
///
/// Each part of OpenAPI is read in an extension of its own. Real descriptions are full of what is
/// not OpenAPI, and those who use them cannot change them: wherever a sensible reading exists it is
/// taken, with a warning at the place. What has none is an error and is left out, so that one run
/// shows every problem.
package struct DescriptionReader: FieldReader {
  /// Reads another file of the description, by its path from the folder of the root description, as
  /// references have it: it may begin with `..` or `/`, and whoever reads decides what may be read.
  /// Nil where there is none, or after an error in it.
  package typealias Files = (_ path: String, _ diagnostics: inout Diagnostics) -> Node?

  let files: Files
  var diagnostics: Diagnostics
  var document = Document(info: Document.Info(title: ""))
  /// OpenAPI 3.0, where nothing counts beside a `$ref` (OAS 3.0 §4.7.23.1).
  var isVersion30 = false {
    didSet { resources.haveIDs = !isVersion30 }
  }

  var resources = Resources()
  /// What references name before their `#`, by how they are spelled.
  var openResources: [Spelled: Int] = [:]
  /// The files that were asked for and cannot be read.
  var unreadable: Set<String> = []
  /// What each word that is not OpenAPI's is probably meant to be.
  var misspellings: [Misspelling: String?] = [:]
  /// Whether a format can be written by rules of a schema, as far as that was tried.
  var knownSpellings: [Spelling: Bool] = [:]
  /// How many suggestions may still be looked for: each takes long in a large description.
  var suggestions = 20

  /// What references other than those of schemas lead to in the end, by how they are spelled; nil
  /// where that is nothing, or not yet known.
  var targets: [Spelled: Target?] = [:]
  /// The keys of a mapping by how they are in lower case; empty where that is two.
  var keysInLowerCase: [Place: [String: String]] = [:]
  /// How many references are being followed on the way to what another names.
  var detours = 0

  /// The schemas that references name, by where they stand, and by how the references are spelled.
  var schemaIDs: [Target.Key: Schema.ID] = [:]
  var spelledSchemaIDs: [Spelled: Schema.ID] = [:]
  var schemaQueue = SchemaQueue()

  /// The parameters that do not say where they are.
  var guessedLocations: Set<Place> = []

  let parameters = Memo<Parameter>(.parameter)
  let headers = Memo<Parameter>(.header)
  let requestBodies = Memo<RequestBody>(.requestBody)
  let responses = Memo<Response>(.response)
  let mediaTypes = Memo<MediaType>(.mediaType)
  /// The name of the shared thing that is being read.
  var sharedName: String?

  var pendingCallbacks: [Located.Entry] = []
  var readCallbacks: Set<Place> = []
  var security: [SecurityRequirement] = []
  /// The names of the security schemes that anything needs.
  var neededSchemes: Set<String> = []
  /// The security schemes that are named by their addresses, and stand in no components.
  var linkedSchemes: [(name: String, at: Located)] = []
  /// What the schemes of the components are, as far as they were looked at; nil for those left out.
  var schemeKinds: [String: SecurityScheme.Kind?] = [:]
  var inclusion: Inclusion?
  /// How many entries and items were read: what references make of a file may be its square.
  var size = 0

  /// The description in `root`, or nil where it is not one. Look at `diagnostics` for errors.
  ///
  /// - Parameters:
  ///   - path: The name of the root's file, by which other files refer to it.
  ///   - files: Reads the other files of the description.
  package static func read(
    _ root: consuming Node, named path: String, into diagnostics: inout Diagnostics,
    files: @escaping Files
  ) -> Document? {
    var reader = DescriptionReader(files: files, diagnostics: diagnostics)
    defer { diagnostics = reader.diagnostics }
    let root = reader.correctedRoot(root)
    guard reader.readVersion(of: root) else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    reader.addFile(root, at: Address(path: name))
    reader.readRoot()
    return reader.document
  }

  private init(files: @escaping Files, diagnostics: Diagnostics) {
    self.files = files
    self.diagnostics = diagnostics
  }

  /// The root of the description.
  var root: Located { Located(node: resources[0].root, resource: 0) }
}
