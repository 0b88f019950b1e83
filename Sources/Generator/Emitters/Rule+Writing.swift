import OpenAPI

extension Rule {
  /// The rule as the runtime has it, such as `.items(.minLength(1))`.
  var code: Code {
    switch self {
    case .constraint(let constraint): constraint.code
    case .int32: ".int32"
    case .items(let rule): .call(".items", rule.code)
    case .names(let rule): .call(".names", rule.code)
    }
  }
}

extension [Rule] {
  /// `object.rule("tags", .maxItems(3), .items(.minLength(1)))`; nothing where there are none.
  func code(_ opening: String, _ arguments: Code...) -> Code {
    isEmpty ? .nothing : .call(opening: opening, arguments: arguments + map(\.code), closing: "")
  }
}

extension Constraint {
  fileprivate var code: Code {
    switch self {
    case .minLength(let count): count.code(".minLength")
    case .maxLength(let count): count.code(".maxLength")
    case .pattern(let pattern): .call(".pattern", .literal(pattern))
    case .minimum(let number): number.code(".minimum")
    case .maximum(let number): number.code(".maximum")
    case .exclusiveMinimum(let number): number.code(".exclusiveMinimum")
    case .exclusiveMaximum(let number): number.code(".exclusiveMaximum")
    case .multipleOf(let number): number.code(".multipleOf")
    case .minItems(let count): count.code(".minItems")
    case .maxItems(let count): count.code(".maxItems")
    case .uniqueItems: ".uniqueItems"
    case .minProperties(let count): count.code(".minProperties")
    case .maxProperties(let count): count.code(".maxProperties")
    }
  }
}

extension Int {
  fileprivate func code(_ rule: String) -> Code { "\(rule)(\("\(self)".digitsGrouped))" }
}

extension String {
  /// A number of a description as Swift writes it: a whole one by its digits, where it fits, or else
  /// `.5` as `0.5`.
  fileprivate func code(_ rule: String) -> Code {
    Int(self)?.code(rule) ?? "\(rule)(\(Double(self) ?? 0))"
  }
}
