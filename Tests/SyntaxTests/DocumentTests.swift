import Syntax
import Testing

/// Files that are not in the language of their name, or in none that is read.
@Suite struct DocumentTests {
  private func json(_ text: String) -> FileReading {
    FileReading(Array(text.utf8), named: "a.json")
  }

  @Test(
    "YAML by a name of JSON",
    arguments: [
      (
        "{\"a\": [1, 2,],\n}", "{a: [1, 2]}",
        "1:12: warning: found ',' after the last value; JSON allows none here: remove it"
      ),
      (
        "{'a': \"b\"}", "{a: \"b\"}",
        "1:2: warning: found ''', expected a key in double quotes; JSON has no single quotes: use "
          + "double ones"
      ),
      (
        "# by hand\n{\"a\": true}", "{a: true}",
        "1:1: warning: found '#', expected a value: a text in double quotes, a number, true, null, "
          + "'{' …; JSON has no comments: remove it"
      ),
      (
        "a: 1\nb:\n- c\n", "{a: 1, b: [c]}",
        "1:1: warning: found 'a', expected a value: a text in double quotes, a number, true, null, "
          + "'{' …"
      ),
    ])
  func yamlByNameOfJSON(text: String, sketch: String, message: String) {
    let reading = json(text)
    #expect(reading.node?.sketch == sketch)
    #expect(reading.messages == [message + "; the file is read as YAML, which allows it"])
  }

  @Test(
    "what is neither is an error of JSON",
    arguments: [
      ("{\"a\": [1, 2,}", "1:13: error: found '}', expected"), ("no", "1:1: error: found 'n'"),
      ("{\"a\": 1", "1:8: error: found the end of the file"), ("", "1:1: error: the file is empty"),
      ("{\"a\": 1} // b", "1:10: error: found '/'"),
    ])
  func neither(text: String, message: String) {
    let reading = json(text)
    #expect(reading.node == nil)
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.hasPrefix(message) == true, "\(reading.messages)")
  }

  @Test(
    "a document with nothing in it is none",
    arguments: ["a: 1\n---\n", "---\na: 1\n...\n---\n# end\n---\n", "---\n# none\n---\na: 1"])
  func emptyDocuments(text: String) {
    let reading = FileReading.yaml(text)
    #expect(reading.node?.sketch == "{a: 1}")
    #expect(reading.messages == [])
  }

  @Test(arguments: ["a: 1\n---\n''", "a: 1\n---\n---\n[]", "a: 1\n---\n{b: 2}"])
  func `a document with anything in it is one too many`(text: String) {
    let reading = FileReading.yaml(text)
    #expect(reading.node == nil)
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.hasPrefix("2:1: error: found a second document") == true)
  }

  @Test(
    "another kind of file is named",
    arguments: [
      ([0x1F, 0x8B, 8, 0], "compressed by gzip, expected YAML or JSON; unpack it"),
      ([0x50, 0x4B, 3, 4], "a ZIP archive, expected YAML or JSON; unpack it"),
      (
        Array("version https://git-lfs.github.com/spec/v1\noid sha256:0\n".utf8),
        "a pointer of Git LFS, expected YAML or JSON; `git lfs pull` gets what it points to"
      ),
      (
        Array("\n```yaml\nopenapi: 3.0.0\n```\n".utf8),
        "Markdown, expected YAML or JSON; keep what stands between its fences"
      ),
      (
        Array("\u{FEFF}<!DOCTYPE html><html>".utf8),
        "a page in HTML, expected YAML or JSON; look at it, and download what it leads to"
      ),
    ] as [([UInt8], String)], ["a.json", "a.yaml"])
  func otherFiles(file: (bytes: [UInt8], message: String), name: String) {
    let reading = FileReading(file.bytes, named: name)
    #expect(reading.node == nil)
    #expect(reading.messages == ["1:1: error: the file is \(file.message)"])
  }
}
