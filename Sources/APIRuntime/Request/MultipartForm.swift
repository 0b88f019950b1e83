import Foundation

/// A body in parts: the fields of a form as `FieldEncoding` says, and files.
struct MultipartForm {
  /// Stands between the parts, and in none of them: it is random.
  let boundary = "apigen-\(UUID().uuidString.lowercased())"

  /// Whether the parts have names (RFC 7578 §4.2), and are not told apart by their order.
  private let isNamed: Bool
  private(set) var segments: [Body.Segment] = []
  /// The media type of the first part, which `multipart/related` names (RFC 2387 §3.1).
  private(set) var firstType: String?
  private(set) var violations: [Violation] = []

  init(_ form: ObjectEncoder, _ encoding: [String: FieldEncoding], isNamed: Bool) {
    self.isNamed = isNamed
    for (key, content) in form.fields {
      let encoding = encoding[key] ?? FieldEncoding()
      var headers = HTTPHeaders()
      for header in form.headers where header.key == key {
        let text = ParameterStyle.simple.text(
          header.name, header.value, explode: header.explode, .none)
        headers.append(HTTPHeaders.Field(name: header.name, value: text))
      }
      switch content {
      case .json(let value): append(value, named: key, encoding, headers)
      case .file(let file): append(file, named: key, encoding, headers)
      }
    }
    append("--\(boundary)--\r\n")
  }

  /// Each object of an array is a part of its own, as each plain value is (OAS 3.2 §4.15.4).
  private mutating func append(
    _ value: JSONValue, named name: String, _ encoding: FieldEncoding, _ headers: HTTPHeaders
  ) {
    let isSplit = encoding.contentTypes.text.isEmpty || !isNamed && encoding.explode
    if encoding.style == nil, isSplit, let elements = value.array,
      elements.contains(where: { $0.object != nil }), elements.allSatisfy({ $0.array == nil })
    {
      for element in elements { append(element, named: name, encoding, headers) }
      return
    }
    let (pairs, contentType) = encoding.pairs(name, value, .none, &violations)
    for (name, text) in pairs {
      let bytes = text.bytes(ofType: contentType, at: "/\(name)", &violations)
      appendPart(named: name, "", contentType, headers, .bytes(bytes))
    }
  }

  private mutating func append(
    _ file: File, named name: String, _ encoding: FieldEncoding, _ headers: HTTPHeaders
  ) {
    let contentType = file.contentType(among: encoding.contentTypes)
    if contentType == nil {
      violations.append(file.violation(at: "/\(name)", notAmong: encoding.contentTypes))
    }
    appendPart(
      named: name, "; filename=\"\(escaped(file.name))\"", contentType, headers, file.content)
  }

  private mutating func appendPart(
    named name: String, _ parameters: String, _ contentType: String?, _ headers: HTTPHeaders,
    _ content: Body.Segment
  ) {
    var headers = headers
    if let contentType { headers.append(.init(name: "Content-Type", value: contentType)) }
    firstType = firstType ?? headers["Content-Type"] ?? "text/plain"
    append("--\(boundary)\r\n")
    if isNamed {
      append("Content-Disposition: form-data; name=\"\(escaped(name))\"\(parameters)\r\n")
    }
    for field in headers {
      if let complaint = field.complaint {
        let message = "has a part with a header \(field.name.shownName) that \(complaint)"
        violations.append(Violation(place: "/\(name)", message: message))
      }
      append("\(field.name): \(field.value)\r\n")
    }
    append("\r\n")
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
