/// Tells a person at a terminal what is being worked on, once that takes more than a second.
struct Progress {
  private let count: Int
  private let start = ContinuousClock.now
  private var begun = 0
  private var isShown = false

  /// Of so many descriptions.
  init(of count: Int) {
    self.count = count
  }

  mutating func begin(_ description: String) {
    begun += 1
    guard Console.isTerminal, ContinuousClock.now - start > .seconds(1) else { return }
    isShown = true
    Console.write("\r\u{1B}[K[\(begun)/\(count)] \(description)")
  }

  /// Takes away what it has shown.
  func end() {
    if isShown { Console.write("\r\u{1B}[K") }
  }
}
