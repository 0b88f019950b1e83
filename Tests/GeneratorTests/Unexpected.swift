/// Fails a test that got something else than it can go on with.
struct Unexpected: Error {
  var value: any Sendable
}
