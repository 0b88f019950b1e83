import Foundation

/// Why a request has no result. Each case answers whether the request was delivered.
public enum SendError<Problem: Sendable>: Error, Sendable {
  /// It was certainly not delivered.
  case notSent(NotSent)

  /// It was delivered, and the provider refused it.
  case rejected(Rejection<Problem>)

  /// It was delivered and accepted, and the answer could not be read.
  case undecodable(Undecodable)

  /// It may have been delivered.
  case outcomeUnknown(OutcomeUnknown)
}

extension SendError: Redacted, LocalizedError {
  public var description: String {
    switch self {
    case .notSent(let error): error.description
    case .rejected(let error): error.description
    case .undecodable(let error): error.description
    case .outcomeUnknown(let error): error.description
    }
  }

  public var errorDescription: String? { description }
}
