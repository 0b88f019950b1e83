import Foundation

/// A value that several threads use, one at a time.
///
/// Sendable is right: `value` is only touched while `lock` is held. (`Mutex` needs macOS 15.)
package final class Locked<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  package init(_ value: Value) { self.value = value }

  package func withLock<Result>(_ work: (inout Value) -> Result) -> Result {
    lock.withLock { work(&value) }
  }
}
