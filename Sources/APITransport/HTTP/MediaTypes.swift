import Foundation

/// The media types that a file or a part of a form may have: `image/png`, or several and ranges,
/// `image/png, text/*` (OAS 3.2 §4.15.1). None is as good as any.
package struct MediaTypes: Sendable {
  /// As the description has them.
  package let text: String
  private let names: [String]

  package init(_ text: String?) {
    self.text = text ?? ""
    names = self.text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The type, where there is only one.
  package var only: String? { names.count == 1 && !text.contains("*") ? names[0] : nil }

  /// Whether `type` is one of them, whatever its parameters.
  package func contains(_ type: String) -> Bool {
    if names.isEmpty { return true }
    let name = type.mediaTypeName
    return names.contains { range in
      let range = range.mediaTypeName
      return range.hasSuffix("/*")
        ? range == "*/*" || name.hasPrefix(range.dropLast()) : range == name
    }
  }

  /// The one for a value that is no file: JSON for what is an object or array and has to be JSON.
  /// Nil where there is only a range.
  package func type(asJSON: Bool) -> String? {
    let types = names.filter { !$0.contains("*") }
    return types.first { isJSONType($0) == asJSON } ?? types.first
  }
}

/// Whether a media type is JSON: `application/json`, `application/problem+json; charset=utf-8`.
package func isJSONType(_ type: String) -> Bool {
  let name = type.mediaTypeName
  return name.hasSuffix("/json") || name.hasSuffix("+json")
}

extension String {
  /// A media type in lower case, without its parameters.
  package var mediaTypeName: String {
    prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
  }

  /// How well an answer of this media type is of `range`, the best the most (RFC 9110 §12.5.1); nil
  /// where it is not. One of several versions says so by a parameter, beside which there may be
  /// others, such as `charset`.
  package func fit(_ range: String) -> Int? {
    guard MediaTypes(range).contains(self) else { return nil }
    let name = range.mediaTypeName
    if name.hasSuffix("/*") { return name == "*/*" ? 0 : 1 }
    let (wanted, given) = (range.mediaTypeParameters, mediaTypeParameters)
    return wanted.allSatisfy(given.contains) ? 3 + wanted.count : 2
  }

  /// The parameters of a media type in lower case, `charset=utf-8`, without quotes.
  package var mediaTypeParameters: [String] {
    split(separator: ";").dropFirst().map { $0.filter { $0 != " " && $0 != "\"" }.lowercased() }
  }
}

extension File {
  /// Its media type, as one of those that are taken, or the only one of these where none was given;
  /// nil where it is none of several.
  package func contentType(among types: MediaTypes) -> String? {
    if let only = types.only { return givenType ?? only }
    return types.contains(contentType) ? contentType : nil
  }

  /// What is wrong with its media type.
  package func violation(at place: String, notAmong types: MediaTypes) -> Violation {
    let type = contentType.shownLine
    return Violation(place: place, message: "is a file of type \(type), expected \(types.text)")
  }
}
