import OpenAPI

/// Writes what a request carries.
///
///     request.json(body)
///
///     switch body {
///     case .json(let value): request.json(value)
///     case .form(let value): request.form(value)
///     }
struct BodyEmitter {
  let body: APIOperation.Body

  func code() -> Code {
    guard body.variants.count > 1 else {
      return Code { for variant in body.variants { statement(variant, "body") } }
    }
    return Code.branches("switch body") {
      for variant in body.variants {
        "case .\(variant.caseName ?? "")(let value)\(body.isOptional ? "?" : ""):"
        Code.indented(statement(variant, "value"))
      }
      if body.isOptional { "case nil: break" }
    }
  }

  private func statement(_ variant: APIOperation.BodyVariant, _ value: String) -> Code {
    let contentType = variant.contentType.map { Code.prefixed("contentType: ", .literal($0)) }
    // A body that has to be there, and may be null, is null where there is nothing else.
    let isNull = !body.isOptional && variant.type == variant.type.orNil
    let sent = isNull ? ".some(\(value))" : value
    return Code {
      Code.call(
        opening: "request.\(variant.format)",
        arguments: [.line(sent), contentType, Self.argument(variant.encoding)].compactMap { $0 },
        closing: "")
      variant.rules.code("request.check", .line(value))
    }
  }

  /// `encoding: ["tags": FieldEncoding(explode: false)]`; nil where it says nothing.
  static func argument(_ encoding: [MediaType.Encoding]) -> Code? {
    let entries = encoding.compactMap(entry)
    return entries.isEmpty ? nil : .prefixed("encoding: ", .list(entries))
  }

  /// `"tags": FieldEncoding(style: .pipeDelimited, explode: false)`
  private static func entry(_ encoding: MediaType.Encoding) -> Code? {
    let arguments: [Code?] = [
      encoding.style.map { .line("style: .\($0.rawValue)") },
      // The value of an object is exploded in any case.
      encoding.explode == false && encoding.style != .deepObject ? "explode: false" : nil,
      encoding.allowReserved ? "allowReserved: true" : nil,
      encoding.contentType.map { .prefixed("contentType: ", .literal($0)) },
    ]
    let written = arguments.compactMap { $0 }
    if written.isEmpty { return nil }
    return .prefixed(
      encoding.name.literal + ": ",
      .call(opening: "FieldEncoding", arguments: written, closing: ""))
  }
}
