/// The part of JSONPath (RFC 9535) that overlays use: names, indices, wildcards, `..` and filters.
///
/// Functions, slices, and `$` or `..` inside a filter are refused. That keeps evaluation linear:
/// the nodes of the document, times the length of the expression.
struct JSONPath: Sendable {
  var segments: [Segment]

  /// `.name`, `[…]` or, where `isDescendant`, `..name` and `..[…]` (RFC 9535 §2.5).
  struct Segment: Sendable {
    var isDescendant: Bool
    var selectors: [Selector]
  }

  /// What one segment takes from the children of a node (RFC 9535 §2.3).
  enum Selector: Sendable {
    case step(Step)
    case wildcard
    case filter(Condition)
  }

  /// A selector that takes at most one child. An index below 0 counts from the end.
  enum Step: Sendable {
    case name(String)
    case index(Int)
  }

  /// What is wrong with an expression, and where: the column counts Unicode scalars, from 1.
  struct SyntaxError: Error {
    var message: String
    var column: Int
  }
}

extension JSONPath {
  /// Throws where the text is not an expression of RFC 9535, or uses a part that is left out here.
  init(_ text: String) throws(SyntaxError) {
    var parser = JSONPathParser(text)
    self = try parser.parse()
  }

  /// The steps of a singular query, one that takes at most one node (RFC 9535 §2.3.5.1), else nil.
  var steps: [Step]? {
    var steps: [Step] = []
    for segment in segments {
      guard !segment.isDescendant, segment.selectors.count == 1,
        case .step(let step) = segment.selectors[0]
      else { return nil }
      steps.append(step)
    }
    return steps
  }
}
