extension Request {
  /// The command that sends the same with curl, for a POSIX shell, its credentials `(redacted)`: to
  /// be tried by hand, or shown to a provider. A comment where it cannot be sent, which says why.
  public var curl: String {
    var request = self
    for (_, write) in fetches { write(&request, "(redacted)") }
    do {
      return try request.checked().curl
    } catch {
      return "# \(NotSent(request: description, cause: error))"
    }
  }
}
