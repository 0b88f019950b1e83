import Foundation
import SystemThreads

/// Tells a person at a terminal what is being worked on, once that takes more than a second.
///
/// Sendable is right: what changes is only touched while `lock` is held. (`Mutex` needs macOS 15,
/// and `Locked` is the runtime's, which the generator goes without.)
final class Progress: @unchecked Sendable {
  private let count: Int
  private let write: @Sendable (String) -> Void

  /// For all that changes: a thread of its own looks whether the time has come.
  private let lock = NSLock()
  private var begun = 0
  private var current = ""
  private var isShown = false
  private var hasEnded = false

  /// Of so many descriptions.
  ///
  /// - Parameters:
  ///   - delay: in seconds.
  ///   - write: writes to the terminal.
  init(
    of count: Int, after delay: TimeInterval = 1,
    write: @escaping @Sendable (String) -> Void = Console.write
  ) {
    self.count = count
    self.write = write
    // Without a thread nothing is told.
    try? detachThread { [self] in
      Thread.sleep(forTimeInterval: delay)
      lock.withLock {
        isShown = !hasEnded
        show()
      }
    }
  }

  func begin(_ description: String) {
    lock.withLock {
      begun += 1
      current = description
      show()
    }
  }

  /// Takes away what it has shown.
  func end() {
    lock.withLock {
      if isShown { write("\r\u{1B}[K") }
      isShown = false
      hasEnded = true
    }
  }

  private func show() {
    if isShown, begun > 0 { write("\r\u{1B}[K[\(begun)/\(count)] \(current)") }
  }
}
