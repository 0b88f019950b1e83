import Syntax

/// `$ref` (OAS 3.1 §4.8.23): where something is described, instead of the description.
extension DescriptionReader {
  /// How many references may be followed one inside the other: the stack is bounded, and headers
  /// may have media types with headers.
  private static let mostDetours = 50

  /// Reads what a node describes, or else what its `$ref` names, which is read once however often
  /// it is referred to. A `description` beside a `$ref` is the one that counts, as from OpenAPI 3.1
  /// on: in 3.0 it is written all the same.
  mutating func readShared<Value>(
    _ at: Located, once memo: Memo<Value>,
    description: WritableKeyPath<Value, String?>? = nil,
    read: (inout Self, Located) -> Value?
  ) -> Value? {
    guard at.node["$ref"] != nil else { return read(&self, at) }
    guard let target = follow(at) else { return nil }
    guard !target.key.isContainer else {
      warn(
        at.node["$ref"] ?? at.node, "`$ref`", expected: "the path of one thing",
        "what it stands for is left out")
      return nil
    }
    if memo.values[target.key] == nil {
      guard detours < Self.mostDetours else {
        report(at.node, "a header", expected: "one that ends, not a header in a header in a header")
        return nil
      }
      detours += 1
      defer { detours -= 1 }
      // What contains itself is absent there, or this would not end.
      memo.values.updateValue(nil, forKey: target.key)
      let outer = sharedName
      defer { sharedName = outer }
      // What a component borrows from an operation goes by the component.
      let named = name(of: target) ?? self.target(named: at).flatMap { name(of: $0) }
      sharedName = named?.name.ending(with: memo.kind.rawValue)
      let found = target.key.isComponent ? holding(target, as: memo.kind, at) : target.located
      memo.values.updateValue(found.flatMap { read(&self, $0) }, forKey: target.key)
    }
    guard var value = memo.values[target.key] ?? nil else { return nil }
    if let description, let own = string("description", of: at.node) {
      value[keyPath: description] = own
    }
    return value
  }

  /// What the `$ref` of a node names, be it another reference.
  private mutating func target(named at: Located) -> Target? {
    guard let reference = at.node["$ref"], let text = reference.text else { return nil }
    return try? exactTarget(of: text, at: reference.place, from: at.resource)
  }

  /// The node, or else what its `$ref` leads to. Nil after an error.
  mutating func resolve(_ at: Located) -> Located? {
    at.node["$ref"] == nil ? at : follow(at)?.located
  }

  /// How many references to references may be between a path and what it offers.
  private static let mostSteps = 100

  /// The node, what its `$ref` names, and so on to what is in place. Empty after an error.
  mutating func steps(from at: Located) -> [Located] {
    guard resolve(at) != nil else { return [] }
    var steps = [at]
    while let last = steps.last, let reference = last.node["$ref"],
      let next = target(of: reference, from: last.resource)
    {
      steps.append(next.located)
      guard steps.count <= Self.mostSteps + 1 else {
        diagnostics.error(
          "found a chain of more than \(Self.mostSteps) references, expected a description at its "
            + "end; refer to it directly in an overlay", at: at.node.place)
        return []
      }
    }
    return steps
  }

  /// Follows a `$ref`, and that of what it leads to, to something that is described in place. Nil
  /// where there is none, after one warning however often it is referred to.
  private mutating func follow(_ at: Located) -> Target? {
    var at = at
    var steps: [Spelled] = []
    var end: Target?
    while let reference = at.node["$ref"] {
      let spelled = Spelled(resource: at.resource, text: reference.text ?? "")
      if let known = targets[spelled] {
        end = known
        if steps.contains(spelled) { warn(ofCycle: reference) }
        break
      }
      steps.append(spelled)
      // Until the end is known there is none: what leads through itself leads nowhere.
      targets.updateValue(nil, forKey: spelled)
      end = target(of: reference, from: at.resource)
      guard let next = end else { break }
      at = next.located
    }
    for step in steps { targets.updateValue(end, forKey: step) }
    return end
  }

  private mutating func warn(ofCycle reference: Node) {
    diagnostics.warning(
      "found \(reference.summary), which refers to itself, expected a description at its end; "
        + "what it stands for is left out", at: reference.place)
  }

  private mutating func target(of reference: Node, from resource: Int) -> Target? {
    guard let text = reference.text else {
      warn(reference, "`$ref`", expected: "a string", "what it stands for is left out")
      return nil
    }
    do throws(ReferenceProblem) {
      return try target(of: text, at: reference.place, from: resource)
    } catch {
      diagnostics.warning(
        error.message(of: text) + "; what it stands for is left out", at: reference.place)
      return nil
    }
  }

  /// What stands where a reference points, or where it is meant to; it may be another reference.
  mutating func target(
    of text: String, at place: Place, from resource: Int
  ) throws(ReferenceProblem) -> Target {
    do throws(ReferenceProblem) {
      return try exactTarget(of: text, at: place, from: resource)
    } catch {
      guard let meant = meantTarget(of: text, at: place, from: resource) else { throw error }
      return meant
    }
  }

  /// What stands where a reference points, which may be another reference.
  mutating func exactTarget(
    of text: String, at place: Place, from resource: Int
  ) throws(ReferenceProblem) -> Target {
    let hash = text.firstIndex(of: "#") ?? text.endIndex
    let base = hash == text.startIndex ? resource : try open(text[..<hash], from: resource)
    let written = String(text[hash...].dropFirst())
    let unescaped = written.unescaped
    // A key that has a percent sign of its own is mostly named as it is.
    if unescaped != written, written.hasPrefix("/"),
      unescaped.flatMap({ try? find(JSONPointer.keys(of: $0), in: base) }) == nil,
      let target = try? find(JSONPointer.keys(of: written), in: base)
    {
      return target
    }
    guard let fragment = unescaped else { throw .malformed }
    if fragment.isEmpty || fragment.hasPrefix("/") {
      return try find(JSONPointer.keys(of: fragment), in: base)
    }
    if let target = resources.anchor(fragment, in: base) { return target }
    guard fragment.contains("/") else { throw .missing(nearest: nil) }
    let target = try find(JSONPointer.keys(of: "/" + fragment), in: base)
    diagnostics.warning(
      "found the reference '\(text)', expected a '/' after '#'; it is read so", at: place)
    return target
  }

  private mutating func find(
    _ keys: [String], in resource: Int
  ) throws(ReferenceProblem) -> Target {
    // A schema with an `$id` begins a resource of its own, yet those who write one in OpenAPI
    // mostly go on to mean the file by `#`.
    let file = resources[resource].file
    for start in [resource, file] + (resources[file].others.map { [$0] } ?? []) {
      let keys = resources[start].isSwagger2 ? Swagger2.moved(keys) : keys
      let root = Located(node: resources[start].root, resource: start)
      if let located = descend(keys, from: root) {
        let key = Target.Key(resource: start, fragment: JSONPointer.fragment(of: keys))
        return Target(located: located, key: key)
      }
    }
    let root = Located(node: resources[resource].root, resource: resource)
    let keys = resources[resource].isSwagger2 ? Swagger2.moved(keys) : keys
    let siblings = descend(keys.dropLast(), from: root)?.node.entries ?? []
    throw .missing(nearest: suggestion(for: keys.last ?? "", among: siblings.map(\.key)))
  }

  mutating func descend(_ keys: [String], from root: Located) -> Located? {
    var at = root
    for key in keys {
      guard let next = child(key, of: at) ?? childBehindReference(key, of: at) else { return nil }
      at = next
      at.resource = resources.enter(next)
    }
    return at
  }

  private func child(_ key: String, of at: Located) -> Located? {
    switch at.node.value {
    case .mapping(let mapping):
      return mapping[key].map { Located(node: $0, resource: at.resource) }
    case .sequence(let items):
      guard let index = Int(key), items.indices.contains(index) else { return nil }
      return Located(node: items[index], resource: at.resource)
    case .scalar: return nil
    }
  }

  /// Descriptions in many files say `schemas: {$ref: …}`, and point to what is behind it.
  private mutating func childBehindReference(_ key: String, of at: Located) -> Located? {
    guard at.node["$ref"]?.text != nil, detours < Self.mostDetours else { return nil }
    detours += 1
    defer { detours -= 1 }
    return resolve(at).flatMap { child(key, of: $0) }
  }
}
