import Syntax

/// Servers (OAS 3.1 §4.8.5, §4.8.6).
extension DescriptionReader {
  /// Nil where the owner says nothing of servers.
  mutating func readServers(of owner: Located) -> [Server]? {
    guard let list = owner["servers"] else { return nil }
    let items = list.node.text == nil ? items(of: list, "`servers`") : [list]
    let servers = items.compactMap { readServer($0) }
    // An empty list is as good as none (OAS 3.1 §4.8.1).
    return servers.isEmpty ? nil : servers
  }

  mutating func readServer(_ at: Located) -> Server? {
    guard let url = readAddress(of: at.node) else {
      diagnostics.warning(
        "a server has no `url`, expected its address; it is left out", at: at.node.place)
      return nil
    }
    let variables = entries(of: at["variables"], "`variables`")
    return Server(
      url: url, name: string("name", of: at.node),
      description: string("description", of: at.node),
      variables: variables.map { readVariable($0, in: url) }
        + undeclared(in: url, variables, at.node.place),
      place: at.node.place)
  }

  private mutating func readVariable(_ entry: Located.Entry, in url: String) -> Server.Variable {
    let node = entry.value.node
    let values = strings("enum", of: node)
    let defaultValue = string("default", of: node)
    // AutoRest has parameters for variables.
    let isParameter = node["in"] != nil
    if defaultValue == nil, !isParameter {
      diagnostics.warning(
        "the variable '\(entry.key)' has no `default`, expected the value that it has unless "
          + "another is given; it is read as '\(values.first ?? "")'", at: entry.keyPlace)
    }
    if let defaultValue, !values.isEmpty, !values.contains(defaultValue) {
      diagnostics.warning(
        "found '\(defaultValue)' for the default of the variable '\(entry.key)', expected one of "
          + "its `enum`; it is used all the same", at: node["default"]?.place ?? entry.keyPlace)
    }
    var variable = Server.Variable(
      name: entry.key, defaultValue: defaultValue ?? (isParameter ? nil : values.first ?? ""),
      enumValues: values,
      description: string("description", of: node), place: entry.keyPlace)
    if url.contains("/{\(entry.key)}") { takeSecondSlash(of: &variable) }
    return variable
  }

  /// Reads `/dev` as `dev` behind a `/` of the address, where API Gateway writes it.
  private mutating func takeSecondSlash(of variable: inout Server.Variable) {
    guard let written = variable.defaultValue, written.hasPrefix("/") else { return }
    variable.enumValues = variable.enumValues.map { String($0.drop { $0 == "/" }) }
    variable.defaultValue = String(written.drop { $0 == "/" })
    diagnostics.warning(
      "found the default '\(written)' of the variable '\(variable.name)' behind a '/' of the "
        + "address, expected only one; it is read as '\(variable.defaultValue ?? "")'",
      at: variable.place)
  }

  private mutating func undeclared(
    in url: String, _ variables: Located.Entries, _ place: Place
  ) -> [Server.Variable] {
    var known = Set(variables.map(\.key))
    return URLTemplate(url).names.compactMap { name in
      guard known.insert(name).inserted else { return nil }
      diagnostics.warning(
        "the address has '{\(name)}', expected it among the variables of the server; it is read as "
          + "one without a default", at: place)
      return Server.Variable(
        name: name, defaultValue: nil, enumValues: [], description: nil, place: place)
    }
  }
}
