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
    case .minLength(let count): ".minLength(\(count))"
    case .maxLength(let count): ".maxLength(\(count))"
    case .pattern(let pattern): .call(".pattern", .literal(pattern))
    case .minimum(let number): ".minimum(\(number.numberLiteral))"
    case .maximum(let number): ".maximum(\(number.numberLiteral))"
    case .exclusiveMinimum(let number): ".exclusiveMinimum(\(number.numberLiteral))"
    case .exclusiveMaximum(let number): ".exclusiveMaximum(\(number.numberLiteral))"
    case .multipleOf(let number): ".multipleOf(\(number.numberLiteral))"
    case .minItems(let count): ".minItems(\(count))"
    case .maxItems(let count): ".maxItems(\(count))"
    case .uniqueItems: ".uniqueItems"
    case .minProperties(let count): ".minProperties(\(count))"
    case .maxProperties(let count): ".maxProperties(\(count))"
    }
  }
}

extension String {
  /// A number of a description as Swift writes it: a whole one by its digits, where it fits, or else
  /// `.5` as `0.5`.
  fileprivate var numberLiteral: String {
    Int(self).map { "\($0)".digitsGrouped } ?? "\(Double(self) ?? 0)"
  }
}
