import Foundation

/// How the body of an answer is read. Each kind has a second form that wraps what it reads, for
/// operations whose answers are the cases of an enumeration: `.json({ .ok($0) })`.
public struct BodyReader<Value: Sendable>: Sendable {
  /// The media type that it reads, for `Accept`; nil for any.
  let accept: String?

  /// Reads an answer to a request.
  ///
  /// - Throws: `undecodable`.
  let read: @Sendable (HTTPResponse, Reading) async throws(SendError<Never>) -> Value

  /// Whether a body that is empty cannot be read.
  private(set) var needsBody = false

  /// What stands for an answer without a body; nil where that is nothing of its own.
  private(set) var nothing: Value?

  /// Reads an answer as it comes.
  init(
    accept: String?,
    read: @escaping @Sendable (HTTPResponse, Reading) async throws(SendError<Never>) -> Value
  ) {
    self.accept = accept
    self.read = read
  }

  /// Reads an answer when all of it has come; `whole` throws a `JSONDecodingError`.
  init(accept: String?, whole: @escaping @Sendable (RawResponse) throws -> Value) {
    self.init(accept: accept) { response, reading throws(SendError<Never>) in
      let raw = try await response.collected(for: reading)
      do {
        return try reading.observing { try whole(raw) }
      } catch {
        throw .undecodable(Undecodable(reading.request, raw, .unexpected(JSONDecodingError(error))))
      }
    }
  }

  /// The same, with `nothing` for an answer without a body.
  func orNothing(_ nothing: Value) -> BodyReader {
    BodyReader(accept: accept) { response, reading throws(SendError<Never>) in
      let raw = try await response.collected(for: reading)
      return raw.body.isEmpty ? nothing : try await read(HTTPResponse(raw), reading)
    }
  }
}

extension BodyReader {
  /// A JSON document. An empty body is null, where the type has a null, and what is no JSON is the
  /// text of a string: many servers write that as it is.
  public static func json<Body: JSONDecodable>(
    _ wrap: @escaping @Sendable (Body) -> Value, accept: String = "application/json"
  ) -> BodyReader {
    var reader = BodyReader(accept: accept) { response in
      if response.body.isEmpty, let null = Body.ofNull { return wrap(null) }
      do {
        return wrap(try Body(json: response.json(accept: accept)))
      } catch {
        guard !response.body.isEmpty, (try? response.json(accept: accept)) == nil,
          let text = try response.text() as? Body
        else { throw error }
        Deviations.current?.note("a string in JSON", found: "text")
        return wrap(text)
      }
    }
    reader.needsBody = true
    return reader
  }

  /// Text in the encoding that the answer names, or else UTF-8, in which invalid bytes become
  /// U+FFFD. Values other than strings, such as numbers and dates, may have white space around
  /// them. An answer that says it is JSON may be a string in JSON: Spring has `*/*` for both.
  public static func text<Body: JSONDecodable>(
    _ wrap: @escaping @Sendable (Body) -> Value, accept: String = "text/plain"
  ) -> BodyReader {
    BodyReader(accept: accept) { response in
      response.headers.noteMismatch(accept)
      let text = try response.stringInJSON ?? response.text()
      if let text = text as? Body { return wrap(text) }
      let word = text.trimmingCharacters(in: .whitespacesAndNewlines)
      return wrap(try (try? Body(json: .string(word))) ?? Body(json: JSONValue(plain: word)))
    }
  }

  /// The bytes of the body.
  public static func data(
    _ wrap: @escaping @Sendable (Data) -> Value, accept: String? = nil
  ) -> BodyReader {
    BodyReader(accept: accept) { response in
      response.headers.noteMismatch(accept)
      return wrap(response.body)
    }
  }

  /// The whole answer, as it is.
  public static func raw(_ wrap: @escaping @Sendable (RawResponse) -> Value) -> BodyReader {
    BodyReader(accept: nil, whole: wrap)
  }

  /// No body; one that is sent all the same is ignored.
  public static func none(_ value: Value) -> BodyReader {
    var reader = BodyReader(accept: nil) { _ in value }
    reader.nothing = value
    return reader
  }
}

extension BodyReader where Value: JSONDecodable {
  /// A JSON document.
  public static var json: BodyReader { json { $0 } }

  /// A JSON document of a media type of its own: `application/hal+json`.
  public static func json(accept: String) -> BodyReader { json({ $0 }, accept: accept) }

  /// Text in the encoding that the answer names, or else UTF-8.
  public static var text: BodyReader { text { $0 } }

  /// Text of another media type: `text/csv`.
  public static func text(accept: String) -> BodyReader { text({ $0 }, accept: accept) }
}

extension BodyReader where Value == Data {
  /// The bytes of the body.
  public static var data: BodyReader { data { $0 } }

  /// The bytes of a body of a media type: `image/png`.
  public static func data(accept: String) -> BodyReader { data({ $0 }, accept: accept) }
}

extension BodyReader where Value == RawResponse {
  /// The whole answer, as it is.
  public static var raw: BodyReader { raw { $0 } }
}

extension BodyReader where Value == Void {
  /// No body; one that is sent all the same is ignored.
  public static var none: BodyReader { none(()) }
}
