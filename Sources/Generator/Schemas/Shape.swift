import OpenAPI

/// What a schema asks for, before it has a name. Its larger cases are boxes, as shapes are asked
/// for all the time.
enum Shape {
  /// Named properties: a struct.
  case object
  /// Values of which the description lists some.
  indirect case enumeration(Enumeration)
  /// One of several types: an enum.
  indirect case union(Choice)
  case primitive(SwiftType)
  case array(Schema.ID?)
  /// Properties with any name, of one schema or of any.
  case dictionary(Schema.ID?)
  /// Just what another schema is.
  case same(Schema.ID)

  enum Branch {
    case schema(Schema.ID)
    case type(Schema.DataType)
  }

  struct Choice {
    var branches: [Branch]
    /// For a branch all schemas that come out as its type, itself among them, where it is several.
    var alike: [Schema.ID: [Schema.ID]] = [:]
    var discriminator: Discriminator?
    /// The object that they are kinds of, and what of it they all share.
    var whole: Schema.ID?
    var core: Schema.ID?

    /// The branches that are schemas.
    var schemas: [Schema.ID] {
      branches.compactMap { if case .schema(let id) = $0 { id } else { nil } }
    }
  }

  /// Whether it is a type that is declared, and not one of Swift's or of another schema.
  var isDeclared: Bool {
    switch self {
    case .object, .enumeration, .union: true
    case .primitive, .array, .dictionary, .same: false
    }
  }
}
