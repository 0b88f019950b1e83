/// Writes `<Provider>+Schemas.swift`: the provider's types.
///
///     nonisolated extension Vambe {
///       public struct SendSessionMessageDto: Model { … }
///     }
///
///     nonisolated extension Vambe.SendSessionMessageDto.TypeModel {
///       public static var text: Self { Self("text") }
///     }
struct SchemasEmitter {
  let provider: String
  /// The types of the file, which may be some of the provider's.
  let types: [TypeDeclaration]
  let spelling: TypeSpelling

  func write(to code: inout Code) {
    code.paragraph { code in
      code.block("nonisolated extension \(provider)") { paragraphs(types, &$0) }
    }
    for type in types { enumerations(of: type, &code) }
  }

  private func paragraphs(_ types: [TypeDeclaration], _ code: inout Code) {
    for type in types {
      code.paragraph { self.type(type, &$0) }
    }
  }

  private func type(_ declaration: TypeDeclaration, _ code: inout Code) {
    code.documentation(declaration.documentation)
    switch declaration.kind {
    case .object(let object):
      ObjectEmitter(object, of: declaration, spelling: spelling)
        .write(to: &code) { paragraphs(declaration.nested, &$0) }
    case .enumeration(let values):
      enumeration(values, declaration, &code)
    case .union(let union):
      UnionEmitter(union: union, declaration: declaration, spelling: spelling)
        .write(to: &code) { paragraphs(declaration.nested, &$0) }
    case .bodies(let cases):
      bodies(cases, declaration, &code)
    case .headers(let fields):
      HeadersEmitter(fields: fields, declaration: declaration, spelling: spelling)
        .write(to: &code) { paragraphs(declaration.nested, &$0) }
    case .alias(let target):
      alias(declaration.name, spelling.text(target, in: declaration.path.owner ?? .provider), &code)
    }
  }

  private func enumeration(
    _ values: EnumType, _ declaration: TypeDeclaration, _ code: inout Code
  ) {
    alias(declaration.name, "OpenEnum<\(values.marker)>", &code)
    let access = spelling.access
    code.paragraph { code in
      code.line("/// The values of `\(declaration.name)`.")
      code.block("\(access)enum \(values.marker)", conformingTo: ["EnumValues"]) { code in
        if values.type != .string {
          code.line(access, "typealias RawValue = ", spelling.text(values.type))
        }
        if values.isOpen { code.line(access, "static var isOpen: Bool { true }") }
        code.block("\(access)static var known: [\(spelling.text(values.type))]") { code in
          code.list { code in
            for item in values.cases { literal(item, &code) }
          }
        }
      }
    }
  }

  private func value(_ item: EnumType.Case, _ introducer: String, _ code: inout Code) {
    let name = item.name.escaped
    let isText = item.value.kind == .string
    let value = isText ? item.value.text.escapedInLiteral : item.value.literal
    let (start, end) = isText ? (": Self { Self(\"", "\") }") : (": Self { Self(", ") }")
    let width =
      introducer.utf8.count + name.width + start.utf8.count + value.width + end.utf8.count
    if width <= Code.lineLength - 2 {
      return code.line(introducer, name, start, value, end)
    }
    code.block(introducer + name + ": Self") { code in
      code.call("Self") { literal(item, &$0) }
    }
  }

  private func literal(_ item: EnumType.Case, _ code: inout Code) {
    if item.value.kind == .string {
      code.literal(item.value.text)
    } else {
      code.line(item.value.literal)
    }
  }

  /// The bodies that one operation has, each as the type that its format is.
  private func bodies(
    _ cases: [TypeDeclaration.BodyCase], _ declaration: TypeDeclaration, _ code: inout Code
  ) {
    let opening = "\(spelling.access)enum \(declaration.name)"
    code.block(opening, conformingTo: ["Sendable"]) { code in
      for item in cases {
        code.documentation(item.documentation)
        if let type = item.type {
          code.call("case ", item.name.escaped) { code in
            code.line(spelling.text(type, in: declaration.path))
          }
        } else {
          code.line("case ", item.name.escaped)
        }
      }
    }
  }

  private func alias(_ name: String, _ target: String, _ code: inout Code) {
    code.halves(spelling.access + "typealias ", name, " =", target)
  }

  /// The values of a type's enumerations, its own and those of the types inside it.
  private func enumerations(of declaration: TypeDeclaration, _ code: inout Code) {
    guard case .enumeration(let values) = declaration.kind else {
      for type in declaration.nested { enumerations(of: type, &code) }
      return
    }
    let path = spelling.full(declaration.name, in: declaration.path.owner ?? .provider)
    let introducer = spelling.access + "static var "
    code.paragraph { code in
      code.block("nonisolated extension \(path)") { code in
        for item in values.cases {
          code.documentation(item.documentation)
          value(item, introducer, &code)
        }
      }
    }
  }
}
