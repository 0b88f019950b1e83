import Foundation

/// Why a request has no result. Each case answers whether the request was delivered.
public enum SendError<Problem: Sendable>: Error, Sendable {
  /// It was certainly not delivered.
  case notSent(NotSent)

  /// It was delivered, and the provider refused it.
  case rejected(Rejection<Problem>)

  /// It was delivered and accepted, and the answer could not be read, or not all of it came.
  case undecodable(Undecodable)

  /// It may have been delivered.
  case outcomeUnknown(OutcomeUnknown)
}

extension SendError {
  /// The same error of a request that documents another problem.
  init<Other>(_ error: SendError<Other>) {
    self =
      switch error {
      case .notSent(let error): .notSent(error)
      case .undecodable(let error): .undecodable(error)
      case .outcomeUnknown(let error): .outcomeUnknown(error)
      case .rejected(let error):
        .rejected(
          Rejection(
            request: error.request, response: error.response, problem: nil,
            renewal: error.renewal))
      }
  }
}

extension SendError<Never> {
  /// The error of any request, without its problem, for code that handles those of several; nil for
  /// errors that are none.
  public init?(_ error: any Error) {
    guard let error = error as? any AnySendError else { return nil }
    self = error.withoutProblem
  }

  /// What a transport says of `request`, without its credentials.
  init(_ error: TransportError, for request: HTTPRequest) {
    self =
      switch error.redacted(for: request) {
      case .notSent(let cause): .notSent(NotSent(request: request.description, cause: cause))
      case .interrupted(let cause): .outcomeUnknown(OutcomeUnknown(request, cause))
      }
  }
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

/// A `SendError` with whatever problem.
private protocol AnySendError {
  var withoutProblem: SendError<Never> { get }
}

extension SendError: AnySendError {
  fileprivate var withoutProblem: SendError<Never> { SendError<Never>(self) }
}
