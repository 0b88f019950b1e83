import Syntax
import Testing

@Suite struct DiagnosticsTests {
  @Test func `what a file may smuggle is escaped`() {
    var diagnostics = Diagnostics()
    let place = Place.start(ofFile: diagnostics.addFile("a\u{202E}.yaml"))
    diagnostics.error("found 'é\n\u{1B}[2J\u{202E}'", at: place)
    #expect(
      diagnostics.all.map(diagnostics.rendered)
        == ["a\\u{202E}.yaml:1:1: error: found 'é\\n\\u{1B}[2J\\u{202E}'"])
  }

  @Test func `what is found again and again is shown in its first places`() {
    var diagnostics = Diagnostics()
    let file = diagnostics.addFile("a.yaml")
    for line in 1...6 {
      let place = Place(file: file, line: Int32(line), column: 1)
      diagnostics.warning("found 'a'", at: place, notes: line == 3 ? [("there", place)] : [])
      // Once more, as a file that two descriptions refer to is read twice.
      diagnostics.warning("found 'a'", at: place, notes: line == 3 ? [("there", place)] : [])
      diagnostics.error("found 'b'", at: place)
    }
    #expect(
      diagnostics.report().joined(separator: "\n") == """
        a.yaml:1:1: warning: found 'a'
        a.yaml:1:1: error: found 'b'
        a.yaml:2:1: warning: found 'a'
        a.yaml:2:1: error: found 'b'
        a.yaml:3:1: warning: found 'a'
        a.yaml:3:1: note: there
        a.yaml:4:1: note: 3 more like these, the next here
        a.yaml:3:1: error: found 'b'
        a.yaml:4:1: error: found 'b'
        a.yaml:5:1: error: found 'b'
        a.yaml:6:1: error: found 'b'
        """)
  }
}
