import Foundation

/// A date-time (RFC 3339 §5.6), written in UTC, to the microsecond. One without
/// an offset is read as UTC, and a day as its start; the dates of HTTP are read too, and the time
/// since 1970 in seconds or, where it has more than eleven digits, in milliseconds.
extension Date: JSONCodable {
  public init(json: JSONValue) throws {
    let expected = "a date and time (RFC 3339)"
    let meant = json.string.flatMap { Date(rfc3339: $0, isLenient: true) ?? Date(httpDate: $0) }
    guard let date = meant ?? json.double.map(Date.init(timestamp:)) else {
      throw JSONDecodingError(expected: expected, found: json)
    }
    if let deviations = Deviations.current, json.string.flatMap({ Date(rfc3339: $0) }) == nil {
      deviations.note(expected, found: json.string == nil ? json.kind : "one in another form")
    }
    self = date
  }

  /// Jackson writes milliseconds, others seconds: those of as many digits are of the year 5138.
  private init(timestamp: Double) {
    self.init(timeIntervalSince1970: abs(timestamp) < 1e11 ? timestamp : timestamp / 1000)
  }

  public func json(in context: inout EncodingContext) -> JSONValue {
    if let text = rfc3339 { return .string(text) }
    context.violation("is a date outside the years 0 to 9999, which RFC 3339 cannot write")
    return .null
  }
}

/// Written in lower case (RFC 9562 §4).
extension UUID: JSONCodable {
  public init(json: JSONValue) throws {
    guard let text = json.string, let value = UUID(uuidString: text) else {
      throw JSONDecodingError(expected: "a UUID", found: json)
    }
    self = value
  }

  public func json(in context: inout EncodingContext) -> JSONValue {
    .string(uuidString.lowercased())
  }
}

/// Bytes in base64 (RFC 4648 §4). It is read in the alphabet of URLs too (§5), in lines, and
/// without padding.
extension Data: JSONCodable {
  public init(json: JSONValue) throws {
    guard let text = json.string, let value = Data(lenientBase64: text) else {
      throw JSONDecodingError(expected: "base64", found: json)
    }
    self = value
  }

  public func json(in context: inout EncodingContext) -> JSONValue {
    .string(base64EncodedString())
  }

  private init?(lenientBase64 text: String) {
    var digits: [UInt8] = []
    var isPadded = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: " "): continue
      case UInt8(ascii: "="): isPadded = true
      case _ where isPadded: return nil
      case UInt8(ascii: "-"): digits.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): digits.append(UInt8(ascii: "/"))
      default: digits.append(byte)
      }
    }
    while digits.count % 4 != 0 { digits.append(UInt8(ascii: "=")) }
    self.init(base64Encoded: Data(digits))
  }
}
