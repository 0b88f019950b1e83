/// Which objects are sent, and which are read: what is only ever read needs no initialiser.
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
    var pending = types
    var seen: Set<TypePath> = []
    while let type = pending.popLast() {
      switch type {
      case .array(let element), .dictionary(let element), .optional(let element),
        .stream(let element), .event(let element):
        pending.append(element)
      case .named(let path):
        switch declarations[path]?.kind {
        case .object(let object):
          guard object.directions.insert(direction).inserted else { continue }
          for property in object.properties { pending.append(property.type) }
          if let additional = object.additional { pending.append(additional.value) }
        case .union(let union) where seen.insert(path).inserted:
          pending += union.cases.map(\.type)
        case .bodies(let cases): pending += cases.compactMap(\.type)
        default: continue
        }
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
      edges[path.number] = object.properties.compactMap { property in
        property.type.contained.flatMap { isObject($0) ? $0.number : nil }
      }
    }
    let components = Components(edges)
    for path in order {
      // Most hold nothing that leads back to them.
      guard edges[path.number].contains(where: { components.areInOneCycle(path.number, $0) }),
        case .object(let object) = declarations[path]?.kind
      else { continue }
      for property in object.properties {
        guard let other = property.type.contained, isObject(other) else { continue }
        property.isIndirect = components.areInOneCycle(path.number, other.number)
      }
    }
  }

  private func isObject(_ path: TypePath) -> Bool {
    if case .object = declarations[path]?.kind { true } else { false }
  }
}

extension SwiftType {
  /// The type that is stored inside a value of this one, not behind a list or dictionary.
  fileprivate var contained: TypePath? {
    switch self {
    case .named(let path): path
    case .optional(let type): type.contained
    default: nil
    }
  }
}
