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
  /// Whether it is a part of a description of Swagger 2.0, and says no version of its own.
  var isSwagger2Part = false
  /// Whether it was written as Swagger 2.0 has it.
  var isOfSwagger2: Bool { isSwagger2 || isSwagger2Part }
  /// The index of what the root of Swagger 2.0 has outside its fields, which is not converted.
  var others: Int?
}

/// The files of a description that were read, from the root on, and the schemas in them that are
/// resources too; and what addresses and anchors name of them.
struct Resources {
  /// Whether schemas have `$id` and `$anchor`: from OpenAPI 3.1 on.
  var haveIDs = true

  private var all: [Resource] = []
  private var indices: [Address: Int] = [:]
  /// Where the root description says that it is on the network (OAS 3.2 §4.1.1, `$self`).
  private var ownAddress: Address?
  /// What each `$anchor` of the files names.
  private var anchors: [Target.Key: Located] = [:]
  /// How often each `$dynamicAnchor` is set.
  private var dynamicAnchors: [String: Int] = [:]
  /// The files in which any schema has definitions of its own.
  private var definingFiles: Set<Int> = []
  /// How many of them were searched for `$id` and `$anchor`.
  private var searched = 0

  subscript(index: Int) -> Resource { all[index] }

  /// Adds a file and returns its index.
  ///
  /// - Parameter others: What it has outside the fields of Swagger 2.0, where it is that.
  mutating func addFile(
    _ root: Node, at address: Address, isSwagger2: Bool, others: Node? = nil
  ) -> Int {
    let index = all.count
    indices[address] = index
    var resource = Resource(root: root, address: address, file: index, isSwagger2: isSwagger2)
    if !isSwagger2, root["openapi"] == nil {
      resource.isSwagger2Part = all.first?.isSwagger2 == true
    }
    if others != nil { resource.others = index + 1 }
    all.append(resource)
    if let others {
      all.append(Resource(root: others, address: address, file: index, isSwagger2Part: true))
    }
    // `$self` is the address that a file has on the network.
    if let own = root["$self"]?.text.flatMap({ Address($0[...])?.resolved(against: address) }) {
      indices[own] = index
      if index == 0, !own.origin.isEmpty { ownAddress = own }
    }
    return index
  }

  /// What an address in a resource may mean, in the order in which it is tried: relative to the
  /// `$id` about it, as JSON Schema has it, or else to the file.
  func candidates(for address: Address, in resource: Int) -> [Address] {
    [all[resource].address, all[all[resource].file].address].flatMap { base in
      let resolved = address.resolved(against: base)
      return [counterpart(of: resolved), resolved].compactMap(\.self)
    }
  }

  /// The file that stands beside the root as an address on the network does by its `$self`, and the
  /// other way around (OAS 3.2 §4.1.2.2.1).
  private func counterpart(of address: Address) -> Address? {
    guard let own = ownAddress, let slash = own.path.lastIndex(of: "/") else { return nil }
    if address.origin.isEmpty { return address.resolved(against: own) }
    let folder = own.path[...slash]
    guard address.origin == own.origin, address.path.hasPrefix(folder) else { return nil }
    return Address(path: String(address.path.dropFirst(folder.count)))
  }

  /// The first resource that has one of the addresses, of those that are known.
  func index(of addresses: [Address]) -> Int? {
    addresses.lazy.compactMap { indices[$0] }.first
  }

  /// The resource that a node is in: the one that it begins, where it has an `$id`.
  mutating func enter(_ at: Located) -> Int {
    guard haveIDs, let id = at.node["$id"]?.text, let address = Address(id[...]),
      !id.hasPrefix("#")
    else { return at.resource }
    let resolved = address.resolved(against: all[at.resource].address)
    if let known = indices[resolved] { return known }
    let index = all.count
    indices[resolved] = index
    all.append(Resource(root: at.node, address: resolved, file: all[at.resource].file))
    return index
  }

  /// What an `$anchor` of a file names (JSON Schema 2020-12 Core §8.2.2).
  mutating func anchor(_ name: String, in resource: Int) -> Target? {
    search()
    for resource in [resource, all[resource].file] {
      let key = Target.Key(resource: resource, fragment: "#" + name)
      if let located = anchors[key] { return Target(located: located, key: key) }
    }
    return nil
  }

  /// Whether a `$dynamicAnchor` is set in several places.
  func isSetAnew(_ anchor: String) -> Bool { dynamicAnchors[anchor, default: 0] > 1 }

  /// Whether anything in the file of a resource has `$defs` or `definitions`.
  mutating func haveDefinitions(in resource: Int) -> Bool {
    search()
    return definingFiles.contains(all[resource].file)
  }

  /// Finds every `$id` and `$anchor` of the files that were not searched yet, and which of them
  /// have definitions.
  mutating func search() {
    while searched < all.count {
      let resource = all[searched]
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
      let at = Located(node: at.node, resource: enter(at))
      if mapping["$defs"] != nil || mapping["definitions"] != nil {
        definingFiles.insert(all[at.resource].file)
      }
      if let name = mapping["$dynamicAnchor"]?.text { dynamicAnchors[name, default: 0] += 1 }
      for keyword in ["$anchor", "$dynamicAnchor"] {
        guard let name = mapping[keyword]?.text else { continue }
        for resource in [at.resource, all[at.resource].file] {
          let key = Target.Key(resource: resource, fragment: "#" + name)
          if anchors[key] == nil { anchors[key] = at }
        }
      }
      for entry in mapping.entries { search(Located(node: entry.value, resource: at.resource)) }
    }
  }
}
