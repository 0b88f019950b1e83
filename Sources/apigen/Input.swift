import Foundation
import Generator
import OpenAPI
import Syntax

/// A description to generate from, and the overlay that stands beside it.
struct Input {
  private static let extensions = ["json", "yaml", "yml"]
  /// More than the largest description that is published; a larger file is not one.
  private static let largestFile = 256 << 20

  var description: String
  var overlay: String?

  /// The file's name without its extension: the provider's name.
  var stem: String {
    ((description as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  /// What that is in Swift.
  private var typeName: String { APIBuilder.typeName(of: stem) }

  var fileNames: [String] {
    [description, overlay].compactMap { ($0 as NSString?)?.lastPathComponent }
  }

  private init(description: String) {
    self.description = description
    overlay = Self.overlay(beside: description)
  }

  /// The overlay of a file: `Vambe.overlay.yaml` is that of `Vambe.yaml`.
  private static func overlay(beside file: String) -> String? {
    let base = (file as NSString).deletingPathExtension
    // Also a link to one that is gone: what it holds must not be left out.
    return extensions.flatMap { [$0, $0.uppercased()] }.map { "\(base).overlay.\($0)" }
      .first { (try? FileManager.default.attributesOfItem(atPath: $0)) != nil }
  }

  private static func isYAMLOrJSON(_ file: String) -> Bool {
    extensions.contains((file as NSString).pathExtension.lowercased())
  }

  /// The descriptions that were named, or those of `specs`; a folder stands for those in it.
  /// - Parameter output: The folder with what was written before.
  static func find(
    _ paths: [String], writtenTo output: String, into diagnostics: inout Diagnostics
  ) -> [Input] {
    let paths = paths.isEmpty ? ["specs"] : paths
    let inputs = paths.flatMap { path -> [Input] in
      guard isFolder(path) else {
        let input = Input(description: path)
        let folder = (path as NSString).deletingLastPathComponent
        let names = try? FileManager.default.contentsOfDirectory(
          atPath: folder.isEmpty ? "." : folder)
        reportStrayOverlays(names ?? [], in: folder, of: input.stem, into: &diagnostics)
        return [input]
      }
      return inFolder(path, writtenTo: output, into: &diagnostics)
    }
    // A file that is named twice, or beside its folder, is one.
    var seen: Set<String> = []
    let files = inputs.filter { seen.insert(realPath($0.description)).inserted }
    return withoutDuplicates(files, into: &diagnostics)
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The descriptions in a folder, where parts of them may stand, and files of other tools.
  private static func inFolder(
    _ path: String, writtenTo output: String, into diagnostics: inout Diagnostics
  ) -> [Input] {
    let expected = "expected .yaml or .json files with OpenAPI"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      diagnostics.error(
        "the folder cannot be read; \(expected)", at: .start(ofFile: diagnostics.addFile(path)))
      return []
    }
    let inputs = names.sorted().filter { name in
      isYAMLOrJSON(name) && !name.hasPrefix(".")
        && !(name as NSString).deletingPathExtension.hasSuffix(".overlay")
    }.map { Input(description: (path as NSString).appendingPathComponent($0)) }
    reportStrayOverlays(names, in: path, into: &diagnostics)
    if inputs.isEmpty {
      diagnostics.error(
        "the folder holds no description; \(expected)",
        at: .start(ofFile: diagnostics.addFile(path)))
    }
    let folder = URL(fileURLWithPath: path)
    let files = DescriptionFiles(among: names.map(folder.appendingPathComponent))
    let found = Set(files.descriptions.map(\.lastPathComponent))
    let others = inputs.filter { !found.contains(($0.description as NSString).lastPathComponent) }
    // One that was a description has to say why it is none now, before its Swift is taken away.
    let written = OutputFolder(path: output)
    let parts = others.filter { input in
      [input.stem, input.typeName].allSatisfy { written.ours(in: $0).isEmpty }
    }
    if others.count == inputs.count || parts.isEmpty { return inputs }
    let list = parts.map { ($0.description as NSString).lastPathComponent }.joined(separator: ", ")
    diagnostics.add(
      Diagnostic(
        "found neither `openapi` nor `swagger` with a version at the root of \(list); what is no "
          + "description is passed over", severity: .note,
        at: .start(ofFile: diagnostics.addFile(path))))
    let passedOver = Set(parts.map(\.description))
    return inputs.filter { !passedOver.contains($0.description) }
  }

  /// An overlay is of no use without its description, or beside another overlay of the same one.
  ///
  /// - Parameter stem: That of the only description to look at, however it is capitalized.
  private static func reportStrayOverlays(
    _ names: [String], in folder: String, of stem: String? = nil,
    into diagnostics: inout Diagnostics
  ) {
    let folder = folder as NSString
    let used = names.map { Input(description: folder.appendingPathComponent($0)).overlay }
    for name in names.sorted() where isYAMLOrJSON(name) {
      let path = folder.appendingPathComponent(name)
      guard (name as NSString).deletingPathExtension.hasSuffix(".overlay"), !used.contains(path)
      else { continue }
      let base = ((path as NSString).deletingPathExtension as NSString).deletingPathExtension
      let isNamed = stem?.lowercased() == (base as NSString).lastPathComponent.lowercased()
      guard stem == nil || isNamed else { continue }
      let problem =
        if let other = overlay(beside: base + ".yaml"), used.contains(other) {
          "\(other) is an overlay of the same description; make one of the two"
        } else {
          "no description goes by this overlay; "
            + "name it after its description, as Vambe.overlay.yaml is after Vambe.yaml"
        }
      diagnostics.error(problem, at: .start(ofFile: diagnostics.addFile(path)))
    }
  }

  /// Two files with one stem would be written to one folder.
  private static func withoutDuplicates(
    _ inputs: [Input], into diagnostics: inout Diagnostics
  ) -> [Input] {
    var seen: [String: String] = [:]
    return inputs.filter { input in
      // As the file system may see it: some do not tell `Vambe` from `vambe`.
      let name = input.typeName
      guard let other = seen.updateValue(input.description, forKey: name.lowercased()) else {
        return true
      }
      diagnostics.error(
        "\(other) becomes \(name) in Swift as well; give one of them another name",
        at: .start(ofFile: diagnostics.addFile(input.description)))
      return false
    }
  }

  /// The description as its overlay corrects it; nil after an error.
  func read(into diagnostics: inout Diagnostics) -> Node? {
    Self.read(description, named: description, overlay, into: &diagnostics)
  }

  /// Reads a file that the description refers to, as the overlay beside it corrects it. It has to
  /// stand in the folder that apigen was started in, where the description does too, or else in
  /// that of the description, or below: a description must not make apigen read anything else.
  func readReferenced(_ path: String, into diagnostics: inout Diagnostics) -> Node? {
    let folder = (description as NSString).deletingLastPathComponent as NSString
    let name = path.hasPrefix("/") ? path : folder.appendingPathComponent(path)
    let here = Self.realPath(FileManager.default.currentDirectoryPath)
    let beside = (Self.realPath(description) as NSString).deletingLastPathComponent
    let root = Self.isInside(beside, here) ? here : beside
    let file = Self.realPath(name)
    guard Self.isInside(file, root), FileManager.default.fileExists(atPath: file) else {
      return nil
    }
    let overlay = Self.overlay(beside: name).flatMap {
      Self.isInside(Self.realPath($0), root) ? $0 : nil
    }
    // The file that was looked at, under the name that the user knows.
    return Self.read(file, named: name, overlay, into: &diagnostics)
  }

  /// Whether a path is that of a folder, or of something in it.
  private static func isInside(_ path: String, _ folder: String) -> Bool {
    (path as NSString).pathComponents.starts(with: (folder as NSString).pathComponents)
  }

  private static func realPath(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private static func read(
    _ path: String, named name: String, _ overlay: String?, into diagnostics: inout Diagnostics
  ) -> Node? {
    guard var root = read(path, named: name, into: &diagnostics) else { return nil }
    guard let overlay else { return root }
    guard let node = read(overlay, named: overlay, into: &diagnostics),
      let changes = Overlay(node, into: &diagnostics)
    else { return nil }
    changes.checkExtends(name, into: &diagnostics)
    changes.apply(to: &root, into: &diagnostics)
    return root
  }

  /// The document in a file, or nil after an error in it or at its first place.
  /// - Parameter name: What diagnostics call it.
  private static func read(
    _ path: String, named name: String, into diagnostics: inout Diagnostics
  ) -> Node? {
    let problem: String
    var expected = "expected an OpenAPI description in YAML or JSON"
    let attributes = try? FileManager.default.attributesOfItem(atPath: realPath(path))
    if let attributes {
      let type = attributes[.type] as? FileAttributeType
      if type != .typeRegular {
        problem =
          type == .typeSymbolicLink
          ? "this links to a file that is not there" : "this is not a plain file"
      } else if let size = attributes[.size] as? Int, size > largestFile {
        problem = "the file is larger than 256 MB"
      } else if let data = FileManager.default.contents(atPath: path) {
        return readDocument([UInt8](data), named: name, into: &diagnostics)
      } else {
        problem = "the file cannot be read"
      }
    } else {
      problem = "there is no such file"
      if path.contains("://") {
        expected = "apigen does not download; save it first, as by `curl -O`, and name the file"
      } else if let meant = nearest(to: path) {
        expected = "did you mean \(meant)?"
      }
    }
    diagnostics.error("\(problem); \(expected)", at: .start(ofFile: diagnostics.addFile(name)))
    return nil
  }

  /// The description in its folder that a name which is none is meant for.
  private static func nearest(to path: String) -> String? {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    let here = folder.isEmpty ? "." : folder
    let names = try? FileManager.default.contentsOfDirectory(atPath: here)
    let descriptions = (names ?? []).filter(isYAMLOrJSON)
    return Syntax.nearest(to: name, among: descriptions.sorted()).map {
      (folder as NSString).appendingPathComponent($0)
    }
  }
}
