/// Fails a test that got something else than it can go on with.
struct Unexpected: Error {
  let value: String

  init<Value>(value: Value) { self.value = String(describing: value) }
}
