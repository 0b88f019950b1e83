import OpenAPI
import Syntax

/// The schemas of a description, those that follow from them, and what each of them asks for: its
/// shape, its members, what tells it from another. Of names in Swift they know nothing.
struct Schemas {
  /// A `Schema.ID` is an index into it.
  private(set) var all: [Schema]
  let components: [Document.Component]
  let componentIDs: SchemaSet
  var diagnostics = Diagnostics()

  /// What each schema asks for, and the properties of each object.
  var shapes = SchemaTable<(shape: Shape, isNullable: Bool)>()
  /// Those whose shapes are being found.
  var unfinished = SchemaSet()
  /// Those whose shapes are found from below, one after the other.
  var climbed = SchemaSet()
  var knownMembers = SchemaTable<[Member]>()
  /// What each schema is composed of.
  var knownLayers = SchemaTable<Layers>()
  var knownParts = SchemaTable<[Part]>()
  /// Those that the walk to the layers of one has come to.
  var visited = SchemaSet()
  /// The components that are composed of a schema.
  var directHeirs: [Schema.ID: [Schema.ID]] = [:]
  var schemasWithShape = SchemaSet()
  var schemasWithMembers = SchemaSet()
  /// The schemas that were made of others, and what of.
  var combinations: [Combination: Schema.ID] = [:]
  var origins = SchemaTable<Combination>()
  /// The schemas of names that nothing describes, by where these are listed.
  var undescribedNames: [Place: [String: Schema.ID]] = [:]
  /// What values may be at once, and the objects that are then only a part of one.
  var overlaps: Set<Overlap> = []
  var partialObjects: [Schema.ID] = []

  /// The values of a discriminator that branches have which are choices with it too, and which
  /// branch of each choice has a value.
  var knownDiscriminatorValues: [BranchKey: [String]] = [:]
  var ownersOfValues: [Schema.ID: [String: Schema.ID]] = [:]

  /// How deep the schema being looked at is in others, and how deep it may be: a chain must not be
  /// longer than the stack.
  var depth = 0
  static let deepest = 1000
  /// How many levels of lists, properties and branches one question goes down, and how many where
  /// each choice multiplies the work. Below these, anything fits: no description needs more.
  static let mostLevels = 8
  static let mostChoices = 4
  /// How many schemas one may be composed of.
  static let mostLayers = 1_000
  /// Whether that was told: all along a chain it would be told again.
  var hasTooManyLayers = false
  /// How many shapes were looked at to tell a branch from others, and all branches.
  var shapesOfBranch = 0
  var shapesOfAll = 0

  /// All of a document, in which generators' own ways of writing are read as they are meant.
  init(_ all: consuming [Schema], of document: Document) {
    self.all = consume all
    components = document.components
    componentIDs = SchemaSet(from: components.map(\.schema)) { _, _ in }
    readConventions(besides: document.sharedSchemas.map(\.schema))
    findShapesAndMembers()
    findHeirs()
  }

  /// What is asked for of a schema is copied alone. All of it is large: so questions are put by ID.
  subscript(id: Schema.ID) -> Schema {
    get { all[id.index] }
    set { all[id.index] = newValue }
  }

  /// Those that there are by now.
  var ids: [Schema.ID] { all.indices.map(Schema.ID.init) }

  /// Adds a schema that follows from others, and says what they say.
  mutating func add(_ schema: Schema, of others: [Schema.ID] = []) -> Schema.ID {
    let id = Schema.ID(index: all.count)
    all.append(schema)
    if saysShape(id) || others.contains(where: schemasWithShape.contains) {
      schemasWithShape.insert(id)
    }
    if hasOwnMembers(id) || others.contains(where: schemasWithMembers.contains) {
      schemasWithMembers.insert(id)
    }
    return id
  }
}
