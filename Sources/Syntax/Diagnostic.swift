/// Something to tell the person who runs apigen. A reader throws one where it cannot go on.
package struct Diagnostic: Error {
  package enum Severity: String, Sendable {
    case error, warning, note
  }

  package var severity: Severity
  /// What was found, what was expected, and what to do, in one sentence or two.
  package var message: String
  package var place: Place
  /// Other places that explain this one, shown beneath it.
  package var notes: [(message: String, place: Place)]

  package init(
    _ message: String, severity: Severity = .error, at place: Place,
    notes: [(message: String, place: Place)] = []
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
  }
}
