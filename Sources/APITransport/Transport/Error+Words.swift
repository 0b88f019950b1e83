import Foundation

extension Error {
  /// What an error says of itself.
  package var words: String {
    (self as? any LocalizedError)?.errorDescription ?? "\(self)"
  }
}
