import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension TransportError {
  /// What `URLSession` says of a request that has begun. Only where nothing can have gone out is it
  /// `notSent`.
  init(_ error: any Error) {
    switch (error as? URLError)?.code {
    case _ where error.isBeforeSending:
      self = .notSent(.noConnection(error.localizedDescription))
    case .cancelled: self = .interrupted(.cancelled)
    case .timedOut: self = .interrupted(.timedOut)
    default: self = .interrupted(.connectionLost(error.localizedDescription))
    }
  }
}

extension Error {
  #if canImport(FoundationNetworking)
    /// Whether the error is one of finding the host, connecting or TLS. The codes do not tell: a
    /// failed TLS handshake and a broken answer are both -1, and an answer that breaks off is
    /// -1004, as if never connected, where the first of a host's addresses refused and the second
    /// did not. libcurl's words do tell.
    fileprivate var isBeforeSending: Bool {
      (self as? URLError)?.code == .badURL
        || wordsBeforeSending.contains { localizedDescription.hasPrefix($0) }
    }
  #else
    /// Whether the error is one of finding the host, connecting or TLS.
    fileprivate var isBeforeSending: Bool {
      guard let code = (self as? URLError)?.code else { return false }
      return codesBeforeSending.contains(code)
    }
  #endif
}

#if canImport(FoundationNetworking)
  /// How libcurl's messages begin for what fails up to the end of the TLS handshake.
  private let wordsBeforeSending = [
    "Could not resolve", "Couldn't resolve", "Failed to connect to", "SSL certificate problem",
    "SSL: ",
    "SSL peer certificate", "OpenSSL SSL_connect", "TLS connect error", "error:",
  ]
#else
  private let codesBeforeSending: Set<URLError.Code> = [
    .badURL, .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet,
    .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
    .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
    .appTransportSecurityRequiresSecureConnection,
  ]
#endif
