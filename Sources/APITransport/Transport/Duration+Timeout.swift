extension Duration {
  /// This as a time-out: at most 24 days, since longer ones overflow what measures them.
  package var asTimeout: Duration { min(self, .milliseconds(Int32.max)) }
}
