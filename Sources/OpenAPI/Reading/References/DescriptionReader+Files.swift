import Syntax

/// The files of a description, which references name by their addresses.
extension DescriptionReader {
  /// Adds a file and returns its index.
  @discardableResult
  mutating func addFile(_ node: Node, at address: Address) -> Int {
    let isSwagger2 =
      node["swagger"]?.text?.drop(while: { "vV".contains($0) }).hasPrefix("2") == true
      && node["openapi"] == nil
    guard isSwagger2 else { return resources.addFile(node, at: address, isSwagger2: false) }
    let root = converting(correctedSwagger2(node)) { $0.convertedRoot() }
    return resources.addFile(
      root, at: address, isSwagger2: true, others: node.without(Fields.swagger2.all))
  }

  /// The resource that the part of a reference before its `#` names.
  mutating func open(_ text: Substring, from resource: Int) throws(ReferenceProblem) -> Int {
    let spelled = Spelled(resource: resource, text: String(text))
    if let known = openResources[spelled] { return known }
    let index = try find(text, from: resource)
    openResources[spelled] = index
    return index
  }

  private mutating func find(
    _ text: Substring, from resource: Int
  ) throws(ReferenceProblem) -> Int {
    guard let address = Address(text) else { throw .malformed }
    let candidates = resources.candidates(for: address, in: resource)
    if let known = resources.index(of: candidates) { return known }
    if candidates.last?.origin.isEmpty != true {
      // A schema that says that it is there counts before a file that may be.
      resources.search()
      if let known = resources.index(of: candidates) { return known }
    }
    guard let path = candidates.last(where: \.origin.isEmpty)?.path else { throw .remote }
    if let index = load(path) { return index }
    resources.search()
    guard let known = resources.index(of: candidates) else { throw .unreadable(path: path) }
    return known
  }

  private mutating func load(_ path: String) -> Int? {
    guard !unreadable.contains(path) else { return nil }
    guard let node = files(path, &diagnostics) else {
      unreadable.insert(path)
      return nil
    }
    return addFile(node, at: Address(path: path))
  }
}
