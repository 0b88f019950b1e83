extension Duration {
  /// This as a time-out: at most 24 days. What measures longer ones overflows, and they are as good.
  package var asTimeout: Duration { min(self, .milliseconds(Int32.max)) }
}
