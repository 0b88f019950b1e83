import Syntax

/// What `#` means to a reference: a file of the description, or a schema in one with an `$id` of
/// its own (JSON Schema 2020-12 Core §8.2.1).
struct Resource {
  var root: Node
  /// What its own references are relative to.
  var address: Address
  /// The index of the file that it stands in, which may be itself.
  var file: Int
  /// Whether the file was Swagger 2.0, so that the things in it have moved.
  var isSwagger2 = false
}
