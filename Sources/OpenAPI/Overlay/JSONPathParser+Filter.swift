extension JSONPathParser {
  /// `a || b && c`, where `&&` binds tighter (RFC 9535 §2.3.5.1).
  mutating func condition() throws(JSONPath.SyntaxError) -> Condition {
    var terms = [try conjunction()]
    while takeOperator("||") { terms.append(try conjunction()) }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private mutating func conjunction() throws(JSONPath.SyntaxError) -> Condition {
    var terms = [try term()]
    while takeOperator("&&") { terms.append(try term()) }
    return terms.count == 1 ? terms[0] : .all(terms)
  }

  private mutating func takeOperator(_ text: String) -> Bool {
    skipBlanks()
    return take(text)
  }

  /// A condition in parentheses, a test that something exists, or a comparison.
  private mutating func term() throws(JSONPath.SyntaxError) -> Condition {
    skipBlanks()
    let isNegated = take("!")
    skipBlanks()
    let start = position
    if take("(") {
      let condition = try parenthesized()
      return isNegated ? .not(condition) : condition
    }
    let left = try operand()
    skipBlanks()
    if let relation = Condition.Relation.allCases.first(where: { take($0.rawValue) }) {
      guard !isNegated else {
        throw failure("put the comparison after '!' in parentheses: !(@.a == 1)", at: start)
      }
      return try comparison(of: left, from: start, relation)
    }
    guard case .path(let path) = left else {
      throw failure("a literal alone is no condition; compare it: @.a == 1", at: start)
    }
    return isNegated ? .not(.exists(path)) : .exists(path)
  }

  private mutating func parenthesized() throws(JSONPath.SyntaxError) -> Condition {
    let condition = try nestedCondition()
    skipBlanks()
    guard take(")") else {
      throw failure("expected '&&', '||' or ')', but found \(found)")
    }
    return condition
  }

  private mutating func comparison(
    of left: Term, from start: Int, _ relation: Condition.Relation
  ) throws(JSONPath.SyntaxError) -> Condition {
    skipBlanks()
    let middle = position
    let right = try operand()
    guard let left = left.operand else { throw notSingular(at: start) }
    guard let right = right.operand else { throw notSingular(at: middle) }
    return .comparison(left, relation, right)
  }

  private func notSingular(at start: Int) -> JSONPath.SyntaxError {
    failure("a comparison takes one value; use only names and indices in its path", at: start)
  }

  private mutating func operand() throws(JSONPath.SyntaxError) -> Term {
    switch peek {
    case "@": return .path(try relativePath())
    case "'", "\"": return .literal(.string(try string()))
    case "$":
      throw failure("'$' inside a filter is not supported; begin with '@', the tested value")
    case let next? where next.isDigit || next == "-": return .literal(.number(try number()))
    default: return .literal(try word())
    }
  }

  private mutating func relativePath() throws(JSONPath.SyntaxError) -> JSONPath {
    let start = position
    _ = next()
    let path = JSONPath(segments: try segments())
    guard !path.segments.contains(where: \.isDescendant) else {
      throw failure("'..' inside a filter is not supported; name each step", at: start)
    }
    return path
  }

  private mutating func word() throws(JSONPath.SyntaxError) -> JSONValue {
    let start = position
    let expected = "expected '@', a string, a number, true, false or null"
    switch takeWhile({ $0.isNameStart || $0.isDigit }) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case "": throw failure("\(expected), but found \(found)")
    case let name where peek == "(":
      throw failure("functions are not supported, such as '\(name)()' here", at: start)
    case let name:
      throw failure("\(expected), but found '\(name)'; quote a string: '\(name)'", at: start)
    }
  }
}

/// What stands on one side of an operator, before it is known whether it is compared or tested.
private enum Term {
  case path(JSONPath)
  case literal(JSONValue)

  var operand: Condition.Operand? {
    switch self {
    case .path(let path): path.steps.map { .query($0) }
    case .literal(let value): .literal(value)
    }
  }
}
