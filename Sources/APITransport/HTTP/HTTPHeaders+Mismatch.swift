extension HTTPHeaders {
  /// What is wrong with the media type of an answer; nil where it is `accept`, or not said.
  package func mismatch(_ accept: String) -> JSONDecodingError? {
    guard let type = self["Content-Type"], !MediaTypes(accept).contains(type) else { return nil }
    return JSONDecodingError(expected: accept, found: "an answer of type \(type.mediaTypeName)")
  }

  /// Notes where the media type of an answer is not `accept` and its body is taken all the same.
  package func noteMismatch(_ accept: String?) {
    guard let deviations = Deviations.current, let error = accept.flatMap(mismatch) else { return }
    deviations.note(error.expected, found: error.found)
  }
}
