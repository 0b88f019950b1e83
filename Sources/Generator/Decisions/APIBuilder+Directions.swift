/// Which objects are sent, and which are read: what is only ever read needs no initialiser.
extension APIBuilder {
  /// Marks what the operations send and read. What no operation uses is marked as both.
  mutating func markDirections(_ operations: [APIOperation]) {
    for operation in operations {
      if let body = operation.body { mark(body.type, \.isSent) }
      for answer in operation.successes + operation.refusals {
        if case .json(let type) = answer.reading { mark(type, \.isRead) }
      }
    }
    for path in order {
      guard case .object(let object) = declarations[path]?.kind, !object.isSent, !object.isRead
      else { continue }
      mark(.named(path), \.isSent)
      if !object.hasFiles { mark(.named(path), \.isRead) }
    }
  }

  private mutating func mark(_ type: SwiftType, _ direction: WritableKeyPath<ObjectType, Bool>) {
    switch type {
    case .array(let element), .dictionary(let element):
      mark(element, direction)
    case .named(let path):
      guard case .object(var object) = declarations[path]?.kind, !object[keyPath: direction]
      else { return }
      object[keyPath: direction] = true
      declarations[path]?.kind = .object(object)
      for property in object.properties { mark(property.type, direction) }
    default:
      break
    }
  }
}

extension SwiftType {
  /// Whether a value is one text on the wire: what the path, the query and headers take.
  func isText(in declarations: [[String]: TypeDeclaration]) -> Bool {
    switch self {
    case .string, .int, .double, .bool, .date, .uuid: return true
    case .named(let path):
      guard case .enumeration = declarations[path]?.kind else { return false }
      return true
    default: return false
    }
  }
}
