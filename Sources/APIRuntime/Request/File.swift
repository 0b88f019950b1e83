import Foundation

/// A file to upload.
public struct File: Sendable, Redacted {
  /// What is sent.
  let content: Body.Segment

  /// The name that the API is told.
  public let name: String

  /// Its media type.
  public let contentType: String

  /// A file on disk, which is read while it is sent. Its name is the last component of `url` where
  /// there is no other.
  public init(
    at url: URL, name: String? = nil, contentType: String = "application/octet-stream"
  ) {
    content = .file(url)
    self.name = name ?? url.lastPathComponent
    self.contentType = contentType
  }

  /// A file in memory. Only forms send its name; without one it is `blob` there, as in browsers.
  public init(
    _ data: Data, name: String = "blob", contentType: String = "application/octet-stream"
  ) {
    content = .bytes(data)
    self.name = name
    self.contentType = contentType
  }

  /// Its media type, as one of those that are taken, or the only one of these where it has none of
  /// its own; nil where it is none of several.
  func contentType(among types: MediaTypes) -> String? {
    if let only = types.only {
      return contentType == "application/octet-stream" ? only : contentType
    }
    return types.contain(contentType) ? contentType : nil
  }

  /// What is wrong with its media type.
  func violation(at place: String, notAmong types: MediaTypes) -> Violation {
    Violation(place: place, message: "is a file of type \(contentType), expected \(types.text)")
  }

  public var description: String { "File(\(name))" }
}
