/// Lets others go on until something is so, or the test has taken too long.
func until(_ isSo: () -> Bool) async {
  while !isSo(), !Task.isCancelled { await Task.yield() }
}
