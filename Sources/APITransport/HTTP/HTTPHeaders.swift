/// Header fields (RFC 9110 §5), in order; the case of names does not matter. Descriptions have the
/// names only: any value may be a credential, even in an answer, as servers repeat what they were
/// sent.
public struct HTTPHeaders: Sendable, Redacted {
  private var fields: [Field] = []

  /// No fields.
  public init() {}

  /// Adds a field after the others.
  public mutating func append(_ field: Field) { fields.append(field) }

  /// Adds what a folded line says to the last field's value (RFC 9112 §5.2).
  package mutating func fold(_ text: String) {
    guard let last = fields.popLast() else { return }
    append(Field(name: last.name, value: last.value + " " + text, isSecret: last.isSecret))
  }

  /// Removes every field of that name.
  public mutating func remove(_ name: String) { fields.removeAll { $0.isNamed(name) } }

  /// The values under `name`, with commas between them (RFC 9110 §5.2), of several media types the
  /// last (§8.3); nil where there is no such field. Setting it replaces all of them by one.
  public subscript(name: String) -> String? {
    get {
      let values = values(named: name)
      // Most have one.
      if values.count > 1, name.lowercased() == "content-type" { return values.last }
      return values.isEmpty ? nil : values.joined(separator: ", ")
    }
    set {
      remove(name)
      if let newValue { append(Field(name: name, value: newValue)) }
    }
  }

  /// The value of each field of that name.
  func values(named name: String) -> [String] {
    fields.filter { $0.isNamed(name) }.map(\.value)
  }

  public var description: String { "HTTPHeaders(\(fields.map(\.name).joined(separator: ", ")))" }
}

extension HTTPHeaders {
  /// One header field.
  public struct Field: Sendable, Redacted {
    /// The name, as it goes out.
    public let name: String

    /// The value, as it goes out.
    public let value: String

    /// Whether the value is a credential.
    public let isSecret: Bool

    /// A field as it goes out.
    public init(name: String, value: String, isSecret: Bool = false) {
      self.name = name
      self.value = value
      self.isSecret = isSecret
    }

    public var description: String { name }

    /// Whether the value is a credential, said to be one or called like one.
    package var mayBeSecret: Bool {
      let name = name.lowercased()
      let words = ["auth", "cookie", "key", "password", "secret", "session", "signature", "token"]
      return isSecret || words.contains(where: name.contains)
    }

    /// The value without what may be a credential: addresses often have one in their query, or
    /// after `#`.
    package var shownValue: String {
      if mayBeSecret { return "(redacted)" }
      let isAddress = value.contains("://") || Self.addresses.contains(name.lowercased())
      guard isAddress, let rest = value.firstIndex(where: { "?#".contains($0) }) else {
        return value
      }
      return value[...rest] + "(redacted)"
    }

    /// The fields of answers that are addresses, also without a scheme and a host (RFC 9110
    /// §8.7, §10.2.2; RFC 8288 §3).
    private static let addresses = ["content-location", "link", "location", "refresh"]

    fileprivate func isNamed(_ other: String) -> Bool { name.lowercased() == other.lowercased() }
  }
}

extension HTTPHeaders: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { fields.count }
  public subscript(position: Int) -> Field { fields[position] }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field(name: $0, value: $1) }
  }
}

extension HTTPHeaders {
  /// What is wrong with the text of a field's value (RFC 9110 §5.5), without showing it; nil if
  /// nothing is.
  package static func complaint(aboutValue value: String) -> String? {
    guard value.utf8.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else {
      return "has a line break or another control character"
    }
    let edges = [value.utf8.first, value.utf8.last]
    guard !edges.contains(0x20), !edges.contains(0x09) else { return "begins or ends with a space" }
    return nil
  }
}

extension HTTPHeaders.Field {
  /// What is wrong with the field where it is a header of a request. A name may hold anything; its
  /// debug description has no line breaks.
  package var violation: Violation? {
    complaint.map { Violation(place: "header \(name.shownName)", message: $0) }
  }

  /// What is wrong with the field, without showing its value; nil if nothing is.
  package var complaint: String? {
    name.isToken ? HTTPHeaders.complaint(aboutValue: value) : "is not the name of a header"
  }
}
