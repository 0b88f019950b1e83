/// Branches that constants tell apart, as a discriminator would.
extension JSONShape {
  /// The same with nothing but its constant for each branch that is told by that alone: by a
  /// property that it requires, with values that no other branch has. What is new in such a branch,
  /// another value of an enumeration or a list that is missing, makes no other of it.
  static func toldByConstants(_ shapes: [JSONShape]) -> [JSONShape] {
    let branches = shapes.compactMap(\.objects)
    guard branches.count == shapes.count, branches.count(where: { !$0.isEmpty }) > 1,
      case .object(_, _, let members)? = branches.lazy.joined().first
    else { return shapes }
    var told: [Int: JSONShape] = [:]
    for member in members {
      let others = branchesTold(by: member.key, branches)
      if others.count > told.count { told = others }
    }
    return shapes.enumerated().map { told[$0] ?? $1 }
  }

  /// The branches of which a property tells, each as what it says; none unless all objects list its
  /// values.
  private static func branchesTold(
    by key: String, _ branches: [[JSONShape]]
  ) -> [Int: JSONShape] {
    var owners: [JSONShape: Set<Int>] = [:]
    var constants: [Int: [JSONShape]] = [:]
    for (index, objects) in branches.enumerated() {
      for object in objects {
        guard let constant = object.member(key), !constant.listed.isEmpty else { return [:] }
        constants[index, default: []].append(constant)
        for value in constant.listed { owners[value, default: []].insert(index) }
      }
    }
    var told: [Int: JSONShape] = [:]
    for (index, constants) in constants where branches[index].allSatisfy({ $0.requires(key) }) {
      guard constants.flatMap(\.listed).allSatisfy({ owners[$0]?.count == 1 }) else { continue }
      let unique = constants.unique
      let shape = unique.count == 1 ? unique[0] : .anyOf(unique)
      told[index] = .object(
        required: [key], known: [], members: [.init(key: key, shape: shape)])
    }
    return told
  }

  /// The objects that it is a choice of, or itself; none for what is no object, and nil where it
  /// may be others as well.
  private var objects: [JSONShape]? {
    switch self {
    case .object: return [self]
    case .anyOf(let shapes):
      let objects = shapes.compactMap(\.objects)
      let isMixed = Set(objects.map(\.isEmpty)).count > 1
      return isMixed || objects.count < shapes.count ? nil : objects.flatMap(\.self)
    case .any, .dictionary, .tagged: return nil
    default: return []
    }
  }

  /// What an object says of a property.
  private func member(_ key: String) -> JSONShape? {
    guard case .object(_, _, let members) = self else { return nil }
    return members.first { $0.key == key }?.shape
  }

  private func requires(_ key: String) -> Bool {
    if case .object(let required, _, _) = self { required.contains(key) } else { false }
  }

  /// Each of the values that are listed; none where others may stand there.
  private var listed: [JSONShape] {
    switch self {
    case .strings(let values): values.map { .strings([$0]) }
    case .integers(let values): values.map { .integers([$0]) }
    case .booleans(let values): values.map { .booleans([$0]) }
    default: []
    }
  }
}
