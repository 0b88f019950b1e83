/// Where something stands in a source file.
package struct Place: Hashable, Sendable {
  /// The index of the file in `Diagnostics.files`.
  package var file: Int32
  /// The line, from 1.
  package var line: Int32
  /// The column in Unicode scalars, from 1.
  package var column: Int32

  package init(file: Int32, line: Int32, column: Int32) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The first character of a file.
  package static func start(ofFile file: Int32) -> Place {
    Place(file: file, line: 1, column: 1)
  }
}

extension Place: Comparable {
  /// The order of the characters of a file, and of the files.
  package static func < (one: Place, other: Place) -> Bool {
    (one.file, one.line, one.column) < (other.file, other.line, other.column)
  }
}
