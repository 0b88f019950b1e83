extension JSONShape {
  /// `.object(required: ["id"], known: ["id", "at"], members: ["at": .date])`
  func write(to code: inout Code) {
    switch self {
    case .any: code.line(".any")
    case .boolean: code.line(".boolean")
    case .booleans(let values):
      code.line(".booleans([", values.map(\.description).joined(separator: ", "), "])")
    case .integer: code.line(".integer")
    case .number: code.line(".number")
    case .string: code.line(".string")
    case .strings(let values): code.call(".strings") { $0.list(ofLiterals: values) }
    case .integers(let values):
      code.call(".integers") { code in
        code.list { code in
          for value in values { code.line("\(value)".digitsGrouped) }
        }
      }
    case .date: code.line(".date")
    case .calendarDate: code.line(".calendarDate")
    case .uuid: code.line(".uuid")
    case .base64: code.line(".base64")
    case .null: code.line(".null")
    case .tagged(let key, let values):
      code.call(".tagged") { code in
        code.literal(key)
        code.list { code in
          for value in values {
            if value.isQuoted { code.literal(value.text) } else { code.line(value.literal) }
          }
        }
      }
    case .array(let element):
      code.call(".array") { code in
        if let element { element.write(to: &code) } else { code.line("nil") }
      }
    case .object(let required, let known, let members):
      code.call(".object") { Self.write(required, known, members, to: &$0) }
    case .dictionary(let value): code.call(".dictionary") { value.write(to: &$0) }
    case .anyOf(let shapes):
      code.call(".anyOf") { code in
        code.list { code in
          for shape in shapes { shape.write(to: &code) }
        }
      }
    }
  }

  private static func write(
    _ required: [String], _ known: [String], _ members: [Member], to code: inout Code
  ) {
    if !required.isEmpty { code.prefixed("required: ") { $0.list(ofLiterals: required) } }
    if !known.isEmpty { code.prefixed("known: ") { $0.list(ofLiterals: known) } }
    if members.isEmpty { return }
    code.prefixed("members: ") { code in
      code.list { code in
        for member in members {
          code.prefixed(member.key.literal + ": ") { member.shape.write(to: &$0) }
        }
      }
    }
  }
}
