import Foundation

/// A value that can stand in a path, a query or a header.
public protocol ParameterValue: Sendable {
  /// The value as text, before any encoding; nil for one that has none, a number that is not finite.
  var parameterText: String? { get }
}

extension String: ParameterValue {
  public var parameterText: String? { self }
}

extension Bool: ParameterValue {
  public var parameterText: String? { description }
}

extension Int: ParameterValue {
  public var parameterText: String? { description }
}

extension Int32: ParameterValue {
  public var parameterText: String? { description }
}

extension Int64: ParameterValue {
  public var parameterText: String? { description }
}

extension Double: ParameterValue {
  public var parameterText: String? { JSONNumber(self)?.text }
}

extension Float: ParameterValue {
  public var parameterText: String? { JSONNumber(self)?.text }
}

extension Decimal: ParameterValue {
  public var parameterText: String? { JSONNumber(self)?.text }
}

extension UUID: ParameterValue {
  public var parameterText: String? { uuidString.lowercased() }
}

extension Date: ParameterValue {
  public var parameterText: String? { rfc3339 }
}
