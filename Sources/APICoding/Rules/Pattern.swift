import ECMAExpressions

/// Whether an ECMA 262 regular expression matches somewhere in `text`. One that Foundation does not
/// understand is taken for a match, since the API will judge.
func matches(_ text: String, ecmaPattern: String) -> Bool {
  expression(for: ecmaPattern)?.matches(in: text) ?? true
}

/// What was compiled last, as that takes longer than to match; nil for what Foundation does not
/// understand.
private let compiled = Locked<[String: ECMAExpression?]>([:])

private func expression(for ecmaPattern: String) -> ECMAExpression? {
  if let known = compiled.withLock({ $0[ecmaPattern] }) { return known }
  let expression = ECMAExpression(ecmaPattern)
  compiled.withLock { compiled in
    // All of an API's, as a rule, and not those of any number of them.
    if compiled.count >= 100 { compiled = [:] }
    compiled[ecmaPattern] = .some(expression)
  }
  return expression
}
