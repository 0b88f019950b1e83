import Testing

@testable import APICoding

struct RuleTests {
  @Test(
    arguments: [
      (.int8, -128, 127, "8 bits"), (.int16, -32_768, 32_767, "16 bits"),
      (.int32, -2_147_483_648, 2_147_483_647, "32 bits"), (.uint8, 0, 255, "8 bits without a sign"),
      (.uint16, 0, 65_535, "16 bits without a sign"),
      (.uint32, 0, 4_294_967_295, "32 bits without a sign"),
    ] as [(Rule, Int64, Int64, String)])
  func `the range of a format`(_ rule: Rule, _ least: Int64, _ most: Int64, _ name: String) {
    func complaint(_ number: Int64) -> String? {
      rule.complaint(about: .number(JSONNumber(number)))
    }
    #expect(complaint(least) == nil)
    #expect(complaint(most) == nil)
    #expect(complaint(least - 1) == "is outside of the range of \(name)")
    #expect(complaint(most + 1) == "is outside of the range of \(name)")
  }
}
