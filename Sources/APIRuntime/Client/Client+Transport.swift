#if os(Linux) && Curl
  internal import CurlTransport
#endif

extension Client {
  /// What sends where no other transport is given.
  static func defaultTransport() -> any Transport {
    #if os(Linux) && Curl
      CurlTransport()
    #else
      URLSessionTransport()
    #endif
  }
}
