/// How types are written: as short as they can be where they stand.
final class TypeSpelling {
  let provider: String
  /// The names of the types that are declared in each, and those of all that are declared in others.
  private var nested = NumberTable<TypePath, Set<String>>()
  private var innerNames: Set<String> = []

  init(_ api: API) {
    provider = api.name
    visit(api.types, in: .provider)
  }

  private func visit(_ types: [TypeDeclaration], in owner: TypePath) {
    if types.isEmpty { return }
    nested[owner] = Set(types.lazy.map(\.name))
    for type in types {
      if owner != .provider { innerNames.insert(type.name) }
      visit(type.nested, in: type.path)
    }
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
    if path.owner == .provider, !innerNames.contains(path.name) { return path.name }
    var (outermost, text) = (path, path.name)
    while let owner = outermost.owner {
      // The innermost type of this name is what Swift finds.
      if innermost(outermost.name, in: scope) == owner { return text }
      text = (owner == .provider ? provider : owner.name) + "." + text
      outermost = owner
    }
    return text
  }

  /// Where the type is declared that a name means inside another.
  private func innermost(_ name: String, in scope: TypePath) -> TypePath? {
    var owner: TypePath? = scope
    while let place = owner, nested[place]?.contains(name) != true { owner = place.owner }
    return owner
  }
}
