import Syntax
import Testing

@Suite struct MappingTests {
  private let place = Place.start(ofFile: 0)

  private func entry(_ key: String, _ value: String) -> Mapping.Entry {
    let node = Node(.scalar(Scalar(value, isQuoted: true)), at: place)
    return Mapping.Entry(key: key, keyPlace: place, value: node)
  }

  /// Small mappings are scanned, large ones have an index; both behave alike.
  @Test(arguments: [1, 12, 13, 14, 100])
  func findsAndKeepsTheFirst(count: Int) {
    var mapping = Mapping()
    for key in 0..<count { #expect(mapping.insert(entry("k\(key)", "\(key)")) == nil) }
    for key in 0..<count { #expect(mapping["k\(key)"]?.text == "\(key)") }
    #expect(mapping["k\(count)"] == nil)
    #expect(mapping.insert(entry("k0", "other"))?.value.text == "0")
    #expect(mapping.entries.map(\.key) == (0..<count).map { "k\($0)" })
  }

  @Test(arguments: [12, 13, 14, 40])
  func findsAfterRemoval(count: Int) {
    var mapping = Mapping()
    for key in 0..<count { mapping.insert(entry("k\(key)", "\(key)")) }
    mapping.removeAll { $0.key == "k0" }
    #expect(mapping["k0"] == nil)
    #expect(mapping["k11"]?.text == "11")
    #expect(mapping.insert(entry("k0", "new")) == nil)
    #expect(mapping["k0"]?.text == "new")
  }
}
