import Foundation

extension Error {
  /// What an error says of itself, for a person: the system's words where it is one of the
  /// system's, Foundation's where it is one of Foundation's, and any other as it is shown.
  package var words: String {
    if let text = (self as? any LocalizedError)?.errorDescription { return text }
    let cause = (self as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? self
    let system = cause as NSError
    if system.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(system.code))) }
    let isFoundation = self is any CustomNSError || type(of: self) is NSError.Type
    return isFoundation ? localizedDescription : "\(self)"
  }
}
