/// Writes a choice of types as an enum.
///
///     public indirect enum Pet: Union {
///       case cat(Cat)
///       case dog(Dog)
///       /// None of these: its JSON, as it came.
///       case other(JSONValue)
///
///       public static let shapes: [JSONShape] = [
///         .object(required: ["meow"]),
///         .object(required: ["bark"]),
///       ]
///
///       public init(_ json: JSONValue, as shape: Int?) throws {
///         switch shape {
///         case 0: self = .cat(try Cat(json: json))
///         case 1: self = .dog(try Dog(json: json))
///         default: self = .other(json)
///         }
///       }
///
///       public func json(in context: inout EncodingContext) -> JSONValue {
///         switch self {
///         case .cat(let value): value.json(in: &context)
///         case .dog(let value): value.json(in: &context)
///         case .other(let value): value
///         }
///       }
///     }
struct UnionEmitter {
  let union: UnionType
  let declaration: TypeDeclaration
  let spelling: TypeSpelling

  func code(nested: [Code]) -> Code {
    Code.block("public indirect enum \(declaration.name): Union") {
      Code.paragraphs([cases(), shapes(), decoding(), encoding()] + nested)
    }
  }

  private func cases() -> Code {
    Code {
      for item in union.cases {
        Code.call("case \(item.name.escaped)", .line(type(of: item)))
      }
      "/// None of these: its JSON, as it came."
      "case other(JSONValue)"
    }
  }

  private func type(of item: UnionType.Case) -> String {
    spelling.text(item.type, in: declaration.path)
  }

  private func shapes() -> Code {
    .prefixed(
      "public static let shapes: [JSONShape] = ",
      .list(union.cases.map { JSONShapeSpelling.code($0.shape) }))
  }

  private func decoding() -> Code {
    Code.block("public init(_ json: JSONValue, as shape: Int?) throws") {
      Code.branches("switch shape") {
        for (index, item) in union.cases.enumerated() {
          Code.halves(
            "case \(index):", .call("self = .\(item.name)", .line(value(of: item))), indent: 1)
        }
        "default: self = .other(json)"
      }
    }
  }

  private func value(of item: UnionType.Case) -> String {
    item.type == .json ? "json" : "try \(type(of: item))(json: json)"
  }

  private func encoding() -> Code {
    Code.block("public func json(in context: inout EncodingContext) -> JSONValue") {
      Code.branches("switch self") {
        for (index, item) in union.cases.enumerated() {
          let tag: [Code] = union.isTagged ? ["as: \(index)", "of: Self.shapes"] : []
          Code.prefixed(
            "case .\(item.name)(let value): ",
            .call(
              opening: "value.json", arguments: ["in: &context"] + tag + item.rules.map(\.code),
              closing: ""))
        }
        "case .other(let value): value"
      }
    }
  }
}
