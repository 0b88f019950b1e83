extension String {
  /// The text without any of `secrets`, in either spelling. In one pass, the longest first: one secret
  /// may begin with another, and what stands for one must not be searched for the next.
  func redacting(_ secrets: [String]) -> String {
    let hidden = (secrets + secrets.map { $0.percentEncoded() })
      .filter { !$0.isEmpty }
      .sorted { $0.utf8.count > $1.utf8.count }
    var redacted = ""
    var rest = self[...]
    while let character = rest.first {
      if let secret = hidden.first(where: { rest.hasPrefix($0) }) {
        redacted += "(redacted)"
        rest = rest.dropFirst(secret.count)
      } else {
        redacted.append(character)
        rest.removeFirst()
      }
    }
    return redacted
  }
}
