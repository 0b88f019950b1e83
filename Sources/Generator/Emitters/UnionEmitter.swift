/// Writes a choice of types as an enum.
///
///     public indirect enum Pet: Union {
///       case cat(Cat)
///       case dog(Dog)
///       case unknown
///       /// None of these: its JSON, as it came.
///       case other(JSONValue)
///
///       public static let shapes: [JSONShape] = [
///         .object(required: ["meow"], known: ["meow"]),
///         .object(required: ["bark"], known: ["bark"]),
///         .strings(["unknown"]),
///       ]
///
///       public init(_ json: JSONValue, as shape: Int?) throws {
///         switch shape {
///         case 0: self = .cat(try Cat(json: json))
///         case 1: self = .dog(try Dog(json: json))
///         case 2: self = .unknown
///         default: self = .other(json)
///         }
///       }
///
///       public func json(in context: inout EncodingContext) -> JSONValue {
///         switch self {
///         case .cat(let value): value.json(in: &context)
///         case .dog(let value): value.json(in: &context)
///         case .unknown: "unknown"
///         case .other(let value): value
///         }
///       }
///     }
struct UnionEmitter {
  let union: UnionType
  let declaration: TypeDeclaration
  let spelling: TypeSpelling

  func write(to code: inout Code, nested: (inout Code) -> Void) {
    let literals = union.literals
    var protocols = ["Union"] + literals.map { "ExpressibleBy\($0.kind)Literal" }
    if union.arrayLiteral != nil { protocols.append("ExpressibleByArrayLiteral") }
    if declaration.dictionaryLiteral != nil { protocols.append("ExpressibleByDictionaryLiteral") }
    let opening = "\(spelling.access)indirect enum \(declaration.name)"
    code.block(opening, conformingTo: protocols) { code in
      code.paragraph { cases(&$0) }
      for (kind, name, type) in literals {
        let parameter = "\(kind.lowercased())Literal value: \(text(type))"
        initializer(parameter, "self = .\(name)(value)", &code)
      }
      arrayLiteral(&code)
      dictionaryLiteral(&code)
      code.paragraph { shapes(&$0) }
      if union.isToldByEvents { code.paragraph { eventTypes(&$0) } }
      code.paragraph { decoding(&$0) }
      code.paragraph { encoding(&$0) }
      nested(&code)
    }
  }

  private func arrayLiteral(_ code: inout Code) {
    guard let (item, element) = union.arrayLiteral else { return }
    let parameter = "arrayLiteral elements: \(text(element))..."
    initializer(parameter, "self = .\(item.name)(elements)", &code)
  }

  private func dictionaryLiteral(_ code: inout Code) {
    guard let (item, value) = declaration.dictionaryLiteral else { return }
    let parameter = "dictionaryLiteral elements: (String, \(text(value)))..."
    let dictionary = "\(text(.dictionary(value)))(uniqueKeysWithValues: elements)"
    initializer(parameter, "self = .\(item.name)(\(dictionary))", &code)
  }

  private func initializer(_ parameter: String, _ body: String, _ code: inout Code) {
    code.paragraph { code in
      code.function(spelling.access + "init", { $0.line(parameter) }) { $0.line(body) }
    }
  }

  private func cases(_ code: inout Code) {
    for item in union.cases {
      code.documentation(item.documentation)
      switch item.content {
      case .value(let type): code.call("case ", item.name.escaped) { $0.line(text(type)) }
      case .constant: code.line("case ", item.name.escaped)
      }
    }
    code.line("/// None of these: its JSON, as it came.")
    code.line("case other(JSONValue)")
  }

  private func text(_ type: SwiftType) -> String {
    spelling.text(type, in: declaration.path)
  }

  private func shapes(_ code: inout Code) {
    code.prefixed(spelling.access + "static let shapes: [JSONShape] = ") { code in
      code.list { code in
        for item in union.cases { item.shape.write(to: &code) }
        if union.isAnything { JSONShape.any.write(to: &code) }
      }
    }
  }

  private func eventTypes(_ code: inout Code) {
    code.prefixed(spelling.access + "static let eventTypes: [[String]] = ") { code in
      code.list { code in
        for item in union.cases { code.list(ofLiterals: item.eventTypes) }
      }
    }
  }

  private func decoding(_ code: inout Code) {
    code.block(spelling.access + "init(_ json: JSONValue, as shape: Int?) throws") { code in
      code.branches("switch shape") { code in
        for (index, item) in union.cases.enumerated() {
          code.halves("case \(index):") { code in
            code.indented { code in
              switch item.content {
              case .value(let type):
                code.call("self = .", item.name) { $0.line("try \(text(type))(json: json)") }
              case .constant: code.line("self = .", item.name)
              }
            }
          }
        }
        code.line("default: self = .other(json)")
      }
    }
  }

  private func encoding(_ code: inout Code) {
    let isTagged = union.isTagged
    let opening = { (code: inout Code) in
      code.line(spelling.access, "func json(in context: inout EncodingContext) -> JSONValue")
    }
    code.block(opening) { code in
      code.branches("switch self") { code in
        for (index, item) in union.cases.enumerated() {
          if case .constant(let text) = item.content {
            code.halves("case .", item.name, ":") { $0.indented { $0.literal(text) } }
            continue
          }
          code.halves("case .\(item.name)(let value):") { code in
            code.indented { code in
              code.call("value.json") { code in
                code.line("in: &context")
                if isTagged, !item.isTaggedByAPI {
                  code.line("as: \(index)")
                  code.line("of: Self.shapes")
                }
                for rule in item.rules { rule.write(to: &code) }
              }
            }
          }
        }
        code.line("case .other(let value): value")
      }
    }
  }
}
