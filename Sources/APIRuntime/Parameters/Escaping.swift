/// What is done to the text of a parameter so that it stays within its place.
///
/// Where reserved characters are allowed (RFC 6570 §3.2.3), percent-encoded bytes are kept as well,
/// but never a character that would end the value: `/ ? #` in a path, `# & +` in a query or form.
/// `[ ]` is no part of either (RFC 3986 §3.4).
enum Escaping {
  /// Nothing: headers and the parts of a form take text to the letter.
  case none
  /// One segment, or as many as the slashes that are kept make of it.
  case path(allowReserved: Bool, keepsSlashes: Bool)
  case query(allowReserved: Bool)

  /// application/x-www-form-urlencoded (WHATWG URL §5.2): a space is a plus.
  case form(allowReserved: Bool)

  /// The name of a parameter, in which nothing reserved is ever allowed.
  func name(_ text: String) -> String {
    switch self {
    case .none: text
    case .path, .query: text.percentEncoded()
    case .form: text.formEncoded(keeping: "*")
    }
  }

  /// A value, or a piece of one.
  func value(_ text: String) -> String {
    switch self {
    case .path(allowReserved: true, keepsSlashes: false):
      text.percentEncoded(keeping: "%:@!$&'()*+,;=")
    case .path(allowReserved: true, keepsSlashes: true):
      text.percentEncoded(keeping: "/%:@!$&'()*+,;=")
    case .path(allowReserved: false, keepsSlashes: true): text.percentEncoded(keeping: "/")
    case .query(allowReserved: true): text.percentEncoded(keeping: "%:/?@!$'()*,;=")
    case .form(allowReserved: true): text.formEncoded(keeping: "%:/?@!$'()*,;=")
    default: name(text)
    }
  }
}

extension String {
  fileprivate func formEncoded(keeping kept: StaticString) -> String {
    percentEncoded(keeping: kept).replacing("%20", with: "+").replacing("~", with: "%7E")
  }
}
