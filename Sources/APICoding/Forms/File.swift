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

  /// The media type that was given.
  package let givenType: String?

  /// Its media type: the one that was given, or else what its name ends in.
  public var contentType: String {
    let ending = name.split(separator: ".").dropFirst().last?.lowercased()
    return givenType ?? ending.flatMap { mediaTypes[$0] } ?? "application/octet-stream"
  }

  /// A file on disk, which is read while it is sent. By default its name is the last component of
  /// `url`.
  ///
  /// - Parameter contentType: its media type. By default it is the only one that is described, or
  ///   the one of its name: `a.png` is image/png, and what is not known application/octet-stream.
  public init(at url: URL, name: String? = nil, contentType: String? = nil) {
    content = .file(url)
    self.name = name ?? url.lastPathComponent
    givenType = contentType
  }

  /// A file in memory. Only forms send its name; without one it is `blob` there, as in browsers.
  ///
  /// - Parameter contentType: its media type, by default as of a file on disk.
  public init(_ data: Data, name: String = "blob", contentType: String? = nil) {
    content = .bytes(data)
    self.name = name
    givenType = contentType
  }

  public var description: String { "File(\(name.shownLine))" }
}

/// The media types of what names commonly end in (IANA). A server may refuse an image that is not
/// said to be one.
private let mediaTypes = [
  "3gp": "video/3gpp", "aac": "audio/aac", "amr": "audio/amr", "csv": "text/csv",
  "gif": "image/gif", "html": "text/html", "jpeg": "image/jpeg", "jpg": "image/jpeg",
  "json": "application/json", "m4a": "audio/mp4", "mp3": "audio/mpeg", "mp4": "video/mp4",
  "ogg": "audio/ogg", "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml",
  "txt": "text/plain", "wav": "audio/wav", "webm": "video/webm", "webp": "image/webp",
  "xml": "application/xml", "zip": "application/zip",
]

extension String {
  /// A text as messages show it: escaped, between quotes, where it has a line break or another
  /// control character.
  package var shownLine: String {
    utf8.contains { $0 < 0x20 || $0 == 0x7F } ? debugDescription : self
  }
}
