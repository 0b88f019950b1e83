import Syntax

/// Files, and schemas with an `$id` or `$anchor` in them (JSON Schema 2020-12 Core §8.2).
extension DescriptionReader {
  /// Adds a file and returns its index.
  @discardableResult
  mutating func addFile(_ node: Node, at address: Address) -> Int {
    let index = resources.count
    resourceIndices[address] = index
    var resource = Resource(root: node, address: address, file: index)
    if node["swagger"]?.text?.drop(while: { "vV".contains($0) }).hasPrefix("2") == true,
      node["openapi"] == nil
    {
      resource.root = Swagger2.converted(correctedSwagger2(node), into: &diagnostics)
      resource.isSwagger2 = true
    }
    resources.append(resource)
    // `$self` (OAS 3.2 §4.1.1) is the address that a file has on the network.
    if let own = node["$self"]?.text.flatMap({ Address($0[...])?.resolved(against: address) }) {
      resourceIndices[own] = index
      if index == 0, !own.origin.isEmpty { ownAddress = own }
    }
    return index
  }

  /// The resource that the part of a reference before its `#` names.
  mutating func open(_ text: Substring, from resource: Int) throws(ReferenceProblem) -> Int {
    let spelled = Target.Key(resource: resource, fragment: String(text))
    if let known = openResources[spelled] { return known }
    let index = try find(text, from: resource)
    openResources[spelled] = index
    return index
  }

  private mutating func find(
    _ text: Substring, from resource: Int
  ) throws(ReferenceProblem) -> Int {
    guard let address = Address(text) else { throw .malformed }
    let file = resources[resources[resource].file].address
    // Relative to the `$id` about it, as JSON Schema has it, or else to the file.
    var candidates = [resources[resource].address, file].map { address.resolved(against: $0) }
    candidates = candidates.flatMap { [counterpart(of: $0), $0].compactMap(\.self) }
    if let known = known(candidates) { return known }
    if candidates.last?.origin.isEmpty != true {
      // A schema that says that it is there counts before a file that may be.
      searchResources()
      if let known = known(candidates) { return known }
    }
    guard let path = candidates.last(where: \.origin.isEmpty)?.path else { throw .remote }
    if let index = load(path) { return index }
    searchResources()
    guard let known = known(candidates) else { throw .unreadable(path: path) }
    return known
  }

  /// The file that stands beside the root as an address on the network does by its `$self`, and the
  /// other way around (OAS 3.2 §4.1.2.2.1).
  private func counterpart(of address: Address) -> Address? {
    guard let own = ownAddress, let slash = own.path.lastIndex(of: "/") else { return nil }
    let folder = own.path[...slash]
    if address.origin.isEmpty {
      let isBeside = !address.path.hasPrefix("/") && !address.path.hasPrefix("..")
      return isBeside ? Address(origin: own.origin, path: folder + address.path) : nil
    }
    guard address.origin == own.origin, address.path.hasPrefix(folder) else { return nil }
    return Address(path: String(address.path.dropFirst(folder.count)))
  }

  private func known(_ addresses: [Address]) -> Int? {
    addresses.lazy.compactMap { resourceIndices[$0] }.first
  }

  private mutating func load(_ path: String) -> Int? {
    guard !unreadable.contains(path) else { return nil }
    guard let node = files(path, &diagnostics) else {
      unreadable.insert(path)
      return nil
    }
    return addFile(node, at: Address(path: path))
  }

  /// The same node, in the resource that it begins where it has an `$id`.
  mutating func enter(_ at: Located) -> Located {
    guard !isVersion30, let id = at.node["$id"]?.text, let address = Address(id[...]),
      !id.hasPrefix("#")
    else { return at }
    let resolved = address.resolved(against: resources[at.resource].address)
    if let known = resourceIndices[resolved] { return Located(node: at.node, resource: known) }
    let index = resources.count
    resourceIndices[resolved] = index
    resources.append(
      Resource(root: at.node, address: resolved, file: resources[at.resource].file))
    return Located(node: at.node, resource: index)
  }

  /// What an `$anchor` of a file names (JSON Schema 2020-12 Core §8.2.2).
  mutating func anchor(_ name: String, in resource: Int) -> Target? {
    searchResources()
    for resource in [resource, resources[resource].file] {
      let key = Target.Key(resource: resource, fragment: "#" + name)
      if let located = anchors[key] { return Target(located: located, key: key) }
    }
    return nil
  }

  /// Finds every `$id` and `$anchor` of the files that were not searched yet.
  private mutating func searchResources() {
    while searched < resources.count {
      let resource = resources[searched]
      if resource.file == searched {
        search(Located(node: resource.root, resource: searched))
      }
      searched += 1
    }
  }

  /// A document nests at most `Node.deepestNesting`, which the stack takes.
  private mutating func search(_ at: Located) {
    switch at.node.value {
    case .scalar: break
    case .sequence(let items):
      for item in items { search(Located(node: item, resource: at.resource)) }
    case .mapping(let mapping):
      let at = enter(at)
      if let name = mapping["$dynamicAnchor"]?.text { dynamicAnchors[name, default: 0] += 1 }
      for keyword in ["$anchor", "$dynamicAnchor"] {
        guard let name = mapping[keyword]?.text else { continue }
        for resource in [at.resource, resources[at.resource].file] {
          let key = Target.Key(resource: resource, fragment: "#" + name)
          if anchors[key] == nil { anchors[key] = at }
        }
      }
      for entry in mapping.entries { search(Located(node: entry.value, resource: at.resource)) }
    }
  }
}
