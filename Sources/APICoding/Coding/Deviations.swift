/// What of an answer is otherwise than described, and is read all the same. Nothing is noted unless
/// somebody wants to know: `Client.onDeviation`.
package final class Deviations: Sendable {
  /// Those of the answer that is being read.
  @TaskLocal package static var current: Deviations?

  /// As many as help; a server may send millions.
  private static let most = 1000
  private let noted = Locked<[JSONDecodingError]>([])

  /// Reads something, and tells of what was noted meanwhile.
  package static func observing<Value>(
    _ read: () throws -> Value, tell: (JSONDecodingError) -> Void
  ) rethrows -> Value {
    let deviations = Deviations()
    defer { deviations.noted.withLock { $0 }.forEach(tell) }
    return try $current.withValue(deviations, operation: read)
  }

  /// Notes a deviation of the value that is being read; its place is added on the way out.
  package func note(_ expected: String, found: String, at path: [String] = []) {
    var deviation = JSONDecodingError(expected: expected, found: found)
    deviation.path = path
    noted.withLock { if $0.count < Self.most { $0.append(deviation) } }
  }

  /// Reads a value that stands under `key`.
  func under<Value>(_ key: String, _ read: () throws -> Value) rethrows -> Value {
    let count = noted.withLock { $0.count }
    defer {
      noted.withLock { noted in
        for index in noted[count...].indices { noted[index].path.insert(key, at: 0) }
      }
    }
    return try read()
  }
}

extension Deviations? {
  /// Reads a value that stands under `key`.
  ///
  /// - Throws: `JSONDecodingError`, as seen from the object or array.
  func read<Value: JSONDecodable>(_ json: JSONValue, under key: @autoclosure () -> String) throws
    -> Value
  {
    do {
      guard let self else { return try Value(json: json) }
      return try self.under(key()) { try Value(json: json) }
    } catch {
      throw JSONDecodingError(error).under(key())
    }
  }
}
