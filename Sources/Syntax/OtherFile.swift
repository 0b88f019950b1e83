/// A file that holds a description in some other form, or stands in its place, by how it begins.
enum OtherFile: String, CaseIterable {
  case gzip = "compressed by gzip"
  case zip = "a ZIP archive"
  case pointer = "a pointer of Git LFS"
  case fence = "Markdown"
  case page = "a page in HTML"

  /// Nil where it may be YAML or JSON.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = bytes.prefix(100).drop { $0 >= 0x80 || " \r\n".utf8.contains($0) }
    let kind = Self.allCases.first { kind in
      kind.starts.contains { text in
        start.prefix(text.count).elementsEqual(text) { $0 == $1 || $0 | 0x20 == $1 }
      }
    }
    guard let kind else { return nil }
    self = kind
  }

  private var starts: [[UInt8]] {
    switch self {
    case .gzip: [[0x1F, 0x8B]]
    case .zip: [[0x50, 0x4B, 3, 4]]
    case .pointer: [Array("version https://git-lfs.".utf8)]
    case .fence: [Array("```".utf8)]
    case .page: [Array("<!doctype html".utf8), Array("<html".utf8)]
    }
  }

  /// What to do about it.
  var advice: String {
    switch self {
    case .gzip, .zip: "unpack it"
    case .pointer: "`git lfs pull` gets what it points to"
    case .fence: "keep what stands between its fences"
    case .page: "look at it, and download what it leads to"
    }
  }
}
