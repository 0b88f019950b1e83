/// How types are written: as short as they can be where they stand.
///
/// An object, as all emitters have the same.
final class TypeSpelling {
  let provider: String
  /// What stands before each declaration: `public `, or nothing where it is internal.
  let access: String
  /// Whether a type of Foundation's was written, since this was last set.
  var usesFoundation = false
  /// The types that are declared in each other, and their names.
  private var nested = NumberTable<TypePath, [TypeDeclaration]>()
  private var innerNames: Set<String> = []
  /// The types that dictionaries are literals of.
  private var literals: Set<TypePath> = []

  init(_ api: API) {
    provider = api.name
    access = api.access == .internal ? "" : api.access.rawValue + " "
    for type in api.types { visit(type) }
  }

  private func visit(_ type: TypeDeclaration) {
    if type.dictionaryLiteral != nil {
      literals.insert(type.path)
      innerNames.formUnion(TypeDeclaration.namesOfLiteral)
    }
    if type.nested.isEmpty { return }
    nested[type.path] = type.nested
    for type in type.nested {
      innerNames.insert(type.name)
      visit(type)
    }
  }

  /// A type as it is written inside another type of the provider.
  func text(_ type: SwiftType, in scope: TypePath = .provider) -> String {
    switch type {
    case .decimal: foundation("Decimal")
    case .date: foundation("Date")
    case .uuid: foundation("UUID")
    case .data: foundation("Data")
    case .string: "String"
    case .int: "Int"
    case .uint64: "UInt64"
    case .double: "Double"
    case .bool: "Bool"
    case .calendarDate: "CalendarDate"
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

  private func foundation(_ name: String) -> String {
    usesFoundation = true
    return name
  }

  /// The last names of a path, as few as Swift needs to find the type from inside `scope`.
  private func name(_ path: TypePath, in scope: TypePath) -> String {
    if path.owner == .provider, !innerNames.contains(path.name) { return path.name }
    var (outermost, text) = (path, path.name)
    while let owner = outermost.owner {
      // The innermost type of this name is what Swift finds.
      if innermost(outermost.name, in: scope) == owner { return text }
      text = owner.name + "." + text
      outermost = owner
    }
    return provider + text
  }

  /// A name after those of all that it is declared in: `Vambe.Message.KindValues`.
  func full(_ name: String, in owner: TypePath) -> String {
    owner.owner.map { full(owner.name + "." + name, in: $0) } ?? provider + "." + name
  }

  /// Where the type is declared that a name means inside another: as near as there is one.
  private func innermost(_ name: String, in scope: TypePath) -> TypePath {
    var place = scope
    while let owner = place.owner, !has(name, in: place) { place = owner }
    return place
  }

  private func has(_ name: String, in place: TypePath) -> Bool {
    nested[place]?.contains { $0.name == name } == true
      || literals.contains(place) && TypeDeclaration.namesOfLiteral.contains(name)
  }
}
