internal import CCurl

extension CurlTransfer {
  /// Makes libcurl call the transfer, which must be there until it has ended.
  ///
  /// - Returns: whether it can.
  func setCallbacks() -> Bool {
    let owner = Unmanaged.passUnretained(self).toOpaque()
    return CURLE_OK
      == curl_easy_set_callbacks(
        handle.pointer,
        { owner, _, _, _, port in
          CurlTransfer.owner(owner).begin(atPort: port) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        },
        { buffer, size, count, owner in
          let buffer = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
          return CurlTransfer.owner(owner).send(into: buffer) ?? Int(CURL_READFUNC_ABORT)
        },
        { line, size, count, owner in
          let line = UnsafeRawBufferPointer(start: line, count: size * count)
          return CurlTransfer.owner(owner).receive(line: line) ? line.count : 0
        },
        { piece, size, count, owner in
          let piece = UnsafeRawBufferPointer(start: piece, count: size * count)
          return CurlTransfer.owner(owner).receive(piece: piece)
            ? piece.count : Int(CURL_WRITEFUNC_PAUSE)
        },
        owner)
  }

  /// The transfer that a handle is of.
  static func of(_ handle: UnsafeMutableRawPointer) -> CurlTransfer {
    owner(curl_easy_owner(handle))
  }

  private static func owner(_ pointer: UnsafeMutableRawPointer?) -> CurlTransfer {
    // libcurl gives back what `setCallbacks` gave it.
    Unmanaged<CurlTransfer>.fromOpaque(pointer!).takeUnretainedValue()
  }
}
