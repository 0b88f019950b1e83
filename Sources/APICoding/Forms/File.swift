import Foundation

/// A file to upload.
public struct File: Sendable, Redacted {
  /// What is sent.
  public enum Content: Sendable {
    case bytes(Data)

    /// A file on disk, to be read while it is sent.
    case file(URL)
  }

  /// What is sent.
  package let content: Content

  /// The name that is sent.
  public let name: String

  /// Its media type.
  public let contentType: String

  /// A file on disk, which is read while it is sent. By default its name is the last component of
  /// `url`.
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

  public var description: String { "File(\(name.shownLine))" }
}

extension String {
  /// A text as messages show it: escaped, between quotes, where it has a line break or another
  /// control character.
  package var shownLine: String {
    utf8.contains { $0 < 0x20 || $0 == 0x7F } ? debugDescription : self
  }
}
