import OpenAPI

/// Writes an object as a struct.
///
///     public struct SendSessionMessageDto: Model {
///       /// Free-form text body to send inside the active 24h session
///       public var message: String
///       public var contactID: UUID?
///
///       public init(message: String, contactID: UUID? = nil) {
///         self.message = message
///         self.contactID = contactID
///       }
///
///       public init(from object: inout ObjectDecoder) {
///         message = object.string("message")
///         contactID = object.optionalUUID("contact_id")
///       }
///
///       public func encode(to object: inout ObjectEncoder) {
///         object.string("message", message)
///         object.rule("message", .minLength(1))
///         object.uuid("contact_id", contactID)
///       }
///     }
///
/// An object, so that the blocks of each method do not copy it.
final class ObjectEmitter {
  let object: ObjectType
  let declaration: TypeDeclaration
  let spelling: TypeSpelling
  private let fields: [Field]

  /// How a property is written. An object, as each method of the struct goes through all of them.
  private final class Field {
    let property: ObjectType.Property
    let presence: ObjectType.Property.Presence
    let type: String
    /// The name on its own, and inside a method that has an argument called `object`.
    let name: String
    let member: String

    init(
      _ property: ObjectType.Property, _ presence: ObjectType.Property.Presence, type: String
    ) {
      self.property = property
      self.presence = presence
      self.type = type
      name = property.name.escaped
      member = ObjectEmitter.member(name)
    }
  }

  init(_ object: ObjectType, of declaration: TypeDeclaration, spelling: TypeSpelling) {
    self.object = object
    self.declaration = declaration
    self.spelling = spelling
    fields = object.properties.map { property in
      let presence = object.presence(of: property)
      let text = spelling.text(property.type, in: declaration.path)
      return Field(property, presence, type: Self.text(text, property.type, presence))
    }
  }

  func write(to code: inout Code, nested: (inout Code) -> Void) {
    let conformance = object.isForm ? "FormModel" : "Model"
    let opening = "\(spelling.access)struct \(declaration.name)"
    code.block(opening, conformingTo: [conformance]) { code in
      code.paragraph { properties(&$0) }
      code.paragraph { initializer(&$0) }
      if !object.isForm { code.paragraph { decoding(&$0) } }
      code.paragraph { encoding(&$0) }
      nested(&code)
    }
  }

  private func properties(_ code: inout Code) {
    let introducer = spelling.access + (object.isSent ? "var " : "let ")
    for field in fields {
      code.documentation(field.property.documentation)
      // A property wrapper is always a variable.
      let start = field.property.isIndirect ? "@Indirect \(spelling.access)var " : introducer
      code.halves(start, field.name, ":", declaredType(of: field))
    }
    if let additional = object.additional {
      code.line("/// What else the object holds, by key.")
      code.line("\(introducer)\(additional.name): [String: \(text(additional.value))]")
    }
  }

  /// A variable of a type that ends in `?` is nil even before the initialiser, and the compiler
  /// then takes the cube of their number to look through the initialiser: seconds for 200.
  private func declaredType(of field: Field) -> String {
    guard object.isSent, fields.count > Self.mostNilBefore, field.type.hasSuffix("?")
    else { return field.type }
    return "Optional<\(field.type.dropLast())>"
  }

  /// Up to so many the compiler's time does not show.
  private static let mostNilBefore = 60

  private func text(_ type: SwiftType) -> String {
    spelling.text(type, in: declaration.path)
  }

  private static func text(
    _ text: String, _ type: SwiftType, _ presence: ObjectType.Property.Presence
  ) -> String {
    switch presence {
    case .required: text
    case .optional, .nullable: text + "?"
    // Null is one of the values of any JSON.
    case .optionalNullable: type == .json ? text + "?" : "Nullable<\(text)>?"
    }
  }

  private func initializer(_ code: inout Code) {
    code.function(spelling.access + "init") { code in
      for field in fields {
        let defaultValue = field.property.defaultValue
        let value = field.presence == .required ? defaultValue : "nil"
        code.halves(field.name, ":") { code in
          code.indented { $0.line(field.type, value == nil ? "" : " = ", value ?? "") }
        }
      }
      if let additional = object.additional {
        code.line("\(additional.name): [String: \(text(additional.value))] = [:]")
      }
    } body: { code in
      for field in fields { code.halves("self.", field.property.name, " =", field.name) }
      if let name = object.additional?.name { code.line("self.\(name) = \(name.escaped)") }
    }
  }

  private func decoding(_ code: inout Code) {
    let readings = fields.map { $0.property.reading(as: $0.presence) }
    let throwing = readings.contains(where: \.isThrowing) ? " throws" : ""
    let opening = { (code: inout Code) in
      code.line(self.spelling.access, "init(from object: inout ObjectDecoder)", throwing)
    }
    code.block(opening) { code in
      for (field, reading) in zip(fields, readings) {
        if field.property.isNumberFromText {
          code.call("object.numbersFromText", literal: field.property.key)
        }
        let start = reading.isThrowing ? " = try object." : " = object."
        if reading.takesDefault, let value = field.property.defaultValue {
          code.call(field.member, start, reading.method) { code in
            code.literal(field.property.key)
            code.line("default: ", value)
          }
        } else {
          code.call(field.member, start, reading.method, literal: field.property.key)
        }
      }
      if let additional = object.additional {
        code.call(Self.member(additional.name.escaped), " = object.rest") { code in
          for pattern in additional.patterns { code.literal(pattern) }
        }
      }
    }
  }

  private func encoding(_ code: inout Code) {
    let opening = { (code: inout Code) in
      code.line(self.spelling.access, "func encode(to object: inout ObjectEncoder)")
    }
    code.block(opening) { code in
      for field in fields {
        writing(field, &code)
        if object.isSent { rules(of: field.property, &code) }
      }
      if object.isSent { requirements(&code) }
      if let additional = object.additional {
        let label = additional.value.isPart ? "parts: " : ""
        let rules = object.isSent ? additional.rules : []
        code.call("object.rest") { code in
          code.line(label, Self.member(additional.name.escaped))
          for rule in rules { rule.write(to: &code) }
        }
      }
      if object.isSent { object.rules.write("object.ownRule", to: &code) }
    }
  }

  private func writing(_ field: Field, _ code: inout Code) {
    if let header = field.property.header {
      code.call("object.header") { code in
        code.literal(header.name)
        code.prefixed("of: ") { $0.literal(field.property.key) }
        code.line(field.member)
        if header.explode { code.line("explode: true") }
      }
    } else {
      let method = field.property.writing(as: field.presence)
      code.call("object.", method, literal: field.property.key, field.member)
    }
  }

  private func rules(of property: ObjectType.Property, _ code: inout Code) {
    property.rules.write("object.rule", to: &code) { $0.literal(property.key) }
    if property.isReadOnly { code.call("object.readOnly", literal: property.key) }
    if object.requiresWhereSent(property) {
      code.call("object.require", literal: property.key)
    }
  }

  private func requirements(_ code: inout Code) {
    for groups in object.anyOf { require("Any", groups, &code) }
    for groups in object.oneOf { require("One", groups, &code) }
    for dependency in object.dependencies {
      code.call("object.require") { code in
        code.literal(dependency.key)
        code.prefixed("with: ") { $0.literal(dependency.other) }
      }
    }
  }

  private func require(_ quantity: String, _ groups: [[String]], _ code: inout Code) {
    code.call("object.require", quantity) { code in
      for group in groups { code.list(ofLiterals: group) }
    }
  }

  private static func member(_ name: String) -> String {
    name == "object" ? "self.object" : name
  }
}
