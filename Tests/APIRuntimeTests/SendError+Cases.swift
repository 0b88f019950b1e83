import APIRuntime

// What an error is, for a test that knows which it should be; nil where it is another.

extension SendError {
  var notSent: NotSent? { if case .notSent(let error) = self { error } else { nil } }
  var rejected: Rejection<Problem>? { if case .rejected(let error) = self { error } else { nil } }
  var undecodable: Undecodable? { if case .undecodable(let error) = self { error } else { nil } }
  var outcomeUnknown: OutcomeUnknown? {
    if case .outcomeUnknown(let error) = self { error } else { nil }
  }
}

extension Undecodable {
  var error: JSONDecodingError? {
    if case .unexpected(let error) = cause { error } else { nil }
  }
  var file: String? { if case .file(let words) = cause { words } else { nil } }
  var interruption: OutcomeUnknown.Cause? {
    if case .incomplete(let cause) = cause { cause } else { nil }
  }
  var middleware: String? { if case .middleware(let words) = cause { words } else { nil } }
}

extension NotSent {
  var violations: [String] {
    if case .invalid(let violations) = cause { violations.map(\.description) } else { [] }
  }
}
