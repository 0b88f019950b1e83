import Syntax

/// A reference, or a part of one, as it is written; the same may be another name elsewhere.
struct Spelled: Hashable {
  /// Where it is written.
  var resource: Int
  var text: String
}

/// What a reference leads to.
struct Target {
  /// Names a place of the description: what is read once goes by it.
  struct Key: Hashable {
    var resource: Int
    /// `#` and a JSON pointer without percent escapes, or an anchor.
    var fragment: String

    /// That of a schema in the components of the root description.
    static func component(_ name: String) -> Key {
      Key(resource: 0, fragment: "#/components/schemas/" + JSONPointer.escape(name))
    }

    /// Whether it is a schema in the components of the root description.
    var isComponent: Bool {
      resource == 0 && depth == 3 && fragment.hasPrefix("#/components/schemas/")
    }

    /// The field of `components` that it is one of, such as `schemas`.
    var componentsField: Substring? {
      let components = "#/components/"
      guard depth == 3, fragment.hasPrefix(components) else { return nil }
      let rest = fragment.utf8.dropFirst(components.utf8.count)
      return Substring(rest.prefix { $0 != Self.slash })
    }

    /// Whether it is all of the root description, or a map of things in it, and not one of them.
    var isContainer: Bool {
      guard resource == 0, depth < 3 else { return false }
      return ["#", "#/", "#/paths", "#/components"].contains(fragment)
        || fragment.hasPrefix("#/components/")
    }

    /// Whether it is as far from the root as an operation of a path.
    var isInPaths: Bool { depth == 3 && fragment.hasPrefix("#/paths/") }

    /// How many steps the pointer has.
    private var depth: Int { fragment.count(of: Self.slash) }

    private static let slash = UInt8(ascii: "/")
  }

  var located: Located
  var key: Key
}

/// Why a reference leads nowhere.
enum ReferenceProblem: Error {
  /// The text is not a URI reference, or its fragment neither a pointer nor an anchor.
  case malformed
  /// Nothing is there; what was perhaps meant.
  case missing(nearest: String?)
  /// The file cannot be read.
  case unreadable(path: String)
  /// The address is none of a file: it is on the network, where apigen does not go, or a URN.
  case remote

  /// What a warning says of the reference with a text.
  func message(of text: String) -> String {
    switch self {
    case .malformed:
      "'\(text)' is not a reference; expected one such as '#/components/schemas/Name'"
    case .missing(let nearest):
      "nothing stands at '\(text)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; add it, or correct the reference")
    case .unreadable(let path):
      "the file '\(path)' cannot be read; expected it in the folder of the description or below, or "
        + "below the one that apigen runs in"
    case .remote:
      "'\(text)' is "
        + (["file:", "urn:"].contains { text.lowercased().hasPrefix($0) }
          ? "no path of a file" : "on the network, where apigen does not go")
        + "; keep a copy of it beside the description, and refer to that"
    }
  }
}
