import Syntax
import Testing

@Suite struct DiagnosticsTests {
  @Test func escapesWhatAFileMaySmuggle() {
    var diagnostics = Diagnostics()
    let place = Place.start(ofFile: diagnostics.addFile("a.yaml"))
    diagnostics.error("found 'é\n\u{1B}[2J\u{202E}'", at: place)
    #expect(
      diagnostics.all.map(diagnostics.rendered)
        == ["a.yaml:1:1: error: found 'é\\n\\u{1B}[2J\\u{202E}'"])
  }
}
