import Syntax

/// What frameworks and RFC 6570 write where OpenAPI has `{name}`.
extension URLTemplate {
  /// What stands in braces: `id:int`, `id=*`, `*rest`, `id?`, ` ID `.
  struct Expression {
    let name: String
    /// Whether the value may be several segments: `{+name}` (RFC 6570 §3.2.3), `{name=projects/*}`
    /// (google.api.http), `{*rest}` (ASP.NET), `{rest:.*}` (Spring, gorilla/mux), `{rest:path}`
    /// (Starlette), `{proxy+}` (API Gateway).
    let keepsSlashes: Bool
    /// Whether it is `{rest*}`: several segments (hapi), or a list or an object that is exploded
    /// (RFC 6570 §2.4.2).
    let hasStar: Bool
    /// Whether reserved characters go out as they are (RFC 6570 §3.2.3).
    let allowsReserved: Bool

    init(_ text: String) {
      let core = text.prefix { $0 != ":" && $0 != "=" }
      let start = core.drop { " +#./;?&*".contains($0) }
      let end = start.lastIndex { !" ?*+".contains($0) }.map { start.index(after: $0) }
      name = String(start[..<(end ?? start.startIndex)])
      allowsReserved = core.hasPrefix("+")
      let pattern = text.dropFirst(core.count)
      hasStar = core.hasSuffix("*") && core.first?.isLetter == true
      let isWhole = core.hasPrefix("+") || core.hasPrefix("*") || core.hasSuffix("+")
      let isPath = pattern.hasPrefix("=") && (pattern.contains("/") || pattern.contains("**"))
      let isAnything = pattern == ":path" || pattern.hasPrefix(":.*") || pattern.hasPrefix(":.+")
      keepsSlashes = isWhole || isPath || isAnything
    }

    /// The one of the parameters that it stands for.
    func meaning(among declared: [String]) -> String? {
      if declared.contains(name) { return name }
      let same = declared.filter { $0.lettersAndDigits == name.lettersAndDigits }
      return same.count == 1 ? same[0] : nil
    }
  }

  /// A step of a path with braces around the parameter that it is.
  static func braced(_ step: String, _ declared: [String]) -> String {
    if step.hasPrefix(":") {
      let name = step.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      let rest = step.dropFirst(name.count + 1)
      // An expression that it matches, or that it may be missing.
      let isWhole = rest.isEmpty || rest.hasPrefix("(") || rest == "?"
      guard declared.contains(String(name)) || isWhole && name.first?.isLetter == true else {
        return step
      }
      return "{\(name)}" + (isWhole ? "" : rest)
    }
    if let open = step.lastIndex(of: "{"), declared.contains(String(step[open...].dropFirst())) {
      return step + "}"
    }
    if step.hasPrefix("$"), declared.contains(String(step.dropFirst())) {
      return "{\(step.dropFirst())}"
    }
    for (start, end) in [("<", ">"), ("[", "]")] as [(Character, Character)] {
      guard let open = step.firstIndex(of: start), let close = step[open...].firstIndex(of: end),
        let name = step[open..<close].dropFirst().split(separator: ":").last.map(String.init),
        declared.contains(name)
      else { continue }
      return step[..<open] + "{\(name)}" + step[step.index(after: close)...]
    }
    return step
  }

  /// Where the query of a path begins, outside of braces.
  static func queryStart(of path: String) -> String.Index? {
    var isInside = false
    return path.indices.first { index in
      if path[index] == "{" { isInside = true }
      if path[index] == "}" { isInside = false }
      return path[index] == "?" && !isInside
    }
  }
}
