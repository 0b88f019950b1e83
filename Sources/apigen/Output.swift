import Foundation
import Generator
import Syntax

/// The files of a run against those of the output folder. Only what apigen wrote is ever changed or
/// removed, and a file that is as it should be is not touched.
struct Output {
  enum Change: String {
    case new, changed, removed
  }

  /// What becomes of other providers' files in the folder.
  enum Others {
    /// They are removed: the folder is all apigen's, and their descriptions are gone.
    case removed
    /// They are told of: the descriptions are all of a folder, and theirs are not among them.
    case told
    /// They stay: only some descriptions were named.
    case kept
  }

  /// Why a file cannot be written.
  struct Failure: Error {
    var path: String
    var reason: String
  }

  let folder: OutputFolder
  let files: [(provider: String, files: [GeneratedFile])]
  let others: Others
  /// What is to be done, by path under the folder, in order.
  private(set) var changes: [(path: String, change: Change)] = []
  /// The folders of others that are told of.
  private(set) var leftOver: [String] = []

  init(
    folder: String, files: [(provider: String, files: [GeneratedFile])], others: Others
  ) {
    self.folder = OutputFolder(path: folder)
    self.files = files
    self.others = others
  }

  /// Finds what has to change. A file that apigen did not write, where it has to, is an error.
  mutating func compare(into diagnostics: inout Diagnostics) {
    checkFolders(into: &diagnostics)
    for file in files.flatMap(\.files) {
      let location = folder.location(of: file.path)
      if !folder.exists(location) {
        changes.append((file.path, .new))
      } else if !folder.isOurs(location) {
        diagnostics.error(
          "apigen did not write this file, and has to write one here; "
            + "move it, or choose another folder with --output",
          at: .start(ofFile: diagnostics.addFile(location)))
      } else if FileManager.default.contents(atPath: location) != Data(file.bytes) {
        changes.append((file.path, .changed))
      }
    }
    let providers = files.map(\.provider)
    let wanted = Set(files.flatMap(\.files).map(\.path))
    // The folder itself may be a link: it is what the user named. What is inside it may not.
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for provider in (others == .kept ? providers : all).sorted() {
      let stale = folder.ours(in: provider).filter { !wanted.contains($0) }
      if others == .removed || providers.contains(provider) {
        changes += stale.map { ($0, .removed) }
      } else if !stale.isEmpty {
        leftOver.append(provider)
      }
    }
  }

  /// Tells of what stands where apigen has to make a folder.
  private func checkFolders(into diagnostics: inout Diagnostics) {
    let providers = files.map(\.provider)
    let locations = [folder.path] + providers.map { folder.location(of: $0) }
    for location in locations where folder.exists(location) && !Input.isFolder(location) {
      diagnostics.error(
        "this is a file, and apigen has to make a folder here; "
          + "move it, or choose another folder with --output",
        at: .start(ofFile: diagnostics.addFile(location)))
    }
    for location in providers.map({ folder.location(of: $0) }) where folder.isLink(location) {
      diagnostics.error(
        "this is a link to another folder, and apigen writes in none but its own; "
          + "remove it, or choose another folder with --output",
        at: .start(ofFile: diagnostics.addFile(location)))
    }
  }

  func write() throws(Failure) {
    let contents = Dictionary(
      files.flatMap(\.files).map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    for (path, change) in changes {
      let location = folder.location(of: path)
      do {
        try write(change == .removed ? nil : contents[path], to: location)
      } catch {
        throw Failure(path: location, reason: Self.reason(of: error))
      }
    }
  }

  /// Removes the file where there are no bytes.
  private func write(_ bytes: [UInt8]?, to location: String) throws {
    let parent = (location as NSString).deletingLastPathComponent
    if let bytes {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try Self.replace(location, with: bytes)
    } else {
      try FileManager.default.removeItem(atPath: location)
      // Fails, as it should, where something else is left in the folder.
      rmdir(parent)
    }
  }

  /// Puts the whole file in place at once: nobody finds half of it. Foundation's way of this waits
  /// for the disk at each file, which takes longer than all else.
  private static func replace(_ location: String, with bytes: [UInt8]) throws {
    let folder = (location as NSString).deletingLastPathComponent
    let part = "\(folder)/.\(UUID().uuidString)"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    do {
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try file.write(contentsOf: bytes)
      try file.close()
      guard rename(part, location) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      unlink(part)
      throw error
    }
  }

  /// The system's words, where Foundation keeps them: its own often have none.
  private static func reason(of error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
    let system = cause as NSError
    return system.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(system.code))) : error.localizedDescription
  }
}
