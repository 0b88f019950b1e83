/// A value that is read from JSON.
public protocol JSONDecodable: Sendable {
  /// - Throws: `JSONDecodingError` where `json` is not such a value.
  init(json: JSONValue) throws
}

/// A value that is read from JSON and written as JSON.
public typealias JSONCodable = JSONDecodable & JSONEncodable
