/// Writes `<Provider>+Schemas.swift`: the provider's types.
///
///     extension Vambe {
///       public struct SendSessionMessageDto: Model { … }
///     }
///
///     extension OpenEnum where Values == Vambe.SendSessionMessageDto.TypeModelValues {
///       public static var text: Self { Self("text") }
///     }
struct SchemasEmitter {
  let api: API
  /// The types of the file, which may be some of the provider's.
  let types: [TypeDeclaration]
  let spelling: TypeSpelling

  func code() -> Code {
    let extensions = Code.block("extension \(api.name)") {
      Code.paragraphs(types.map(type))
    }
    return .paragraphs([extensions] + types.flatMap(enumerations))
  }

  private func type(_ declaration: TypeDeclaration) -> Code {
    Code {
      Code.documentation(declaration.documentation)
      switch declaration.kind {
      case .object(let object):
        ObjectEmitter(object: object, declaration: declaration, spelling: spelling)
          .code(nested: declaration.nested.map(type))
      case .enumeration(let values):
        alias(declaration.name, "OpenEnum<\(values.marker)>")
        "/// What tells `\(declaration.name)` from other enumerations."
        Code.block("public enum \(values.marker): EnumValues") {
          if values.type != .string {
            "public typealias RawValue = \(spelling.text(values.type))"
          }
        }
      case .union(let union):
        UnionEmitter(union: union, declaration: declaration, spelling: spelling)
          .code(nested: declaration.nested.map(type))
      case .bodies(let cases):
        bodies(cases, declaration)
      case .headers(let fields):
        HeadersEmitter(fields: fields, declaration: declaration, spelling: spelling)
          .code(nested: declaration.nested.map(type))
      case .alias(let target):
        let owner = Array(declaration.path.dropLast())
        alias(declaration.name, spelling.text(target, in: owner))
      }
    }
  }

  private func value(_ item: EnumType.Case) -> Code {
    let declaration = "public static var \(item.name.escaped): Self"
    let line = "\(declaration) { Self(\(item.literal)) }"
    if line.width <= Renderer.lineLength - 2 { return .line(line) }
    let literal = item.isText ? Code.literal(item.text) : .line(item.literal)
    return .block(declaration) { Code.call("Self", literal) }
  }

  /// The bodies that one operation has, each as the type that its format is.
  private func bodies(_ cases: [TypeDeclaration.BodyCase], _ declaration: TypeDeclaration) -> Code {
    Code.block("public enum \(declaration.name): Sendable") {
      for item in cases {
        Code.documentation(item.documentation)
        if let type = item.type {
          Code.call("case \(item.name.escaped)", .line(spelling.text(type, in: declaration.path)))
        } else {
          "case \(item.name.escaped)"
        }
      }
    }
  }

  private func alias(_ name: String, _ target: String) -> Code {
    .halves("public typealias \(name) =", .line(target), indent: 1)
  }

  /// The values of a type's enumerations, its own and those of the types inside it.
  private func enumerations(_ declaration: TypeDeclaration) -> [Code] {
    guard case .enumeration(let values) = declaration.kind else {
      return declaration.nested.flatMap(enumerations)
    }
    let path = ([api.name] + declaration.path.dropLast() + [values.marker])
      .joined(separator: ".")
    return [
      Code.block(.halves("extension OpenEnum", "where Values == \(path)", indent: 0)) {
        for item in values.cases {
          value(item)
        }
      }
    ]
  }
}
