import Testing

@testable import Generator

/// HTML in descriptions, in documentation comments.
struct HTMLTextTests {
  @Test(arguments: [
    ("<p>One.</p>\n<p>Two.</p>", ["One.", "", "Two."]),
    ("One. <br>Two.<br/><BR />Three.", ["One.", "Two.", "", "Three."]),
    (
      "Of:\n<ul>\n  <li>a</li>\n  <li><p>b</p></li>\n</ul>\nand c",
      ["Of:", "- a", "- b", "", "and c"]
    ),
    ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", ["- a", "  - b", "- c"]),
    (
      "<b>Note</b>: <em>see</em> <a target=_blank href=\"https://a.example/(b) c\">the <code>x</code></a>.",
      ["**Note**: *see* [the `x`](https://a.example/%28b%29%20c)."]
    ),
    (
      "<a data-href=\"no\" HREF='https://a.example'>a</a> <a data-href='no'>b</a>",
      ["[a](https://a.example) b"]
    ),
    ("<a class=x href=https://a.example rel=y>a</a>", ["[a](https://a.example)"]),
    ("<a name='x'>there</a> <span class=\"y\">is</span>", ["there is"]),
    ("One.<blockquote><strong>Note:</strong> two.</blockquote>", ["One.", "", "> **Note:** two."]),
    ("<h2>Title</h2>Text", ["### Title", "", "Text"]),
    // What is no HTML, and what Markdown would take for it.
    (
      "a < b, a<b, List<String>, item<i>, <b and c>, <id>, <a-b>, \\<c>, </d>",
      ["a < b, a<b, List\\<String>, item\\<i>, \\<b and c>, \\<id>, \\<a-b>, \\<c>, \\</d>"]
    ),
    ("<items><item>a</item></items>", ["\\<items>\\<item>a\\</item>\\</items>"]),
    ("<container_id>, <String,Int>, <a@b.c>, <Z", ["<container_id>, <String,Int>, <a@b.c>, <Z"]),
    (
      "<details><summary>One</summary>Two<hr>10<sup>-9</sup> H<sub>2</sub>O</details>",
      [
        "One", "", "Two", "", "10^-9 H2O",
      ]
    ),
    // A backtick that no other closes is one (CommonMark §6.1).
    ("<b>a</b>: 'x`'<br/>b <code>c</code>", ["**a**: 'x\\`'", "b `c`"]),
    ("`<p>` ``<b>b</b>", ["`<p>` \\`\\`**b**"]),
    ("<b>a</b>\n\n```\n<b>b</b>", ["**a**", "", "\\`\\`\\`", "**b**"]),
    ("`<p>` and ``<b>`</b>``, <https://a.example>", ["`<p>` and `<b>`</b>`, <https://a.example>"]),
    (
      "One:<table>\n<thead>\n <tr><th>a</th><th>b</th></tr></thead><tr><td><p>c</p>d<br>e|f</td>"
        + "<td>\n<ul><li>g</li>\n<li>h</ul></td></tr></table><b>two</b>",
      ["One:", "", "| a | b |", "| --- | --- |", "| c d e\\|f | g h |", "", "**two**"]
    ),
    ("<table><tr><td>a<td><tr><td>b</table>", ["| a | |", "| --- | --- |", "| b |"]),
    (
      "<table><tr><td><table><tr><td>a</td></tr></table></td><td>b</td></tr></table>",
      ["| a | b |", "| --- | --- |"]
    ),
    (
      "One:<table><thead><th>a</th></thead><tbody></tr><tr><td>b</td></tr></tbody></table>",
      ["One:", "", "| a |", "| --- |", "| b |"]
    ),
    ("<table><b>a</b>", ["\\<table>**a**"]),
    ("<table><tr><td>a \n  <b>b</b></td></tr></table>", ["| a **b** |", "| --- |"]),
    (
      "<table><tr><td>a</table><table><tr><td><pre>b</pre></table>",
      ["| a |", "| --- |", "", "| b |", "| --- |"]
    ),
    (
      "<p>One:</p><pre><code>a <b>\n  c</code></pre><b>d</b>",
      ["One:", "", "~~~", "a <b>", "  c", "~~~", "", "**d**"]
    ),
    ("<pre>a <b>c</b>", ["\\<pre>a **c**"]),
    ("<p", ["<p"]), ("</a></ul></b>x", ["\\</a>", "", "\\</b>x"]),
  ])
  func `as Markdown`(_ text: String, _ lines: [String]) {
    #expect(DocumentationText.lines(text) == lines)
  }

  @Test func `a hostile text takes no longer than another`() {
    for piece in ["<", "<i>", "<a href=", "`", "<li>", "</p>", "<table><tr><td>"] {
      let text = String(repeating: piece, count: 20_000)
      #expect(!DocumentationText.lines(text + "<p>x</p>").isEmpty)
    }
  }
}
