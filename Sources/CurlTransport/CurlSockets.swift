internal import CCurl
import Foundation

/// The sockets of the connections of a loop. libcurl does not say which one a request goes out on,
/// but that one's port. They belong to the loop's thread.
final class CurlSockets {
  private var open: Set<curl_socket_t> = []

  /// Makes libcurl tell of the sockets that a handle opens, and of their ends.
  func watch(_ handle: CurlHandle) {
    curl_easy_set_socket_callbacks(
      handle.pointer,
      { owner, socket, _ in
        CurlSockets.of(owner).open.insert(socket)
        return CURL_SOCKOPT_OK
      },
      { owner, socket in
        CurlSockets.of(owner).open.remove(socket)
        return close(socket)
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  /// Whether anything has come on the connection with this port that was not read yet, or its end.
  func haveInput(atPort port: Int32) -> Bool {
    open.contains { socket_has_input($0, port) != 0 }
  }

  private static func of(_ owner: UnsafeMutableRawPointer?) -> CurlSockets {
    // libcurl gives back what `watch` gave it.
    Unmanaged<CurlSockets>.fromOpaque(owner!).takeUnretainedValue()
  }
}
