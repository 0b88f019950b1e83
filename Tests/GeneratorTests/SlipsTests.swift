import Syntax
import Testing

@testable import Generator

/// One slip anywhere in a description, such as people make who write them by hand, is survived: the
/// user of a description cannot mend it.
struct SlipsTests {
  private enum Slip: CaseIterable {
    case null, emptyList, emptyMapping, word, number, inList, inMapping, first, removed
  }

  /// The same in every run, so that a failure comes again.
  private struct Numbers {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  /// Where nodes are, as the positions of their parents and their own. A version, and what is
  /// apigen's own, has to be right.
  private func places(in node: Node) -> [[Int]] {
    let children: [(position: Int, node: Node)] =
      (node.sequence?.enumerated().map { ($0, $1) } ?? [])
      + (node.entries?.enumerated().compactMap { position, entry in
        ["openapi", "swagger", "x-apigen"].contains(entry.key) ? nil : (position, entry.value)
      } ?? [])
    return children.flatMap { child in
      [[child.position]] + places(in: child.node).map { [child.position] + $0 }
    }
  }

  private func changed(_ node: Node, at place: ArraySlice<Int>, by slip: Slip) -> Node? {
    guard let position = place.first else { return slipped(node, by: slip) }
    if var items = node.sequence {
      let new = changed(items[position], at: place.dropFirst(), by: slip)
      items.replaceSubrange(position...position, with: new.map { [$0] } ?? [])
      return Node(.sequence(items), at: node.place)
    }
    guard var mapping = node.mapping else { return node }
    let entry = mapping.entries[position]
    if let new = changed(entry.value, at: place.dropFirst(), by: slip) {
      mapping.replaceValue(at: position, with: new)
    } else {
      mapping.removeAll { $0.key == entry.key }
    }
    return Node(.mapping(mapping), at: node.place)
  }

  /// Nil where nothing is left.
  private func slipped(_ node: Node, by slip: Slip) -> Node? {
    func scalar(_ text: String) -> Node {
      Node(.scalar(Scalar(text, isQuoted: false)), at: node.place)
    }
    switch slip {
    case .null: return scalar("null")
    case .emptyList: return Node(.sequence([]), at: node.place)
    case .emptyMapping: return Node(.mapping(Mapping()), at: node.place)
    case .word: return scalar("foo")
    case .number: return scalar("7")
    case .inList: return Node(.sequence([node]), at: node.place)
    case .inMapping:
      var mapping = Mapping()
      mapping.insert(Mapping.Entry(key: "x", keyPlace: node.place, value: node))
      return Node(.mapping(mapping), at: node.place)
    case .first: return node.sequence?.first ?? node.entries?.first?.value ?? node
    case .removed: return nil
    }
  }

  @Test(arguments: 0..<12)
  func `a slip is a warning`(_ seed: UInt64) throws {
    var numbers = Numbers(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for fixture in try Fixture.all {
      var diagnostics = Diagnostics()
      let text = try fixture.text
      // What is said of a number has to be beside one.
      if text.contains("numberFromText") { continue }
      let root = try #require(
        readDocument(Array(text.utf8), named: "\(fixture).yaml", into: &diagnostics))
      let places = places(in: root)
      let place = places[numbers.below(places.count)]
      let slip = Slip.allCases[numbers.below(Slip.allCases.count)]
      let node = try #require(changed(root, at: place[...], by: slip))
      write(node, into: &diagnostics)
      let errors = diagnostics.all.filter { $0.severity == .error }.map(diagnostics.rendered)
      #expect(errors == [], "\(slip) at \(place) of \(fixture)")
    }
  }

  /// Everything that a slip may meet; what it writes is left to the tests of fixtures.
  private func write(_ root: Node, into diagnostics: inout Diagnostics) {
    guard let api = decide(root, named: "A", into: &diagnostics) else { return }
    #expect(!GeneratedFile.files(of: api).isEmpty)
  }

  @Test(arguments: ["Objects", "Replies"])
  func `what a slip takes away is told of, wherever it is`(_ name: String) throws {
    let text = try Fixture(name: name).text
    var found = Diagnostics()
    let root = try #require(readDocument(Array(text.utf8), named: "A.yaml", into: &found))
    write(root, into: &found)
    #expect(found.all.map(\.message) == [])
    for place in places(in: root) {
      let node = place.reduce(root) { $0.sequence?[$1] ?? $0.entries?[$1].value ?? $0 }
      guard (node.sequence?.isEmpty ?? node.entries?.isEmpty) == false else { continue }
      for slip in [Slip.word, .number, .inList] where slip != .inList || node.mapping != nil {
        var diagnostics = found
        write(try #require(changed(root, at: place[...], by: slip)), into: &diagnostics)
        let severities = Set(diagnostics.all.map(\.severity))
        #expect(severities == [.warning], "\(slip) at \(node.place) of \(name)")
      }
    }
  }
}
