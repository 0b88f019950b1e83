/// Which objects are sent, and which are read: what is only ever read needs no initialiser.
extension APIBuilder {
  /// Marks what the operations send and read. What no operation uses is marked as both.
  /// - Parameter others: What else is read: what webhooks send, and headers.
  mutating func markDirections(_ operations: [APIOperation], _ others: [SwiftType]) {
    for operation in operations {
      for parameter in operation.parameters { mark(parameter.type, \.isSent) }
      for variant in operation.body?.variants ?? [] { mark(variant.type, \.isSent) }
      for answer in operation.successes + operation.refusals { mark(answer.type, \.isRead) }
    }
    for type in others { mark(type, \.isRead) }
    for path in order {
      guard case .object(let object) = declarations[path]?.kind, !object.isSent, !object.isRead
      else { continue }
      mark(.named(path), \.isSent)
      if !object.isForm { mark(.named(path), \.isRead) }
    }
  }

  private mutating func mark(_ type: SwiftType, _ direction: WritableKeyPath<ObjectType, Bool>) {
    var pending = [type]
    var seen: Set<[String]> = []
    while let type = pending.popLast() {
      switch type {
      case .array(let element), .dictionary(let element), .optional(let element),
        .stream(let element), .event(let element):
        pending.append(element)
      case .named(let path):
        guard seen.insert(path).inserted else { continue }
        switch declarations[path]?.kind {
        case .object(var object):
          if object[keyPath: direction] { continue }
          object[keyPath: direction] = true
          declarations[path]?.kind = .object(object)
          pending += object.properties.map(\.type) + [object.additional?.value].compactMap { $0 }
        case .union(let union): pending += union.cases.map(\.type)
        case .bodies(let cases): pending += cases.compactMap(\.type)
        default: continue
        }
      default: continue
      }
    }
  }

  /// Marks the properties by which a struct would contain itself, in however many steps.
  mutating func markIndirect() {
    let objects = order.filter { path in
      if case .object = declarations[path]?.kind { true } else { false }
    }
    let group = Components(of: objects) { path in
      guard case .object(let object) = declarations[path]?.kind else { return [] }
      return object.properties.compactMap { $0.type.contained }
    }
    for path in objects {
      guard case .object(var object) = declarations[path]?.kind else { continue }
      for index in object.properties.indices {
        guard let other = object.properties[index].type.contained else { continue }
        object.properties[index].isIndirect = group.areInOneCycle(path, other)
      }
      declarations[path]?.kind = .object(object)
    }
  }
}

extension SwiftType {
  /// The type that is stored inside a value of this one, not behind a list or dictionary.
  fileprivate var contained: [String]? {
    switch self {
    case .named(let path): path
    case .optional(let type): type.contained
    default: nil
    }
  }
}
