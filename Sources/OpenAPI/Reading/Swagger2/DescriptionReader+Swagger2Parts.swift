import Syntax

/// Files that are parts of a Swagger 2.0 description, and say no version of their own, and what
/// such a description has outside the fields of its root.
extension DescriptionReader {
  /// What a description of Swagger 2.0, or a part of one, is turned into.
  mutating func converting<Result>(
    _ root: Node, by convert: (inout Swagger2) -> Result
  ) -> Result {
    var swagger = Swagger2(root: root, diagnostics: diagnostics)
    defer { diagnostics = swagger.diagnostics }
    return convert(&swagger)
  }

  /// What stands in such a part as OpenAPI 3.0 has it; what stands elsewhere is that already.
  mutating func converted(
    _ at: Located, by convert: (inout Swagger2, Node) -> Node
  ) -> Located {
    guard resources[at.resource].isSwagger2Part else { return at }
    let node = converting(root.node) { convert(&$0, at.node) }
    return Located(node: node, resource: at.resource)
  }

  /// The parameter of a body that an item of `parameters` is, or refers to in another file.
  mutating func partOfBody(_ item: Located) -> Located? {
    guard item.node["$ref"] == nil || resources[0].isSwagger2, let part = resolve(item),
      part.node.kindOfBody != nil
    else { return nil }
    return part
  }
}
