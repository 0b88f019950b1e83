/// A value of another kind than a test expects.
struct Unexpected: Error {
  let value: String

  init(value: Any) { self.value = "\(value)" }
}
