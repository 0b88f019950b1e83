/// A value that is read from JSON.
public protocol JSONDecodable: Sendable {
  /// - Throws: `JSONDecodingError` where `json` is not such a value.
  init(json: JSONValue) throws
}

extension JSONDecodable {
  /// What null is; nil where it is no such value. A union keeps null as it keeps whatever is none
  /// of its types.
  package static var ofNull: Self? { self is any Union.Type ? nil : try? Self(json: .null) }
}

/// A value that is read from JSON and written as JSON.
public typealias JSONCodable = JSONDecodable & JSONEncodable
