import CYAML

/// Reads YAML over the events of libyaml, which reads YAML 1.1 and nearly all of 1.2.
package struct YAMLReader {
  let source: SourceText
  /// It points into itself, so it stays where it was allocated and is never copied.
  let parser: UnsafeMutablePointer<yaml_parser_t>
  var builder = NodeBuilder()
  /// What each anchor stands for, once its node is complete.
  var anchors: [String: NodeBuilder.Tree] = [:]
  /// The anchors of the collections that are still open, outermost first.
  var openAnchors: [String?] = []
  /// How many collections in brackets are open. Those in block style never stand inside them.
  var flowDepth = 0
  /// How many nodes aliases have added to those that are written.
  var aliasedCount = 0
  /// The tags that mean nothing here, and a warning for each.
  var unknownTags: Set<String> = []
  var warnings: [Diagnostic] = []
  /// Where a second document begins, which is one as soon as there is anything in it.
  var secondDocument: Place?
  /// What libyaml is not shown.
  var separators: LineSeparators?

  private init(
    _ source: SourceText, _ separators: LineSeparators?,
    _ parser: UnsafeMutablePointer<yaml_parser_t>
  ) {
    self.source = source
    self.separators = separators
    self.parser = parser
  }

  /// Reads a whole file, which is one document; nil after an error, which is added to the
  /// diagnostics. Quoted and block scalars, and those tagged `!` or `!!str`, are quoted ones; the
  /// rest are plain. An alias is a copy of its node, and `<<` merges (yaml.org/type/merge.html).
  package static func read(
    _ bytes: [UInt8], file: Int32, into diagnostics: inout Diagnostics
  ) -> Node? {
    diagnostics.reading(bytes, file: file) { source, found throws(Diagnostic) in
      guard let separators = LineSeparators(in: source) else {
        return try read(source, nil, &found)
      }
      return try separators.hidden(in: source).withUnsafeBufferPointer {
        bytes throws(Diagnostic) -> Node in
        try read(SourceText(bytes, file: file), separators, &found)
      }
    }
  }

  /// Reads the file again, with spaces that are spaces, where it cannot be read as it is.
  private static func read(
    _ source: SourceText, _ separators: LineSeparators?, _ found: inout [Diagnostic]
  ) throws(Diagnostic) -> Node {
    do throws(Diagnostic) {
      return try readOnce(source, separators, &found)
    } catch {
      let before = found
      guard let spaced = source.withSpaces(&found) else { throw error }
      do throws(Diagnostic) {
        return try spaced.withUnsafeBufferPointer { bytes throws(Diagnostic) -> Node in
          try readOnce(SourceText(bytes, file: source.file), separators, &found)
        }
      } catch {
        found = before
        throw error
      }
    }
  }

  private static func readOnce(
    _ source: SourceText, _ separators: LineSeparators?, _ found: inout [Diagnostic]
  ) throws(Diagnostic) -> Node {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      throw Diagnostic(
        "there is not enough memory to read YAML", at: .start(ofFile: source.file))
    }
    defer { yaml_parser_delete(parser) }
    var reader = YAMLReader(source, separators, parser)
    let document = try reader.readDocument()
    found += reader.warnings + reader.builder.duplicates
    return document
  }

  private mutating func readDocument() throws(Diagnostic) -> Node {
    // libyaml ends the process where it is given no buffer.
    guard !source.bytes.isEmpty else { throw source.emptyFile }
    try refuseTagDirectives()
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, source.bytes.baseAddress, source.bytes.count)
    while try readEvent() {}
    guard let root = builder.root else { throw source.emptyFile }
    return root
  }

  /// Refuses `%TAG`, which no description needs: libyaml takes quadratic time for many of them, and
  /// copies a long one for every tag. A directive starts its line.
  private func refuseTagDirectives() throws(Diagnostic) {
    let bytes = source.bytes
    for offset in bytes.indices where bytes[offset] == UInt8(ascii: "%") {
      guard bytes[offset...].starts(with: "%TAG".utf8), startsLine(offset) else { continue }
      throw Diagnostic(
        "found a %TAG directive, expected none: a description has no tags of its own; remove it",
        at: source.place(atOffset: offset))
    }
  }

  /// Whether an offset is behind a line break, those of YAML 1.1 included, or a control character.
  private func startsLine(_ offset: Int) -> Bool {
    let before = source.bytes[..<offset]
    guard let last = before.last else { return true }
    return last < 0x20
      || ["\u{85}", "\u{2028}", "\u{2029}"].contains {
        before.suffix($0.utf8.count).elementsEqual($0.utf8)
      }
  }

  /// Reads one event; false after the last.
  private mutating func readEvent() throws(Diagnostic) -> Bool {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    let place = place(event.start_mark)
    switch event.type {
    case YAML_STREAM_END_EVENT: return false
    case YAML_DOCUMENT_START_EVENT: beginDocument(at: place)
    case YAML_DOCUMENT_END_EVENT: break
    case YAML_SCALAR_EVENT where isNothing(event): break
    case _ where secondDocument != nil: throw tooManyDocuments
    case YAML_SCALAR_EVENT: try addScalar(of: event, at: place)
    case YAML_ALIAS_EVENT: try addAlias(String(cString: event.data.alias.anchor), at: place)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      if start.style == YAML_FLOW_SEQUENCE_STYLE { try enterFlow(at: place) }
      try begin(.sequence, anchor: start.anchor, tag: start.tag, at: place)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      if start.style == YAML_FLOW_MAPPING_STYLE { try enterFlow(at: place) }
      try begin(.mapping, anchor: start.anchor, tag: start.tag, at: place)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try end()
    default: break
    }
    return true
  }

  private mutating func beginDocument(at place: Place) {
    guard let root = builder.root, root.scalar != Scalar("", isQuoted: false) else { return }
    secondDocument = secondDocument ?? place
  }

  /// Whether it is all that there is in a second document, of which a line `---` makes one.
  private func isNothing(_ event: yaml_event_t) -> Bool {
    let scalar = event.data.scalar
    return secondDocument != nil && scalar.length == 0
      && scalar.style == YAML_PLAIN_SCALAR_STYLE
  }

  private var tooManyDocuments: Diagnostic {
    let first = builder.root.map { [("the first document is here", $0.place)] } ?? []
    return Diagnostic(
      "found a second document, expected one in a file; remove it, or the '---' before it",
      at: secondDocument ?? .start(ofFile: source.file), notes: first)
  }
}
