extension Documentation {
  /// A parameter of a function: what the description says of it, or else a default.
  typealias Parameter = (name: String, lines: [String], otherwise: String)

  /// A line for each parameter, if the description says something of any: DocC warns of gaps.
  static func parameters(_ parameters: [Parameter]) -> [String] {
    let described = parameters.map { parameter($0.name, $0.lines) }
    guard described.contains(where: { $0 != nil }) else { return [] }
    return zip(parameters, described).flatMap { $1 ?? ["- Parameter \($0.name): \($0.otherwise)"] }
  }

  /// `- Parameter name: text`, as the lists of DocC have it: paragraphs as one, and where there is
  /// more than words all of it as it is, below.
  private static func parameter(_ name: String, _ lines: [String]) -> [String]? {
    let opening = "- Parameter \(name):"
    guard let first = lines.first else { return nil }
    if lines.contains(where: isStructured) {
      let isBelow = isStructured(first)
      let rest = isBelow ? lines[...] : lines.dropFirst()
      return [isBelow ? opening : opening + " " + first] + rest.map { $0.isEmpty ? "" : "  " + $0 }
    }
    let paragraphs = lines.split(separator: "").map { $0.joined(separator: " ") }
    let sentences = paragraphs.dropLast().map { $0.last?.isPunctuation == true ? $0 : $0 + "." }
    return [([opening] + sentences + paragraphs.suffix(1)).joined(separator: " ")]
  }

  /// Whether a line is an item, a quote, a heading, a row or code.
  private static func isStructured(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    if text.first?.isLetter == true { return false }
    let isNumbered = text.first?.isNumber == true && text.drop { $0.isNumber }.hasPrefix(". ")
    return isNumbered || text.hasPrefix("~~~")
      || ["- ", "* ", "+ ", "> ", "#", "|", "```"].contains { text.hasPrefix($0) }
  }
}
