import CYAML

extension YAMLReader {
  /// How many nodes aliases may add to those that are written: a few lines can ask for billions.
  private static let mostAliased = 1_000_000
  /// The time that libyaml takes for each token in brackets grows with their depth.
  private static let deepestFlow = 100

  /// Counts a collection in brackets that begins.
  mutating func enterFlow(at place: Place) throws(Diagnostic) {
    flowDepth += 1
    guard flowDepth > Self.deepestFlow else { return }
    throw Diagnostic(
      "brackets are nested more than \(Self.deepestFlow) deep; write the outer ones in block style",
      at: place)
  }

  /// Begins a collection, which its anchor stands for once it has ended.
  mutating func begin(
    _ kind: NodeBuilder.Kind, anchor: UnsafePointer<yaml_char_t>?,
    tag: UnsafePointer<yaml_char_t>?, at place: Place
  ) throws(Diagnostic) {
    if builder.expectsKey { throw notAKey(kind == .mapping ? "a mapping" : "a list", at: place) }
    warn(ofTag: text(tag), at: place)
    let anchor = text(anchor)
    if let anchor { anchors[anchor] = nil }
    openAnchors.append(anchor)
    try builder.begin(kind, at: place)
  }

  /// Ends the innermost collection.
  mutating func end() throws(Diagnostic) {
    let tree = try builder.end()
    flowDepth = max(flowDepth - 1, 0)
    // Where the name was given again inside the node, the later one stays (YAML 1.2 §7.1).
    if let anchor = openAnchors.removeLast(), anchors[anchor] == nil { anchors[anchor] = tree }
  }

  /// Adds the scalar of an event as the next key, item or value.
  mutating func addScalar(of event: yaml_event_t, at place: Place) throws(Diagnostic) {
    let scalar = event.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let tag = text(scalar.tag)
    warn(ofTag: tag, at: place)
    let shown = String(decoding: bytes, as: UTF8.self)
    let value = Scalar(
      separators?.restored(shown) ?? shown, isQuoted: isString(event, tag: tag))
    let tree = NodeBuilder.Tree(node: Node(.scalar(value), at: place))
    if let anchor = text(scalar.anchor) { anchors[anchor] = tree }
    try add(tree, at: place)
  }

  /// Adds a copy of the node that has the anchor.
  mutating func addAlias(_ name: String, at place: Place) throws(Diagnostic) {
    guard let tree = anchors[name] else {
      throw Diagnostic(
        openAnchors.contains(name)
          ? "the alias \(name.excerpt) stands inside the value it copies; write the value out"
          : "no anchor \(name.excerpt) stands before this alias; mark the value to copy "
            + "with '&', or put the text in quotes",
        at: place)
    }
    aliasedCount += tree.count
    guard aliasedCount <= Self.mostAliased else {
      throw Diagnostic(
        "aliases add more than \(Self.mostAliased) values to the file; use fewer of them",
        at: place)
    }
    try add(tree, at: place)
  }

  /// Adds a node as the next key, item or value.
  private mutating func add(_ tree: NodeBuilder.Tree, at place: Place) throws(Diagnostic) {
    guard builder.expectsKey else { return try builder.add(tree, at: place) }
    guard let scalar = tree.node.scalar else { throw notAKey(tree.node.summary, at: place) }
    let isMerge = scalar == Scalar("<<", isQuoted: false)
    builder.addKey(isMerge ? .merge : .name(scalar.text), at: place)
  }

  private func notAKey(_ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "found \(found) as a key, expected a text; put it in quotes if it is one", at: place)
  }
}

extension YAMLReader {
  private static let mostWarnings = 20
  private static let standardTags = ["str", "null", "bool", "int", "float", "seq", "map", "merge"]
    .map { "tag:yaml.org,2002:\($0)" }

  /// Whether a scalar is a string whatever its text says: by its tag, or else by its style.
  private func isString(_ event: yaml_event_t, tag: String?) -> Bool {
    let scalar = event.data.scalar
    if tag == "!" || tag == "tag:yaml.org,2002:str" { return true }
    if let tag, Self.standardTags.contains(tag) { return false }
    if scalar.style != YAML_PLAIN_SCALAR_STYLE { return true }
    // Of `! 12` libyaml drops the tag, and only the length of the source tells.
    let isOneLine = event.start_mark.line == event.end_mark.line
    let length = event.end_mark.index - event.start_mark.index
    return isOneLine && scalar.anchor == nil && tag == nil && length > scalar.length
  }

  /// A tag of another application (`!Ref`) is passed over, once its reader has been told.
  private mutating func warn(ofTag tag: String?, at place: Place) {
    guard let tag, tag != "!", !Self.standardTags.contains(tag),
      unknownTags.count < Self.mostWarnings, unknownTags.insert(tag).inserted
    else { return }
    warnings.append(
      Diagnostic(
        "the tag \(tag.excerpt) means nothing in a description and is ignored; remove it",
        severity: .warning, at: place))
  }

  /// The anchor or tag of an event, which ends with a zero byte.
  private func text(_ name: UnsafePointer<yaml_char_t>?) -> String? {
    name.map { String(cString: $0) }
  }
}
