/// Reads a value through JSON from any decoder.
///
/// - Throws: `DecodingError`.
func decodeJSON<Value: JSONDecodable>(from decoder: any Decoder) throws -> Value {
  do {
    return try Value(json: JSONValue(from: decoder))
  } catch let error as JSONDecodingError {
    throw DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: "\(error)", underlyingError: error))
  }
}

/// Writes a value as JSON to any encoder. The rules of the description are for what is sent, and
/// are not checked here.
///
/// - Throws: `EncodingError` for what JSON cannot hold.
func encodeJSON(_ value: some JSONEncodable, to encoder: any Encoder) throws {
  var context = EncodingContext(isSent: false)
  let json = value.json(in: &context)
  if let violation = context.violations.first {
    throw EncodingError.invalidValue(
      value, .init(codingPath: encoder.codingPath, debugDescription: "\(violation)"))
  }
  try json.encode(to: encoder)
}
