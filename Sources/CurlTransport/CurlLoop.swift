import APITransport
internal import CCurl
import Foundation
import SystemThreads

/// The thread that the transfers of one transport belong to. It ends when nobody holds the loop.
final class CurlLoop: Sendable {
  private struct Mail {
    var work: [@Sendable (CurlTransfers) -> Void] = []
    var isClosed = false
  }

  private let mail = Locked(Mail())

  /// Only for `curl_multi_wakeup`, which every thread may call, and only while `mail` is locked:
  /// the thread frees it once it has found the mail closed.
  private nonisolated(unsafe) let multi: UnsafeMutableRawPointer

  /// nil where libcurl, or what does TLS for it, cannot begin, or there is no thread for it.
  init?(timeout: Duration, connectionsPerHost: Int) {
    guard globalInit == CURLE_OK, let multi = curl_multi_init() else { return nil }
    // Without a file for it libcurl cannot be woken, and would wait while there is work.
    guard curl_multi_wakeup(multi) == CURLM_OK else {
      curl_multi_cleanup(multi)
      return nil
    }
    curl_multi_set_number(multi, CURLMOPT_MAX_HOST_CONNECTIONS, max(1, connectionsPerHost))
    curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, idleConnections)
    // The thread does not hold the loop, so that the loop can be released.
    nonisolated(unsafe) let own = multi
    do {
      try detachThread { [mail] in
        blockBrokenPipeSignal()
        let transfers = CurlTransfers(own, timeout: timeout)
        while true {
          let (work, isClosed) = mail.withLock { mail in
            defer { mail.work = [] }
            return (mail.work, mail.isClosed)
          }
          for work in work { work(transfers) }
          if isClosed { break }
          transfers.advance()
        }
        transfers.removeAll()
        // It closes the connections that are left, and tells of their ends.
        withExtendedLifetime(transfers) { _ = curl_multi_cleanup(own) }
      }
    } catch {
      curl_multi_cleanup(multi)
      return nil
    }
    // Last: `deinit` wakes it.
    self.multi = multi
  }

  deinit {
    mail.withLock { mail in
      mail.isClosed = true
      curl_multi_wakeup(multi)
    }
  }

  /// Makes the thread do `work`, after all that it was given before.
  func run(_ work: @escaping @Sendable (CurlTransfers) -> Void) {
    mail.withLock { mail in
      if mail.work.isEmpty { curl_multi_wakeup(multi) }
      mail.work.append(work)
    }
  }
}

/// How many connections are kept for later, to all hosts together.
private let idleConnections = 64

/// Once a process, before anything else of libcurl.
private let globalInit = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

/// libcurl leaves signals alone here, as it must where there are other threads; what it writes to a
/// connection that is closed must not end the process.
private func blockBrokenPipeSignal() {
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &signals, nil)
}
