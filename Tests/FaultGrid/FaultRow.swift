import LoopbackServer

/// What became of the messages that met one fault.
public struct FaultRow: Sendable, CustomStringConvertible {
  public let fault: Fault

  /// What the client said, how many times.
  public private(set) var verdicts: [Verdict: Int] = [:]

  /// How many messages the server read wholly, in part, and not at all.
  private var (whole, part, none) = (0, 0, 0)

  /// Where client and server do not agree, in words.
  public private(set) var mistakes: [String] = []

  init(_ fault: Fault) { self.fault = fault }

  mutating func add(
    _ message: String, _ verdict: Verdict, _ answer: String?, _ sight: FaultServer.Sight,
    mayRepeat: Bool
  ) {
    verdicts[verdict, default: 0] += 1
    if sight.read > 0 { whole += 1 } else if sight.begun > 0 { part += 1 } else { none += 1 }
    func check(_ isRight: Bool, _ complaint: String) {
      if !isRight { mistakes.append("\(message) \(complaint) (\(sight))") }
    }
    check(sight.accepted < 2 || mayRepeat, "arrived twice")
    check(verdict != .notSent || sight.begun == 0, "was said not to be sent, and was seen")
    check(verdict != .delivered || sight.accepted > 0, "was said to be delivered, and was not")
    check(
      verdict != .rejected || (sight.begun > 0 && sight.accepted == 0),
      "was said to be refused, and was not")
    if let answer, !answer.isEmpty { check(answer.contains(message), "got another's answer") }
  }

  /// The titles of the columns that a description has.
  public static let title =
    "| What the server does | Messages | " + columns(Verdict.allCases.map(\.rawValue))
    + " | Read | Begun | Not seen |\n|---|" + String(repeating: "--:|", count: 8)

  public var description: String {
    let counts = Verdict.allCases.map { verdicts[$0, default: 0] }
    let cells = ([counts.reduce(0, +)] + counts + [whole, part, none]).map {
      $0 == 0 ? "" : "\($0)"
    }
    return "| \(fault.name) | \(columns(cells)) |"
  }
}

private func columns(_ cells: [String]) -> String { cells.joined(separator: " | ") }
