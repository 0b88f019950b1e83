/// How an answer is read: of which request, how much of it, and what deviations are told to.
struct Reading: Sendable {
  let request: HTTPRequest

  /// How many bytes of the answer, or of an element of a stream, are read into memory.
  let limit: Int

  /// Called for each deviation.
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
