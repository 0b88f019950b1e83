/// One way in which an exchange goes wrong, or right.
public struct Fault: Sendable {
  public let name: String

  /// What a client may rightly say of a message that meets it.
  public let verdicts: Set<Verdict>

  let entry: Entry
  let reads: Part
  let answer: String
  let pace: Pace
  let ending: Ending
  let refusal: Refusal

  init(
    _ name: String, _ verdicts: Set<Verdict>, _ entry: Entry = .request, reads: Part = .all,
    answer: String = "", then ending: Ending = .keep, pace: Pace = .atOnce,
    refusal: Refusal = .none
  ) {
    self.name = name
    self.verdicts = verdicts
    self.entry = entry
    self.reads = reads
    self.answer = answer
    self.ending = ending
    self.pace = pace
    self.refusal = refusal
  }

  /// How the connection begins.
  enum Entry {
    /// Nobody listens.
    case refused

    /// Those who connect wait for ever.
    case unanswered

    /// The fault has a port of its own, and happens when a client connects, before its request is
    /// read.
    case connection

    /// As `connection`, and the client is to begin TLS.
    case handshake

    /// The fault happens when the line of a request has come.
    case request
  }

  /// How much of a request the server reads.
  enum Part: String, CaseIterable {
    case byte = "the first byte"
    case line = "the request line"
    case head = "the headers"
    case half = "half of the body"
    case almost = "all but the last byte"
    case all = "the whole request"
  }

  /// How the answer goes out.
  enum Pace {
    case atOnce
    case byteByByte
  }

  /// What happens after the answer.
  enum Ending: String {
    case close = "closes"
    case reset = "resets"

    /// Nothing happens for five seconds, which is longer than clients are to wait here.
    case stall = "stalls"

    /// The next request is waited for.
    case keep

    /// The connection is kept, and closed within three milliseconds, as the next request may be on
    /// its way.
    case closeSoon

    /// As `closeSoon`, with the 408 that servers send to connections on which nothing comes.
    case timeOutSoon

    /// The connection is closed when the next request comes, which is not read.
    case closeAtNext
  }

  /// Whether the server refuses the message in its answer, and so does not act on it.
  enum Refusal {
    case none, always

    /// Only when it comes for the first time; then the answer is the usual one.
    case first
  }
}

/// What a client says of a message.
public enum Verdict: String, Sendable, CaseIterable {
  case delivered, rejected, notSent, unknown
}
