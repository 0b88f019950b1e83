import Foundation

/// A body in parts (RFC 7578): text for strings, numbers and booleans, JSON for objects and arrays of them, a part an
/// element for arrays of plain values, and files. A null is left out.
struct MultipartForm {
  /// Stands between the parts, and in none of them: it is random.
  let boundary = "apigen-\(UUID().uuidString.lowercased())"

  private(set) var segments: [Body.Segment] = []
  private(set) var violations: [Violation] = []

  init(_ fields: [(key: String, content: ObjectEncoder.Content)]) {
    for (key, content) in fields {
      switch content {
      case .json(let value): append(value, named: key)
      case .files(let files): for file in files { append(file, named: key) }
      }
    }
    append("--\(boundary)--\r\n")
  }

  private mutating func append(_ value: JSONValue, named name: String) {
    switch value {
    case .null: break
    case .array(let elements) where elements.allSatisfy({ $0.formText != nil }):
      for element in elements { append(element, named: name) }
    case .array, .object:
      appendPart(
        named: name, more: "\r\nContent-Type: application/json", .bytes(value.serialized()))
    case .bool, .number, .string:
      appendPart(named: name, more: "", .bytes(Data((value.formText ?? "").utf8)))
    }
  }

  private mutating func append(_ file: File, named name: String) {
    if let complaint = HTTPHeaders.complaint(aboutValue: file.contentType) {
      violations.append(
        Violation(place: "/\(name)", message: "has a content type that \(complaint)"))
    }
    appendPart(
      named: name,
      more: "; filename=\"\(escaped(file.name))\"\r\nContent-Type: \(file.contentType)",
      file.content)
  }

  private mutating func appendPart(named name: String, more: String, _ content: Body.Segment) {
    append(
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(escaped(name))\"\(more)\r\n\r\n")
    segments.append(content)
    append("\r\n")
  }

  private mutating func append(_ text: String) { segments.append(.bytes(Data(text.utf8))) }
}

/// A name inside quotes (WHATWG HTML, "Multipart form data"); other characters stand in UTF-8.
private func escaped(_ name: String) -> String {
  var escaped = ""
  for scalar in name.unicodeScalars {
    switch scalar {
    case "\"": escaped += "%22"
    case "\r": escaped += "%0D"
    case "\n": escaped += "%0A"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

extension JSONValue {
  /// A plain value as the text of a form field; nil for null, arrays and objects.
  fileprivate var formText: String? {
    switch self {
    case .bool(let bool): "\(bool)"
    case .number(let number): number.text
    case .string(let text): text
    case .null, .array, .object: nil
    }
  }
}
