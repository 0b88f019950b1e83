import Foundation

/// An empty folder, and the command `apigen` as a user runs it there.
final class Workspace {
  struct Run {
    var exitCode: Int32
    var output: String
    var errors: [String]
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("apigen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The root of this package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The command stands beside the tests, which are a bundle on macOS and a program on Linux.
  static var command: URL {
    #if os(macOS)
      Bundle(for: Workspace.self).bundleURL.deletingLastPathComponent().appendingPathComponent(
        "apigen")
    #else
      Bundle.main.bundleURL.appendingPathComponent("apigen")
    #endif
  }

  func run(_ arguments: String...) throws -> Run {
    try run(arguments)
  }

  func run(_ arguments: [String]) throws -> Run {
    try run(arguments, by: Self.command)
  }

  /// Runs another program in the folder.
  func run(_ arguments: [String], by program: URL) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    // A second pipe would fill up while the first is read.
    let errors = folder.appendingPathExtension("errors")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let complaints = try String(contentsOf: errors, encoding: .utf8)
    return Run(
      exitCode: process.terminationStatus, output: text,
      errors: complaints.split(separator: "\n").map(String.init))
  }

  func write(_ text: String, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  /// Every file under a folder, by its path there.
  static func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      files[path] = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path)
    }
    return files
  }
}
