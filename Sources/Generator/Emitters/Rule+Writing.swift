import OpenAPI

extension Rule {
  /// The rule as the runtime has it, such as `.items(.minLength(1))`.
  func write(to code: inout Code) {
    switch self {
    case .constraint(let constraint): constraint.write(to: &code)
    case .range(let format): code.line(".", format.rawValue)
    case .items(let rule): code.call(".items") { rule.write(to: &$0) }
    case .names(let rule): code.call(".names") { rule.write(to: &$0) }
    }
  }
}

extension [Rule] {
  /// `object.rule("tags", .maxItems(3), .items(.minLength(1)))`; nothing where there are none.
  func write(
    _ opening: String, to code: inout Code, _ arguments: (inout Code) -> Void = { _ in }
  ) {
    if isEmpty { return }
    code.call(opening) { code in
      arguments(&code)
      for rule in self { rule.write(to: &code) }
    }
  }
}

extension Constraint {
  fileprivate func write(to code: inout Code) {
    switch self {
    case .minLength(let count): code.line(".minLength(\(count.grouped))")
    case .maxLength(let count): code.line(".maxLength(\(count.grouped))")
    case .pattern(let pattern): code.call(".pattern") { pattern.writePattern(to: &$0) }
    case .minimum(let number): code.line(".minimum(\(number.asNumber))")
    case .maximum(let number): code.line(".maximum(\(number.asNumber))")
    case .exclusiveMinimum(let number): code.line(".exclusiveMinimum(\(number.asNumber))")
    case .exclusiveMaximum(let number): code.line(".exclusiveMaximum(\(number.asNumber))")
    case .multipleOf(let number): code.line(".multipleOf(\(number.asNumber))")
    case .minItems(let count): code.line(".minItems(\(count.grouped))")
    case .maxItems(let count): code.line(".maxItems(\(count.grouped))")
    case .uniqueItems: code.line(".uniqueItems")
    case .minProperties(let count): code.line(".minProperties(\(count.grouped))")
    case .maxProperties(let count): code.line(".maxProperties(\(count.grouped))")
    }
  }
}

extension Int {
  fileprivate var grouped: String { String(self).digitsGrouped }
}

extension String {
  /// A literal of an expression, without escapes of its backslashes where that can be.
  fileprivate func writePattern(to code: inout Code) {
    guard contains("\\"), let rawLiteral else { return code.literal(self) }
    code.line(rawLiteral)
  }

  /// A number of a description as Swift writes it: a whole one by its digits, where it fits, or
  /// else `.5` as `0.5`.
  fileprivate var asNumber: String { Int(self)?.grouped ?? "\(Double(self) ?? 0)" }
}
