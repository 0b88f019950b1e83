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
struct ObjectEmitter {
  let object: ObjectType
  let declaration: TypeDeclaration
  let spelling: TypeSpelling

  func code(nested: [Code]) -> Code {
    let conformance = object.isForm ? "FormModel" : "Model"
    return Code.block("public struct \(declaration.name): \(conformance)") {
      Code.paragraphs(
        [properties()]
          + (object.isSent ? [initializer()] : [])
          + (object.isForm ? [] : [decoding()])
          + [encoding()] + nested)
    }
  }

  private func properties() -> Code {
    let introducer = object.isSent ? "var" : "let"
    return Code {
      for property in object.properties {
        Code.documentation(property.documentation)
        // A property wrapper is always a variable.
        let start = property.isIndirect ? "@Indirect public var" : "public \(introducer)"
        Code.halves(
          "\(start) \(property.name.escaped):", .line(declaredType(of: property)), indent: 1)
      }
      if let additional = object.additional {
        "/// What else the object holds, by key."
        "public \(introducer) \(additional.name): [String: \(text(additional.value))]"
      }
    }
  }

  /// A variable of a type that ends in `?` is nil even before the initialiser, and the compiler then
  /// takes the cube of their number to see what the initialiser does to them: seconds for two hundred.
  private func declaredType(of property: ObjectType.Property) -> String {
    let type = type(of: property)
    guard object.isSent, object.properties.count > Self.mostNilBefore, type.hasSuffix("?")
    else { return type }
    return "Optional<\(type.dropLast())>"
  }

  /// Up to so many the compiler's time does not show.
  private static let mostNilBefore = 60

  private func text(_ type: SwiftType) -> String {
    spelling.text(type, in: declaration.path)
  }

  private func type(of property: ObjectType.Property) -> String {
    switch presence(of: property) {
    case .required: text(property.type)
    case .optional, .nullable: text(property.type.orNil)
    case .optionalNullable: "Nullable<\(text(property.type))>?"
    }
  }

  /// How a property is there in this struct: what only one side knows may be absent on the other, and
  /// what is only read need not tell null from absent.
  private func presence(
    of property: ObjectType.Property
  ) -> ObjectType.Property.Presence {
    switch property.presence {
    case .required where property.isReadOnly && object.isSent: .optional
    case .required where property.isWriteOnly && object.isRead: .optional
    case .optionalNullable where !object.isSent || property.type == .json: .optional
    // A part of a form is there or not: it is never null.
    case .optionalNullable where property.isPart: .optional
    case .nullable where property.isPart: .optional
    case let presence: presence
    }
  }

  private func initializer() -> Code {
    var parameters = object.properties.map { property in
      let value = presence(of: property) == .required ? property.defaultValue : "nil"
      return Code.halves(
        property.name.escaped + ":",
        .line(type(of: property) + (value.map { " = " + $0 } ?? "")), indent: 1)
    }
    if let additional = object.additional {
      parameters.append(.line("\(additional.name): [String: \(text(additional.value))] = [:]"))
    }
    let names = object.properties.map(\.name) + [object.additional?.name].compactMap { $0 }
    return Code.block(
      .declaration(opening: "public init", parameters: parameters, closing: "")
    ) {
      for name in names { "self.\(name) = \(name.escaped)" }
    }
  }

  private func decoding() -> Code {
    let readings = object.properties.map { $0.reading(as: presence(of: $0)) }
    let throwing = readings.contains(where: \.isThrowing) ? " throws" : ""
    return Code.block("public init(from object: inout ObjectDecoder)\(throwing)") {
      for (property, reading) in zip(object.properties, readings) {
        let value = reading.takesDefault ? property.defaultValue : nil
        Code.call(
          opening: "\(member(property.name)) = \(reading.text)",
          arguments: [.literal(property.key), value.map { .line("default: \($0)") }]
            .compactMap { $0 }, closing: "")
      }
      if let additional = object.additional { "\(member(additional.name)) = object.rest()" }
    }
  }

  private func encoding() -> Code {
    Code.block("public func encode(to object: inout ObjectEncoder)") {
      for property in object.properties {
        writing(property)
        if object.isSent { rules(of: property) }
      }
      if object.isSent {
        for groups in object.anyOf { require("Any", groups) }
        for groups in object.oneOf { require("One", groups) }
        for dependency in object.dependencies {
          Code.call(
            "object.require", .literal(dependency.key),
            .prefixed("with: ", .literal(dependency.other)))
        }
      }
      if let additional = object.additional {
        let members = Code.line(
          (additional.value.isPart ? "parts: " : "") + member(additional.name))
        if object.isSent, !additional.rules.isEmpty {
          additional.rules.code("object.rest", members)
        } else {
          Code.call("object.rest", members)
        }
      }
      if object.isSent { object.rules.code("object.ownRule") }
    }
  }

  private func writing(_ property: ObjectType.Property) -> Code {
    let key = Code.literal(property.key)
    let value = Code.line(member(property.name))
    if let header = property.header {
      return .call("object.header", .literal(header), .prefixed("of: ", key), value)
    }
    return .call("object.\(property.writing(as: presence(of: property)))", key, value)
  }

  private func rules(of property: ObjectType.Property) -> Code {
    let key = Code.literal(property.key)
    return Code {
      property.rules.code("object.rule", key)
      if property.isReadOnly { Code.call("object.readOnly", key) }
      if property.isWriteOnly, property.presence == .required, object.isRead {
        Code.call("object.require", key)
      }
    }
  }

  private func require(_ quantity: String, _ groups: [[String]]) -> Code {
    .call(
      opening: "object.require\(quantity)",
      arguments: groups.map { .list($0.map { .literal($0) }) }, closing: "")
  }

  /// A property inside a method that has an argument called `object`.
  private func member(_ name: String) -> String {
    name == "object" ? "self.object" : name.escaped
  }
}
