/// What is known while a value is written as JSON: where it stands, and what is wrong with the values so far.
public struct EncodingContext {
  private(set) var violations: [Violation] = []
  private var path: [String] = []

  /// Whether the rules of a description count, as they do for what is sent, or only whether JSON can hold a value.
  let checksRules: Bool

  init(checksRules: Bool = true) { self.checksRules = checksRules }

  /// Records that the value being written is not right: `is empty`.
  public mutating func violation(_ message: String) {
    violations.append(Violation(place: jsonPointer(path), message: message))
  }

  /// Does `work` for the value under `key` of the object or array being written.
  mutating func inside<Result>(
    _ key: String, _ work: (inout EncodingContext) -> Result
  ) -> Result {
    path.append(key)
    defer { path.removeLast() }
    return work(&self)
  }
}
