/// What of an answer is otherwise than described, and is read all the same. Nothing is noted unless
/// somebody wants to know: `Client.onDeviation`.
final class Deviations: Sendable {
  /// Those of the answer that is being read.
  @TaskLocal static var current: Deviations?

  private let noted = Locked<[JSONDecodingError]>([])

  /// What was noted so far.
  var all: [JSONDecodingError] { noted.withLock { $0 } }

  /// Notes a deviation of the value that is being read; its place is added on the way out.
  func note(_ expected: String, found: String, at path: [String] = []) {
    var deviation = JSONDecodingError(expected: expected, found: found)
    deviation.path = path
    noted.withLock { $0.append(deviation) }
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

extension HTTPRequest {
  /// Reads something of its answer, and tells of the deviations in that.
  func observing<Value>(_ read: () throws -> Value) rethrows -> Value {
    guard let onDeviation else { return try read() }
    let deviations = Deviations()
    defer {
      for var deviation in deviations.all {
        deviation.path = deviation.path.map(redact)
        onDeviation(description, deviation)
      }
    }
    return try Deviations.$current.withValue(deviations, operation: read)
  }
}
