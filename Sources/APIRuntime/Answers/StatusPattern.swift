/// The statuses that a documented response is for (OAS 3.1 §4.8.16). The most specific one applies.
public enum StatusPattern: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// One status: 201.
  case code(Int)

  /// A hundred statuses by their first digit: 2 for 2XX.
  case range(Int)

  /// Every other status.
  case `default`

  public init(integerLiteral value: Int) { self = .code(value) }

  /// The patterns that `status` fits, the most specific first.
  static func patterns(for status: Int) -> [StatusPattern] {
    [.code(status), .range(status / 100), .default]
  }
}
