import Foundation

extension URL {
  /// The host and the port, as far as they are said.
  package var authority: String { "\((host ?? "").lowercased()):\(port ?? 0)" }
}
