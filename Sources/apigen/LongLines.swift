import Foundation
import OpenAPI
import Syntax

/// What leads to places in files that are on one line, where a column is no help.
struct LongLines {
  private var roots: [String: Node?] = [:]

  /// What an overlay has for a target; nil where the file cannot be read, which is read again: to
  /// keep what nearly no run asks for would cost all of them.
  mutating func path(to place: Place, in file: String) -> String? {
    if roots[file] == nil { roots.updateValue(Self.root(of: file), forKey: file) }
    return roots[file]??.path(to: place)
  }

  private static func root(of file: String) -> Node? {
    // What comes through a pipe is gone.
    let url = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
      let data = try? Data(contentsOf: url)
    else { return nil }
    var diagnostics = Diagnostics()
    return readDocument([UInt8](data), named: file, into: &diagnostics)
  }
}
