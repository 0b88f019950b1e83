extension Request {
  /// The curl command that sends this request, for a POSIX shell, its credentials `(redacted)`: to
  /// try by hand, or to show to a provider. If it cannot be sent, a comment that says why.
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
