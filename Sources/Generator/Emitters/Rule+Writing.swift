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
    case .minLength(let count), .maxLength(let count), .minItems(let count), .maxItems(let count),
      .minProperties(let count), .maxProperties(let count):
      code.line(".", keyword, "(", count.grouped, ")")
    case .minimum(let number), .maximum(let number), .exclusiveMinimum(let number),
      .exclusiveMaximum(let number), .multipleOf(let number):
      code.line(".", keyword, "(", number.asNumber, ")")
    case .pattern(let pattern): code.call(".pattern") { pattern.writePattern(to: &$0) }
    case .uniqueItems: code.line(".", keyword)
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
