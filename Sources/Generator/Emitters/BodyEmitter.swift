import OpenAPI

/// Writes what a request carries.
///
///     request.json(body)
///
///     switch body {
///     case .json(let value):
///       request.json(value)
///     case .form(let value):
///       request.form(value)
///     }
struct BodyEmitter {
  let body: APIOperation.Body

  func write(to code: inout Code) {
    guard body.variants.count > 1 else {
      for variant in body.variants { statement(variant, "body", &code) }
      return
    }
    code.branches("switch body") { code in
      for variant in body.variants {
        code.line("case .\(variant.caseName ?? "")(let value)\(body.isOptional ? "?" : ""):")
        code.indented { statement(variant, "value", &$0) }
      }
      if body.isOptional { code.line("case nil: break") }
    }
  }

  private func statement(
    _ variant: APIOperation.BodyVariant, _ value: String, _ code: inout Code
  ) {
    code.call("request.", variant.format.rawValue) { code in
      code.line(variant.isNullSent ? ".some(\(value))" : value)
      if let type = variant.contentType { code.prefixed("contentType: ") { $0.literal(type) } }
      Self.argument(variant.encoding, &code)
    }
    variant.rules.write("request.check", to: &code) { $0.line(value) }
  }

  /// `encoding: ["tags": FieldEncoding(explode: false)]`; nothing where it says nothing.
  static func argument(_ encoding: [MediaType.Encoding], _ code: inout Code) {
    let parts = encoding.filter(\.saysSomething)
    if parts.isEmpty { return }
    code.prefixed("encoding: ") { code in
      code.list { code in
        for part in parts { part.write(to: &code) }
      }
    }
  }
}

extension MediaType.Encoding {
  /// The value of an object is exploded in any case.
  private var isInOne: Bool { explode == false && style != .deepObject }

  fileprivate var saysSomething: Bool {
    style != nil || isInOne || allowReserved || contentType != nil
  }

  /// `"tags": FieldEncoding(style: .pipeDelimited, explode: false)`
  fileprivate func write(to code: inout Code) {
    code.prefixed(name.literal + ": ") { code in
      code.call("FieldEncoding") { code in
        if let style { code.line("style: .", style.rawValue) }
        if isInOne { code.line("explode: false") }
        if allowReserved { code.line("allowReserved: true") }
        if let contentType { code.prefixed("contentType: ") { $0.literal(contentType) } }
      }
    }
  }
}
