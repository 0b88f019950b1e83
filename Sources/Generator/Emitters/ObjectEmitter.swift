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
    let conformance = object.hasFiles ? "FormModel" : "Model"
    return Code.block("public struct \(declaration.name): \(conformance)") {
      Code.paragraphs(
        [properties()]
          + (object.isSent ? [initializer()] : [])
          + (object.hasFiles ? [] : [decoding()])
          + [encoding()] + nested)
    }
  }

  private func properties() -> Code {
    let introducer = object.isSent ? "var" : "let"
    return Code {
      for property in object.properties {
        Code.documentation(property.documentation)
        Code.halves(
          "public \(introducer) \(property.name.escaped):", type(of: property), indent: 1)
      }
    }
  }

  private func type(of property: ObjectType.Property) -> String {
    spelling.text(property.type, in: declaration.path)
      + (property.presence == .required ? "" : "?")
  }

  private func initializer() -> Code {
    let parameters = object.properties.map { property in
      var code = "\(property.name.escaped): \(type(of: property))"
      if property.presence != .required {
        code += " = nil"
      } else if let value = property.defaultValue {
        code += " = " + value
      }
      return Code.line(code)
    }
    return Code.block(
      .declaration(opening: "public init", parameters: parameters, closing: "")
    ) {
      for property in object.properties {
        "self.\(property.name) = \(property.name.escaped)"
      }
    }
  }

  private func decoding() -> Code {
    let throwing = object.properties.contains { $0.reading.isThrowing } ? " throws" : ""
    return Code.block("public init(from object: inout ObjectDecoder)\(throwing)") {
      for property in object.properties {
        let key = Code.literal(property.key)
        let value = property.defaultValue.map { Code.line("default: \($0)") }
        Code.call(
          opening: "\(member(property)) = \(property.reading.text)",
          arguments: [key, value].compactMap { $0 }, closing: "")
      }
    }
  }

  private func encoding() -> Code {
    Code.block("public func encode(to object: inout ObjectEncoder)") {
      for property in object.properties {
        Code.call(
          "object.\(property.writing)", .literal(property.key), .line(member(property)))
        if object.isSent {
          for constraint in property.constraints {
            Code.call("object.rule", .literal(property.key), constraint.rule)
          }
        }
      }
      if object.isSent, !object.alternatives.isEmpty {
        let groups = object.alternatives.map { group in
          Code.line("[" + group.map(\.literal).joined(separator: ", ") + "]")
        }
        Code.call(opening: "object.requireAny", arguments: groups, closing: "")
      }
    }
  }

  /// A property inside a method that has an argument called `object`.
  private func member(_ property: ObjectType.Property) -> String {
    property.name == "object" ? "self.object" : property.name.escaped
  }
}
