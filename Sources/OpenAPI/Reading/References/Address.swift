import Foundation
import Syntax

/// A URI reference without its fragment (RFC 3986 §4.1). A file of the description goes by its path
/// from the folder of the root description.
struct Address: Hashable {
  /// The scheme and the authority, such as `https://example.com`; empty for a path.
  var origin: String
  /// Free of percent escapes, and of `.` and `..` as far as they can be followed.
  var path: String

  private static let slash = UInt8(ascii: "/")

  init(origin: String = "", path: String) {
    self.origin = origin
    self.path = path
  }

  /// Nil where the text is no URI reference.
  init?(_ text: Substring) {
    guard let decoded = text.unescaped, !decoded.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { return nil }
    var rest = decoded[...]
    // A colon in the first step of a path ends a scheme (RFC 3986 §3.1).
    if let end = decoded.utf8.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == Self.slash }),
      decoded.utf8[end] != Self.slash
    {
      rest = decoded[decoded.utf8.index(after: end)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2).drop { $0 != "/" }
    }
    origin = String(decoded[..<rest.startIndex])
    path = String(rest)
  }

  /// The address as it is seen from another (RFC 3986 §5.2).
  func resolved(against base: Address) -> Address {
    if !origin.isEmpty { return Address(origin: origin, path: Self.normalized(path)) }
    if path.isEmpty { return base }
    let isAbsolute = path.hasPrefix("/")
    let end = isAbsolute ? nil : base.path.utf8.lastIndex(of: Self.slash)
    let folder = end.map { base.path[...$0] } ?? ""
    return Address(origin: base.origin, path: Self.normalized(folder + path))
  }

  /// Follows `.` and `..`; those that lead out of where the path begins stay.
  private static func normalized(_ path: String) -> String {
    // By bytes: a description of many files has thousands of references.
    var steps: [String] = []
    for piece in path.utf8.split(separator: slash, omittingEmptySubsequences: false) {
      let step = String(decoding: piece, as: UTF8.self)
      if step == "..", let last = steps.last, last != "..", !last.isEmpty {
        steps.removeLast()
      } else if step != "." {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

extension String {
  /// The text without percent escapes (RFC 3986 §2.1); nil where one is broken.
  var unescaped: String? { contains(UInt8(ascii: "%")) ? removingPercentEncoding : self }
}

extension Substring {
  var unescaped: String? { String(self).unescaped }
}
