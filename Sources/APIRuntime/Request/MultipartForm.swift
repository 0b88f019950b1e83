import Foundation

/// A body in parts (RFC 7578): the fields of a form as `FieldEncoding` says, and files.
struct MultipartForm {
  /// Stands between the parts, and in none of them: it is random.
  let boundary = "apigen-\(UUID().uuidString.lowercased())"

  private(set) var segments: [Body.Segment] = []
  private(set) var violations: [Violation] = []

  init(
    _ fields: [(key: String, content: ObjectEncoder.Content)], _ encoding: [String: FieldEncoding]
  ) {
    for (key, content) in fields {
      let encoding = encoding[key] ?? FieldEncoding()
      switch content {
      case .json(let value): append(value, named: key, encoding)
      case .files(let files): for file in files { append(file, named: key, encoding) }
      }
    }
    append("--\(boundary)--\r\n")
  }

  private mutating func append(
    _ value: JSONValue, named name: String, _ encoding: FieldEncoding
  ) {
    let (pairs, isJSON) = encoding.pairs(name, value, .none)
    let contentType = encoding.contentType ?? (isJSON ? "application/json" : nil)
    for (name, text) in pairs {
      appendPart(named: name, "", contentType, encoding, .bytes(Data(text.utf8)))
    }
  }

  private mutating func append(_ file: File, named name: String, _ encoding: FieldEncoding) {
    appendPart(
      named: name, "; filename=\"\(escaped(file.name))\"",
      file.contentType(or: encoding.contentType),
      encoding, file.content)
  }

  private mutating func appendPart(
    named name: String, _ parameters: String, _ contentType: String?, _ encoding: FieldEncoding,
    _ content: Body.Segment
  ) {
    var headers = encoding.headers
    if let contentType { headers.append(.init(name: "Content-Type", value: contentType)) }
    append(
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(escaped(name))\"\(parameters)")
    for field in headers {
      if let complaint = field.complaint {
        let message = "has a part with a header \(field.name.debugDescription) that \(complaint)"
        violations.append(Violation(place: "/\(name)", message: message))
      }
      append("\r\n\(field.name): \(field.value)")
    }
    append("\r\n\r\n")
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
