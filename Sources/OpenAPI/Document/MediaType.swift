import Syntax

/// A media type of a `content` map (OAS 3.1 §4.8.14), such as `application/json`.
package struct MediaType: Sendable {
  /// How a part of a form is written (the Encoding Object, OAS 3.1 §4.8.15).
  package struct Encoding: Sendable {
    /// The property of the form's schema.
    package var name: String
    /// The media type, or several with commas between; nil is the default for the property's type.
    package var contentType: String?
    /// The headers of a part of `multipart`.
    package var headers: [Parameter] = []
    /// Nil, together with `explode`, where the part is written by its content type.
    package var style: Parameter.Style?
    package var explode: Bool?
    package var allowReserved = false
    package var place: Place

    /// What follows from the schema of a part, where the description says no more of it.
    package init(name: String, contentType: String?, place: Place) {
      self.name = name
      self.contentType = contentType
      self.place = place
    }
  }

  /// The type and subtype in lower case, without parameters.
  package var name: String
  /// The key as it is written, with its parameters.
  package var key: String
  package var schema: Schema.ID?
  /// The schema of each item of a stream, such as `text/event-stream` (OAS 3.2 §4.14.3).
  package var itemSchema: Schema.ID?
  /// In the order of the description; properties without one are not in it.
  package var encoding: [Encoding]
  /// How the parts of a multipart body without names are written: the first ones, and all that
  /// follow (OAS 3.2 §4.14.5.2).
  package var prefixEncoding: [Encoding] = []
  package var itemEncoding: Encoding?
  /// Whether it is one of those that an operation has for all its answers, as in Swagger 2.0, and
  /// so perhaps not meant for this one.
  package var isOfAllAnswers = false
  /// What a body looks like, where that is asked for (`x-apigen: {examples: true}`).
  package var example: Example?
  package var place: Place

  /// A value as JSON, and, where it is a single one, as its text.
  package struct Example: Sendable {
    package var json: String
    package var text: String?
  }

  /// `application/json`, `text/json` and every `+json` (RFC 6839 §3.1).
  package var isJSON: Bool {
    name.hasSuffix("/json") || name.hasSuffix("+json")
  }
}
