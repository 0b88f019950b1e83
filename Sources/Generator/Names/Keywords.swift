extension String {
  /// The words that Swift keeps for itself: as a name they need backticks.
  private static let keywords: ReservedNames = [
    "Any", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch", "class",
    "continue",
    "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
    "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is",
    "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// The name as it is written where it is declared or used on its own.
  var escaped: String {
    Self.keywords.contains(self) ? "`\(self)`" : self
  }
}
