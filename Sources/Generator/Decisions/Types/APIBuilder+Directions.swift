/// Which objects are sent, and which are read: what is only ever read has constants.
extension APIBuilder {
  /// Marks what the operations send and read. What no operation uses is marked as both.
  /// - Parameter others: What else is read: what webhooks send, and headers.
  func markDirections(_ operations: [APIOperation], _ others: [SwiftType]) {
    let parameters = operations.flatMap(\.parameters).map(\.type)
    let bodies = operations.flatMap { $0.body?.variants ?? [] }.map(\.type)
    let answers = operations.flatMap { $0.successes + $0.refusals }.map(\.type)
    mark(parameters + bodies, as: .sent)
    mark(answers + others, as: .read)
    for path in order {
      guard case .object(let object) = declarations[path]?.kind, !object.isSent, !object.isRead
      else { continue }
      mark([.named(path)], as: .sent)
      if !object.isForm { mark([.named(path)], as: .read) }
    }
  }

  private func mark(_ types: [SwiftType], as direction: ObjectType.Directions) {
    var pending = types.compactMap(\.declared)
    var seen: Set<TypePath> = []
    while let path = pending.popLast() {
      switch declarations[path]?.kind {
      case .object(let object):
        guard object.directions.insert(direction).inserted else { continue }
        // Most are of no declared type.
        for property in object.properties {
          if let path = property.type.declared { pending.append(path) }
        }
        if let path = object.additional?.value.declared { pending.append(path) }
      case .union(let union) where seen.insert(path).inserted:
        pending += union.cases.compactMap { $0.content.type?.declared }
      case .bodies(let cases): pending += cases.compactMap { $0.type?.declared }
      default: continue
      }
    }
  }

  /// Marks the properties by which a struct would contain itself, in however many steps.
  func markIndirect() {
    // By the numbers of types.
    var edges = [[Int]](repeating: [], count: typeCount + 1)
    for path in order {
      guard case .object(let object) = declarations[path]?.kind else { continue }
      edges[path.index] = object.properties.compactMap { property in
        property.type.contained.flatMap { isObject($0) ? $0.index : nil }
      }
    }
    let components = StronglyConnectedComponents(edges)
    for path in order {
      // Most hold nothing that leads back to them.
      guard edges[path.index].contains(where: { components.areInOneCycle(path.index, $0) }),
        case .object(let object) = declarations[path]?.kind
      else { continue }
      for property in object.properties {
        guard let other = property.type.contained, isObject(other) else { continue }
        property.isIndirect = components.areInOneCycle(path.index, other.index)
      }
    }
  }

  private func isObject(_ path: TypePath) -> Bool {
    if case .object = declarations[path]?.kind { true } else { false }
  }
}

extension SwiftType {
  /// The type of the provider's that it is, or that its elements are.
  fileprivate var declared: TypePath? {
    switch self {
    case .named(let path): path
    case .array(let element), .dictionary(let element), .optional(let element),
      .stream(let element), .event(let element):
      element.declared
    default: nil
    }
  }

  /// The type that is stored inside a value of this one, not behind a list or dictionary.
  fileprivate var contained: TypePath? {
    switch self {
    case .named(let path): path
    case .optional(let type): type.contained
    default: nil
    }
  }
}
