/// How a value is written as a parameter (OAS 3.2 §4.12.2, "Style Values"). A style that does not
/// apply to a location is written as that location's default: `simple` in paths, `form` in queries.
public enum ParameterStyle: Sendable {
  /// `blue,black`, in paths and headers (RFC 6570 §3.2.2).
  case simple

  /// `.blue.black`, in paths (RFC 6570 §3.2.5).
  case label

  /// `;color=blue;color=black`, in paths (RFC 6570 §3.2.7).
  case matrix

  /// `color=blue&color=black`, in queries, cookies and forms (RFC 6570 §3.2.8).
  case form

  /// `color=blue%20black`; exploded it is `form`.
  case spaceDelimited

  /// `color=blue%7Cblack`; exploded it is `form`.
  case pipeDelimited

  /// `color=blue%09black`, which only Swagger 2.0 has; exploded it is `form`.
  case tabDelimited

  /// `color[R]=100&color[G]=200`, exploded or not. Where OpenAPI leaves it undefined, it is as PHP
  /// and Rack read it: deeper objects are `color[a][b]=1`, arrays of plain values are
  /// `color[]=1&color[]=2`, and other arrays have indices: `color[0][b]=1`. A plain value is as in
  /// `form`.
  case deepObject

  /// `color=blue; color=black`: `form` without percent-encoding, in cookies.
  case cookie

  /// JSON text (OAS 3.2 §4.12.2, `content`), also of null and empty values.
  case json
}
