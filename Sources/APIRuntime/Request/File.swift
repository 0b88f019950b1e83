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

  /// A file in memory.
  public init(_ data: Data, name: String, contentType: String = "application/octet-stream") {
    content = .bytes(data)
    self.name = name
    self.contentType = contentType
  }

  /// Its media type, or `other` where it has none of its own and `other` is not a choice of
  /// several.
  func contentType(or other: String?) -> String {
    guard contentType == "application/octet-stream", let other, !other.contains(","),
      !other.contains("*")
    else { return contentType }
    return other
  }

  public var description: String { "File(\(name))" }
}
