import Foundation

/// Does `work` on a thread of its own. Foundation's `Thread` does not say when the system has none
/// to give: the work is never done then, and who waits for it waits for ever.
///
/// - Parameter stackSize: the size of its stack, in bytes; nil for the usual one.
/// - Throws: `POSIXError` where there is no thread, or no memory for its stack.
package func detachThread(
  stackSize: Int? = nil, _ work: @escaping @Sendable () -> Void
) throws(POSIXError) {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  if let stackSize { pthread_attr_setstacksize(&attributes, stackSize) }
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  let work = Unmanaged.passRetained(Work(run: work))
  let code = pthread_create(
    &thread, &attributes,
    { pointer in
      // Not nil: it is `work`, whose type is optional on some systems.
      let work: UnsafeMutableRawPointer? = pointer
      Unmanaged<Work>.fromOpaque(work!).takeRetainedValue().run()
      return nil
    }, work.toOpaque())
  if code != 0 {
    work.release()
    throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EAGAIN)
  }
}

private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}
