import Syntax
import Testing

/// The core schema of YAML 1.2 (§10.3.2).
@Suite struct NodeCoreTests {
  private func plain(_ text: String) -> Node {
    Node(.scalar(Scalar(text, isQuoted: false)), at: .start(ofFile: 0))
  }

  @Test(arguments: [
    ("12", 12), ("-12", -12), ("+12", 12), ("017", 17), ("0o17", 15), ("0x1F", 31), ("0xff", 255),
    ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("1_000", nil), ("0o8", nil),
    ("0o-7", nil), ("0x+1", nil), ("-0x1", nil), ("0x", nil), ("1.0", nil), ("1e3", nil), ("", nil),
    ("٣", nil), (" 1", nil),
  ])
  func integers(text: String, value: Int?) {
    #expect(plain(text).scalar?.int == value)
  }

  @Test(arguments: [
    ("1.5", 1.5), ("-0.5", -0.5), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("+1.5E-1", 0.15),
    ("12", 12), ("0x10", 16), ("9223372036854775808", 0x1p63), (".inf", .infinity),
    ("-.INF", -.infinity), ("inf", nil), ("nan", nil), ("Infinity", nil), ("0x1p3", nil),
    ("1_0.5", nil), (".", nil), ("e", nil), ("1.2.3", nil), ("", nil),
  ])
  func numbers(text: String, value: Double?) {
    #expect(plain(text).scalar?.double == value)
  }

  @Test func notANumberIsANumber() {
    #expect(plain(".nan").scalar?.double?.isNaN == true)
  }

  @Test(arguments: [
    ("true", true), ("FALSE", false), ("yes", nil), ("no", nil), ("on", nil), ("y", nil),
    ("tRUE", nil),
  ])
  func booleans(text: String, value: Bool?) {
    #expect(plain(text).bool == value)
  }

  @Test(arguments: [("", true), ("~", true), ("null", true), ("NULL", true), ("nil", false)])
  func nulls(text: String, isNull: Bool) {
    #expect(plain(text).isNull == isNull)
    #expect(plain(text).text == (isNull ? nil : text))
  }

  @Test(arguments: ["1", "true", "null", ".inf"])
  func quotesMakeAString(text: String) {
    let node = Node(.scalar(Scalar(text, isQuoted: true)), at: .start(ofFile: 0))
    #expect(node.text == text)
    #expect(node.scalar?.int == nil && node.scalar?.double == nil)
    #expect(node.bool == nil && !node.isNull)
  }
}
