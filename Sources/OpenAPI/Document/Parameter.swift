import Syntax

/// The Parameter Object (OAS 3.1 §4.8.12), and the Header Object (§4.8.21), which is one that says
/// neither its name nor that it is in a header.
package struct Parameter: Sendable {
  package enum Location: String, CaseIterable, Sendable {
    case path, query, header, cookie
    /// The whole query, as the one media type in `content` (OAS 3.2 §4.12.1).
    case querystring
  }

  /// How a value is written (OAS 3.2 §4.12.4).
  package enum Style: String, CaseIterable, Sendable {
    case simple, label, matrix, form, spaceDelimited, pipeDelimited, deepObject
    /// Like `form` in a cookie, with `; ` between values and nothing escaped (OAS 3.2).
    case cookie
    /// `collectionFormat: tsv` of Swagger 2.0.
    case tabDelimited
  }

  package var name: String
  /// What `x-apigen` says that it is called in Swift.
  package var swiftName: String?
  package var location: Location
  package var description: String?
  package var isRequired: Bool
  package var isDeprecated: Bool
  /// What is written in `style`; nil where `content` says what is written.
  package var schema: Schema.ID?
  /// The media type that the value is written in; nil where `schema` is not.
  package var content: MediaType?
  package var style: Style
  /// Whether each item of an array and each member of an object stands by itself.
  package var explode: Bool
  /// Whether characters that are reserved in URLs go out as they are (RFC 3986 §2.2).
  package var allowReserved: Bool
  /// Whether the slashes of a value in a path go out as they are, which OpenAPI has no word for.
  package var keepsSlashes = false
  package var allowEmptyValue: Bool
  package var place: Place
}
