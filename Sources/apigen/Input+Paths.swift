import Foundation
import OpenAPI
import Syntax

extension Input {
  /// What leads to places of a file in JSON, as an overlay has it for a target; those of other
  /// files have none. It is looked at again: to keep what few runs ask for would cost all of them.
  static func paths(in file: String, to places: [Place]) -> [Place: String] {
    // Only plain files were read, and a pipe would be waited for.
    let url = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    guard url.pathExtension.lowercased() == "json",
      (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
      let data = try? Data(contentsOf: url)
    else { return [:] }
    return JSONPlaces.paths(to: places, in: data)
  }
}
