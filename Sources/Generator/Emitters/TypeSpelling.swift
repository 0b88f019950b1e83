/// How types are written: as short as they can be where they stand.
struct TypeSpelling {
  let provider: String
  /// The paths of all types that the provider declares.
  let declared: Set<[String]>
  /// The names of those that are declared inside others.
  private let innerNames: Set<String>

  init(_ api: API) {
    provider = api.name
    var declared: Set<[String]> = []
    var innerNames: Set<String> = []
    func visit(_ types: [TypeDeclaration]) {
      for type in types {
        declared.insert(type.path)
        if type.path.count > 1 { innerNames.insert(type.name) }
        visit(type.nested)
      }
    }
    visit(api.types)
    self.declared = declared
    self.innerNames = innerNames
  }

  /// A type as it is written inside another type of the provider.
  func text(_ type: SwiftType, in scope: [String] = []) -> String {
    switch type {
    case .string: "String"
    case .int: "Int"
    case .uint64: "UInt64"
    case .double: "Double"
    case .decimal: "Decimal"
    case .bool: "Bool"
    case .date: "Date"
    case .calendarDate: "CalendarDate"
    case .uuid: "UUID"
    case .data: "Data"
    case .file: "File"
    case .formValue: "FormValue"
    case .json: "JSONValue"
    case .raw: "RawResponse"
    case .stream(let element): "EventStream<" + text(element, in: scope) + ">"
    case .event(let content): "ServerSentEvent<" + text(content, in: scope) + ">"
    case .optional(let type): text(type, in: scope) + "?"
    case .array(let element): "[" + text(element, in: scope) + "]"
    case .dictionary(let value): "[String: " + text(value, in: scope) + "]"
    case .named(let path): name(path, in: scope)
    }
  }

  /// The last names of a path, as few as Swift needs to find the type from inside `scope`.
  private func name(_ path: [String], in scope: [String]) -> String {
    if path.count == 1, !innerNames.contains(path[0]) { return path[0] }
    for depth in stride(from: scope.count, through: 0, by: -1) {
      let owner = scope.prefix(depth)
      guard path.count > depth, path.starts(with: owner) else { continue }
      // The innermost type of this name is what Swift finds.
      if innermost(path[depth], in: scope) == depth { return path[depth...].joined(separator: ".") }
    }
    return ([provider] + path).joined(separator: ".")
  }

  private func innermost(_ name: String, in scope: [String]) -> Int? {
    stride(from: scope.count, through: 0, by: -1).first {
      declared.contains(scope.prefix($0) + [name])
    }
  }
}
