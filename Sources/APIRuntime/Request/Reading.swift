/// How an answer is read: what it answers, how much of it is taken, and who is told of what.
struct Reading: Sendable {
  let request: HTTPRequest

  /// How many bytes of the answer, or of an element of a stream, are read into memory.
  let limit: Int

  /// Is told of deviations.
  let onDeviation: (@Sendable (_ request: String, _ deviation: JSONDecodingError) -> Void)?

  /// Reads something of the answer, and tells of the deviations in that.
  func observing<Value>(_ read: () throws -> Value) rethrows -> Value {
    guard let onDeviation else { return try read() }
    return try Deviations.observing(read) { deviation in
      var deviation = deviation
      deviation.path = deviation.path.map(request.redact)
      onDeviation(request.description, deviation)
    }
  }
}
