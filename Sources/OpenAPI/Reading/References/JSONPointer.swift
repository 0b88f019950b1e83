import Syntax

/// A JSON Pointer (RFC 6901), whose keys stand between slashes: `/paths/~1users~1{id}`.
enum JSONPointer {
  /// The keys that a pointer names; the text is free of percent escapes, and begins with a slash or
  /// is empty.
  static func keys(of text: String) -> [String] {
    let slash = UInt8(ascii: "/")
    let steps = Array(text.utf8).split(separator: slash, omittingEmptySubsequences: false)
    return steps.dropFirst().map {
      let key = String(decoding: $0, as: UTF8.self)
      return key.contains(UInt8(ascii: "~"))
        ? key.replacing("~1", with: "/").replacing("~0", with: "~") : key
    }
  }

  /// The fragment of a reference that names keys: `#/paths/~1users~1{id}`.
  static func fragment(of keys: some Sequence<String>) -> String {
    keys.reduce(into: "#") { fragment, key in
      fragment += "/"
      fragment += escape(key)
    }
  }

  static func escape(_ key: String) -> String {
    guard key.contains(UInt8(ascii: "~")) || key.contains(UInt8(ascii: "/")) else { return key }
    return key.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}
