extension Request {
  /// Sets how answers with these statuses are read, which accept the request. Of several readers
  /// for the same statuses, the one applies whose media type fits the answer best (RFC 9110
  /// §12.5.1), or else the first.
  public mutating func success(_ pattern: StatusPattern, _ reader: BodyReader<Response>) {
    successes.append((pattern, reader))
  }

  /// Sets how answers with these statuses are read, which refuse the request. See `success`.
  public mutating func refusal(_ pattern: StatusPattern, _ reader: BodyReader<Problem>) {
    refusals.append((pattern, reader))
  }

  /// How an answer is read if it accepts the request; nil if it refuses it. Any 2XX accepts, and is
  /// read as the first documented success where it is not documented itself. Any other status
  /// accepts only where it is documented as a success by its number or its range. An answer without
  /// a body where there should be one is the documented success without one.
  func success(for response: HTTPResponse) -> BodyReader<Response>? {
    guard let reader = documentedSuccess(for: response) else { return nil }
    // A 204 never has a body (RFC 9110 §15.3.5), and an empty one is no JSON.
    guard reader.needsBody || response.status == 204,
      let nothing = successes.first(where: { $0.reader.nothing != nil })?.reader.nothing
    else { return reader }
    return reader.nothing == nil ? reader.orNothing(nothing) : reader
  }

  private func documentedSuccess(for response: HTTPResponse) -> BodyReader<Response>? {
    if (200..<300).contains(response.status) {
      return reader(for: response, StatusPattern.patterns(for: response.status), in: successes)
        ?? successes.first.flatMap { reader(for: response, [$0.pattern], in: successes) }
    }
    let patterns = [StatusPattern.code(response.status), .range(response.status / 100)]
    return reader(for: response, patterns, in: successes)
  }

  /// How an answer that refuses the request is read, and whether that is documented of its status.
  /// Where all documented refusals are one model that not every object is, others are tried as it
  /// too: many descriptions list few of the statuses that servers send it with.
  func refusal(
    for response: HTTPResponse
  ) -> (reader: BodyReader<Problem>, isDocumented: Bool)? {
    let patterns = StatusPattern.patterns(for: response.status)
    if let reader = reader(for: response, patterns, in: refusals) { return (reader, true) }
    guard let first = refusals.first?.pattern, let model = Problem.self as? any Model.Type,
      (try? model.init(json: [:])) == nil
    else { return nil }
    return reader(for: response, [first], in: refusals).map { ($0, false) }
  }

  private func reader<Value>(
    for response: HTTPResponse, _ patterns: [StatusPattern],
    in documented: [(pattern: StatusPattern, reader: BodyReader<Value>)]
  ) -> BodyReader<Value>? {
    for pattern in patterns {
      let readers = documented.filter { $0.pattern == pattern }
      guard let first = readers.first else { continue }
      if readers.count == 1 { return first.reader }
      let type = response.headers["Content-Type"] ?? ""
      let fits = readers.map { $0.reader.accept.flatMap(type.fit) ?? -1 }
      return fits.max().flatMap { fits.firstIndex(of: $0) }.map { readers[$0].reader }
    }
    return nil
  }

  /// The media types that are read (RFC 9110 §12.5.1); nil where any will do.
  var accept: String? {
    var types: [String] = []
    // Closures: a key path of a generic type is made anew each time, a quarter of a call's cost.
    for type in successes.map({ $0.reader.accept }) + refusals.map({ $0.reader.accept }) {
      if let type, !types.contains(type) { types.append(type) }
    }
    if types.isEmpty { return nil }
    if successes.contains(where: { $0.reader.accept == nil }) { types.append("*/*") }
    return types.joined(separator: ", ")
  }
}
