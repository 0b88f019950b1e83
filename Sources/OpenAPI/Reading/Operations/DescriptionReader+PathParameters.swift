import Foundation
import Syntax

/// What a path and the parameters say of each other.
extension DescriptionReader {
  /// Makes the path and the path parameters name the same: each `{name}` is a parameter (OAS 3.1
  /// §4.8.12.1).
  mutating func matchPathParameters(of operation: inout Operation) {
    takeQuery(of: &operation)
    bracePlaces(of: &operation)
    braceRest(of: &operation)
    takeGuessed(of: &operation)
    let declared = operation.parameters.filter { $0.location == .path }.map(\.name)
    let named = URLTemplate(operation.path).names
    var names: Set<String> = []
    var renamed: [String: String] = [:]
    for name in named {
      guard names.insert(name).inserted else {
        diagnostics.warning(
          "the path has '{\(name)}' twice, expected two names; one value is sent for both",
          at: operation.place)
        continue
      }
      let expression = URLTemplate.Expression(name)
      if declared.contains(name) {
        operation.allow(expression, in: name)
        continue
      }
      let meant = expression.meaning(among: declared.filter { !named.contains($0) })
      diagnostics.warning(
        "the path has '{\(name)}', which "
          + (meant == expression.name ? "OpenAPI does not have" : "no path parameter declares")
          + "; it is read as \(meant.map { "'{\($0)}'" } ?? "a string")",
        at: operation.place)
      if let meant {
        renamed[name] = meant
        names.insert(meant)
        operation.allow(expression, in: meant)
      } else {
        let schema = stringSchema(at: operation.place)
        operation.parameters.append(
          .undeclared(name, in: .path, schema: schema, at: operation.place))
      }
    }
    if !renamed.isEmpty {
      operation.path =
        URLTemplate(operation.path).replacingNames { "{\(renamed[$0] ?? $0)}" } ?? operation.path
    }
    removeUnused(of: &operation, names)
  }

  private mutating func removeUnused(of operation: inout Operation, _ names: Set<String>) {
    operation.parameters.removeAll { parameter in
      guard parameter.location == .path, !names.contains(parameter.name) else { return false }
      diagnostics.warning(
        "the path has no '{\(parameter.name)}', expected one for each of its path parameters; the "
          + "parameter is left out", at: parameter.place)
      return true
    }
  }

  /// Moves parameters without `in` into the path, if it has their names.
  private func takeGuessed(of operation: inout Operation) {
    if guessedLocations.isEmpty { return }
    let names = URLTemplate(operation.path).names
    for (index, parameter) in operation.parameters.enumerated()
    where guessedLocations.contains(parameter.place) && names.contains(parameter.name) {
      operation.parameters[index].location = .path
      operation.parameters[index].isRequired = true
      operation.parameters[index].style = Parameter.Location.path.styles[0]
      operation.parameters[index].explode = false
    }
  }

  /// Puts braces around what frameworks write otherwise, and is declared: `:id`, `<int:id>`,
  /// `[id]`, `$id`, `{{id}}`, or by a slip `{id`.
  private mutating func bracePlaces(of operation: inout Operation) {
    let path = operation.path
    guard Self.mayNeedBraces(path) else { return }
    let declared = operation.parameters.filter { $0.location == .path }.map(\.name)
    let steps = path.replacing("{{", with: "{").replacing("}}", with: "}").split(
      separator: "/", omittingEmptySubsequences: false)
    let braced = steps.map { URLTemplate.braced(String($0), declared) }.joined(separator: "/")
    guard braced != path else { return }
    diagnostics.warning(
      "found the path '\(path)', expected '\(braced)'; it is read so", at: operation.place)
    operation.path = braced
  }

  /// Reads the `*` that Fastify has for the rest of a path, and its plugin writes as `{wildcard}`,
  /// as the parameter that is declared by either name.
  private mutating func braceRest(of operation: inout Operation) {
    let path = operation.path
    let ends = ["/*", "/{wildcard}"]
    guard let end = ends.first(where: path.hasSuffix),
      let index = operation.parameters.firstIndex(where: {
        $0.location == .path && ["*", "wildcard"].contains($0.name)
      }), "/{\(operation.parameters[index].name)}" != end
    else { return }
    operation.path = path.dropLast(end.count) + "/{\(operation.parameters[index].name)}"
    operation.parameters[index].keepsSlashes = true
    diagnostics.warning(
      "found the path '\(path)', expected '\(operation.path)'; it is read so", at: operation.place)
  }

  /// Byte by byte: to search thousands of paths for texts takes long.
  private static func mayNeedBraces(_ path: String) -> Bool {
    var isInside = false
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "$"): return true
      case UInt8(ascii: "{") where isInside: return true
      case UInt8(ascii: "{"): isInside = true
      case UInt8(ascii: "}"): isInside = false
      case UInt8(ascii: "/") where isInside: return true
      default: break
      }
    }
    return isInside
  }

  /// Takes out of the path what is in the query, and declared there: `{?a,b*}` (RFC 6570 §3.2.8),
  /// and `?a={a}`. What the path fixes is no parameter.
  private mutating func takeQuery(of operation: inout Operation) {
    // Nearly none has any.
    if !operation.path.contains(UInt8(ascii: "?")) { return }
    for expression in URLTemplate(operation.path).names where expression.hasPrefix("?") {
      diagnostics.warning(
        "the path has '{\(expression)}', which OpenAPI does not have; its names are in the query",
        at: operation.place)
      operation.path = operation.path.replacing("{\(expression)}", with: "")
      let names = expression.dropFirst().split(separator: ",")
      for name in names.map({ URLTemplate.Expression(String($0)).name })
      where !operation.parameters.contains(where: { $0.name == name && $0.location == .query }) {
        let schema = stringSchema(at: operation.place)
        operation.parameters.append(
          .undeclared(name, in: .query, schema: schema, at: operation.place))
      }
    }
    guard let mark = URLTemplate.queryStart(of: operation.path) else { return }
    let query = operation.path[mark...].dropFirst().split(separator: "&")
    let kept = query.filter { isFixed($0, of: &operation) }
    guard kept.count < query.count else { return }
    let rest = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
    operation.path = operation.path[..<mark] + rest
  }

  /// Whether a pair of a path's query stays there: a parameter of the query does not write it.
  private mutating func isFixed(_ pair: Substring, of operation: inout Operation) -> Bool {
    guard let equals = pair.firstIndex(of: "=") else { return true }
    let name = String(pair[..<equals])
    let value = pair[equals...].dropFirst()
    let variable = value.hasPrefix("{") && value.hasSuffix("}") ? value.dropFirst().dropLast() : nil
    func index(of name: String, _ location: Parameter.Location) -> Int? {
      operation.parameters.firstIndex { $0.name == name && $0.location == location }
    }
    let own = index(of: name, .query)
    if let variable, index(of: String(variable), .path) == nil {
      guard let index = own ?? index(of: String(variable), .query) else { return true }
      diagnostics.warning(
        "the path has '\(pair)', expected it among the parameters of the query alone; it is there",
        at: operation.place)
      operation.parameters[index].name = name
      return false
    }
    if let own {
      diagnostics.warning(
        "the path has '\(pair)', expected it there or as a parameter; the parameter is left out",
        at: operation.parameters[own].place)
      operation.parameters.remove(at: own)
    }
    return true
  }
}

extension Operation {
  /// Gives a parameter of the path what its expression says of reserved characters.
  fileprivate mutating func allow(_ expression: URLTemplate.Expression, in name: String) {
    // Most say nothing of them.
    guard expression.keepsSlashes || expression.allowsReserved || expression.hasStar else { return }
    let key = Parameter.Key(name: name, location: .path)
    for index in parameters.indices where parameters[index].key == key {
      let isRest = expression.hasStar && !parameters[index].explode
      if expression.keepsSlashes || isRest { parameters[index].keepsSlashes = true }
      if expression.allowsReserved { parameters[index].allowReserved = true }
    }
  }
}

extension Parameter {
  /// A part of a path, or of its query, that the description does not declare.
  fileprivate static func undeclared(
    _ name: String, in location: Location, schema: Schema.ID, at place: Place
  ) -> Parameter {
    Parameter(
      name: name, location: location, description: nil, isRequired: location == .path,
      isDeprecated: false, schema: schema, content: nil, style: location.styles[0],
      explode: location.styles[0].explodesByDefault, allowReserved: false, allowEmptyValue: false,
      place: place)
  }
}
