import Foundation

/// The fragment form of a JSON Pointer (RFC 6901 §6): `#/paths/~1users~1%7Bid%7D`.
enum JSONPointer {
  /// The keys that a pointer names, or nil where the text is no pointer.
  static func keys(of fragment: Substring) -> [String]? {
    guard let text = String(fragment).removingPercentEncoding else { return nil }
    if text.isEmpty { return [] }
    guard text.hasPrefix("/") else { return nil }
    return text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  static func escape(_ key: String) -> String {
    key.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}
