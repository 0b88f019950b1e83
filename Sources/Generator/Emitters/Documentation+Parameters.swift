extension Documentation {
  /// A parameter of a function: what the description says of it, or else a default.
  typealias Parameter = (name: String, lines: [String], otherwise: String)

  /// A line for each parameter, if the description says something of any: DocC warns of gaps.
  static func parameters(_ parameters: [Parameter]) -> [String] {
    let described = parameters.map { parameter($0.name, $0.lines) }
    guard described.contains(where: { $0 != nil }) else { return [] }
    return zip(parameters, described).map { $1 ?? "- Parameter \($0.name): \($0.otherwise)" }
  }

  /// `- Parameter name: text`, in one paragraph, as the lists of DocC have it.
  private static func parameter(_ name: String, _ lines: [String]) -> String? {
    if lines.count < 2 { return lines.first.map { "- Parameter \(name): \($0)" } }
    let paragraphs = lines.split(separator: "").map { $0.joined(separator: " ") }
    guard let last = paragraphs.last else { return nil }
    let sentences = paragraphs.dropLast().map { $0.last?.isPunctuation == true ? $0 : $0 + "." }
    return "- Parameter \(name): " + (sentences + [last]).joined(separator: " ")
  }
}
