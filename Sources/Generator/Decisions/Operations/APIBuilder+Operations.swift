import OpenAPI
import Syntax

import struct Foundation.UUID

/// Operations: the method that builds each request, and what its answers are read as.
extension APIBuilder {
  mutating func decideOperations(_ credentials: [Credential]) -> [APIOperation] {
    let names = operationNames(besides: credentials.map(\.name) + ["server"])
    let allNeeded = Self.credentialSets(of: document.operations, credentials)
    return document.operations.indices.map { index in
      let (operation, name, needed) = (document.operations[index], names[index], allNeeded[index])
      var parameters = parameters(of: operation, named: name, besides: needed)
      let path = path(of: operation, &parameters)
      let body = operation.requestBody.flatMap { self.body($0, named: name) }
      let successes = answers(of: operation, named: name, isSuccess: true)
      let refusals = answers(of: operation, named: name, isSuccess: false)
      return APIOperation(
        name: name, method: operation.method, path: path, parameters: parameters,
        security: security(needed),
        body: body, idempotencyKey: operation.idempotencyKey,
        response: successes.type ?? .raw, successes: successes.answers,
        problem: refusals.type, refusals: refusals.answers,
        server: ownServer(of: operation, besides: parameters.map(\.name)),
        documentation: Documentation.lines(operation.summary, operation.description),
        isDeprecated: operation.isDeprecated)
    }
  }

  /// The types that the provider sends to its users: of webhooks and callbacks.
  mutating func decideWebhooks() -> [SwiftType] {
    document.webhooks.compactMap { webhook in
      let name = Identifier.member(webhook.operationID ?? webhook.path) + "Webhook"
      return webhook.requestBody.flatMap { body($0, named: name)?.type }
    }
  }

  /// The operationIds, less what frameworks add to them, or, where there is none or it comes out
  /// like another's, the method and the path.
  private mutating func operationNames(besides properties: [String]) -> [String] {
    var scope = NameScope()
    for property in properties { _ = scope.claim(property) }
    let operations = document.operations
    let given = operations.map { operation in
      // A UUID says nothing to a person.
      let id = operation.operationID.flatMap {
        Identifier.words(of: $0).isEmpty || UUID(uuidString: $0) != nil ? nil : $0
      }
      return GivenName(id ?? Self.methodAndPath(of: operation), at: operation.place)
    }
    var short = zip(operations, given).map {
      Self.withoutRoute($1.text, $0) ?? Self.withoutController($1.text)
    }
    var wishes = zip(short, given).map { Identifier.member($0 ?? $1.text) }
    for index in indicesOfLikeOnes(wishes, short, given) {
      short[index] = nil
      wishes[index] = Identifier.member(given[index].text)
    }
    let names = scope.claim(given, as: wishes, scope.freeMember) {
      short[$0] == nil
        ? Identifier.member(Spelling.signsInWords(Self.methodAndPath(of: operations[$0])))
        : Identifier.member(given[$0].text)
    }
    warn(of: scope.clashes, among: given, renaming: .operationID)
    return names
  }

  /// The shortened ids that come out like another's name. None of them has it, so that what is new
  /// never takes a call to another address: that would compile.
  private mutating func indicesOfLikeOnes(
    _ wishes: [String], _ short: [String?], _ given: [GivenName]
  ) -> [Int] {
    guard short.contains(where: { $0 != nil }) else { return [] }
    let rivals = Dictionary(grouping: wishes.indices) { wishes[$0] }
    let like = wishes.indices.filter { rivals[wishes[$0], default: []].count > 1 }
    for index in like where rivals[wishes[index]]?.first == index {
      let group = rivals[wishes[index], default: []]
      if group.contains(where: { short[$0] != nil }) {
        warn(ofShortened: group.map { given[$0] }, wish: wishes[index])
      }
    }
    return like.filter { short[$0] != nil }
  }

  private static func methodAndPath(of operation: Operation) -> String {
    operation.method.lowercased() + " " + operation.path
  }

  /// `read_item_items__id__get` is `read_item`, where FastAPI has added the path and the method to
  /// the name of the function. One that says nothing alone, as `list` in `/users`, keeps them.
  private static func withoutRoute(_ id: String, _ operation: Operation) -> String? {
    // Most end in something else, and need no look at the path.
    let method = "_" + operation.method.lowercased()
    guard id.hasSuffix(method) else { return nil }
    let route = String(operation.path.map { $0.isLetter || $0.isNumber ? $0 : "_" }) + method
    guard id.hasSuffix(route), id.utf8.count > route.utf8.count else { return nil }
    let name = String(id.dropLast(route.count))
    let words = Identifier.words(of: name)
    let isTelling = words.count > 1 || Identifier.words(of: operation.path).contains(name)
    return isTelling ? name : nil
  }

  /// `UsersController_list` is `list`: the name of the class that answers says nothing to users.
  private static func withoutController(_ id: String) -> String? {
    let ends = id.utf8.indices.lazy.filter { id.utf8[$0] == UInt8(ascii: "_") }
    let end = ends.first { id[..<$0].hasSuffix("Controller") }
    return end.map { String(id[$0...].dropFirst()) }
  }
}
