/// How types are written: as short as they can be where they stand.
final class TypeSpelling {
  let provider: String
  /// The paths of all types that the provider declares.
  let declared: Set<TypePath>
  /// The names of those that are declared inside others.
  private let innerNames: Set<String>

  init(_ api: API) {
    provider = api.name
    var declared: Set<TypePath> = []
    var innerNames: Set<String> = []
    func visit(_ types: [TypeDeclaration]) {
      for type in types {
        declared.insert(type.path)
        if type.path.names.count > 1 { innerNames.insert(type.name) }
        visit(type.nested)
      }
    }
    visit(api.types)
    self.declared = declared
    self.innerNames = innerNames
  }

  /// A type as it is written inside another type of the provider.
  func text(_ type: SwiftType, in scope: TypePath = .provider) -> String {
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
  private func name(_ path: TypePath, in scope: TypePath) -> String {
    let names = path.names
    if names.count == 1, !innerNames.contains(names[0]) { return names[0] }
    var owner: TypePath? = scope
    while let place = owner {
      owner = place.owner
      let depth = place.names.count
      guard names.count > depth, names.starts(with: place.names) else { continue }
      // The innermost type of this name is what Swift finds.
      if innermost(names[depth], in: scope) == place {
        return names[depth...].joined(separator: ".")
      }
    }
    return ([provider] + names).joined(separator: ".")
  }

  /// Where the type is declared that a name means inside another.
  private func innermost(_ name: String, in scope: TypePath) -> TypePath? {
    var owner: TypePath? = scope
    while let place = owner, !declared.contains(TypePath(name, in: place)) { owner = place.owner }
    return owner
  }
}
