import LoopbackServer

extension Fault {
  /// How `URLSession` on Linux takes a fault.
  public enum Effect: String, Sendable {
    /// As any other.
    case usual

    /// It is for a process of its own: it costs seconds of processor time, or is fatal where the
    /// server closes the connection before the client gives up.
    case apart

    /// It ends the process: headers that break off, and trailers, are taken for what cannot be.
    case fatal
  }

  /// How `URLSession` on Linux takes it.
  public var effect: Effect {
    switch name {
    case "closes after its status line", "closes after half of a header", "closes after a header",
      "chunks":
      .fatal
    case "stalls after its status line", "stalls after half of a header", "stalls after a header",
      "headers of 400 KB":
      .apart
    default: .usual
    }
  }
}
