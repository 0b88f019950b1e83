extension Request {
  /// How the answers of these statuses are read: they accept the request.
  public mutating func success(_ pattern: StatusPattern, _ reader: BodyReader<Response>) {
    successes.append((pattern, reader))
  }

  /// How the answers of these statuses are read: they refuse the request.
  public mutating func refusal(_ pattern: StatusPattern, _ reader: BodyReader<Problem>) {
    refusals.append((pattern, reader))
  }

  /// How an answer of `status` is read if it accepts the request; nil if it refuses it. Any 2XX accepts, and is read as
  /// the first documented success where it is not documented itself. Any other status accepts only where it is documented
  /// as a success by its number or its range.
  func success(for status: Int) -> BodyReader<Response>? {
    if (200..<300).contains(status) {
      return reader(for: StatusPattern.patterns(for: status), in: successes)
        ?? successes.first?.reader
    }
    return reader(for: [.code(status), .range(status / 100)], in: successes)
  }

  /// How an answer of `status` that refuses the request is read; nil where that is not documented.
  func refusal(for status: Int) -> BodyReader<Problem>? {
    reader(for: StatusPattern.patterns(for: status), in: refusals)
  }

  private func reader<Value>(
    for patterns: [StatusPattern],
    in documented: [(pattern: StatusPattern, reader: BodyReader<Value>)]
  ) -> BodyReader<Value>? {
    for pattern in patterns {
      if let match = documented.first(where: { $0.pattern == pattern }) { return match.reader }
    }
    return nil
  }

  /// The media types that are read (RFC 9110 §12.5.1); nil where any will do.
  var accept: String? {
    let readable = successes.map(\.reader.accept) + refusals.map(\.reader.accept)
    var types: [String] = []
    for type in readable.compactMap(\.self) where !types.contains(type) { types.append(type) }
    guard !types.isEmpty else { return nil }
    if successes.contains(where: { $0.reader.accept == nil }) { types.append("*/*") }
    return types.joined(separator: ", ")
  }
}
