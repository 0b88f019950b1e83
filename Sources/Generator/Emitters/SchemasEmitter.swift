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
  let spelling: TypeSpelling

  func code() -> Code {
    let types = Code.block("extension \(api.name)") {
      Code.paragraphs(api.types.map(type))
    }
    return .paragraphs([types] + api.types.flatMap(enumerations))
  }

  private func type(_ declaration: TypeDeclaration) -> Code {
    Code {
      Code.documentation(declaration.documentation)
      switch declaration.kind {
      case .object(let object):
        ObjectEmitter(object: object, declaration: declaration, spelling: spelling)
          .code(nested: declaration.nested.map(type))
      case .enumeration:
        alias(declaration.name, "OpenEnum<\(declaration.name)Values>")
        "/// What tells `\(declaration.name)` from other enumerations."
        "public enum \(declaration.name)Values: EnumValues {}"
      case .alias(let target):
        let owner = Array(declaration.path.dropLast())
        alias(declaration.name, spelling.text(target, in: owner))
      }
    }
  }

  private func alias(_ name: String, _ target: String) -> Code {
    .halves("public typealias \(name) =", target, indent: 1)
  }

  /// The values of a type's enumerations, its own and those of the types inside it.
  private func enumerations(_ declaration: TypeDeclaration) -> [Code] {
    guard case .enumeration(let cases) = declaration.kind else {
      return declaration.nested.flatMap(enumerations)
    }
    let path = ([api.name] + declaration.path).joined(separator: ".")
    return [
      Code.block(.halves("extension OpenEnum", "where Values == \(path)Values", indent: 0)) {
        for item in cases {
          "public static var \(item.name.escaped): Self { Self(\(item.value.literal)) }"
        }
      }
    ]
  }
}
