import Foundation
import Syntax

extension Overlay {
  /// Reads an overlay; nil where it has no list of actions. Each mistake is an error at its place,
  /// and the action that it is in is left out.
  package init?(_ node: Node, into diagnostics: inout Diagnostics) {
    guard let fields = node.mapping else {
      diagnostics.error(
        "found \(node.summary), expected an overlay: a mapping with overlay, info and actions",
        at: node.place)
      return nil
    }
    diagnostics.corrections.insert(node.place.file)
    fields.reportUnknown(
      besides: ["overlay", "$self", "info", "extends", "actions", "components"], in: "an overlay",
      into: &diagnostics)
    Self.checkVersion(fields["overlay"], at: node.place, into: &diagnostics)
    Self.checkInfo(fields["info"], at: node.place, into: &diagnostics)
    let list = fields["actions"]?.sequence
    guard let list, !list.isEmpty else {
      diagnostics.error(
        "found \(list == nil ? fields["actions"].found : "an empty list"), expected actions: "
          + "a list of one or more", at: fields["actions"]?.place ?? node.place)
      return nil
    }
    extends = fields["extends"]
    let reusable = fields["components"]?["actions"]
    actions = list.compactMap { Action($0, reusable, into: &diagnostics) }
  }

  /// Tells of an overlay that says that it is another file's (Overlay 1.0 §4.4.1). An address on
  /// the network is where the description has come from, by any name.
  package func checkExtends(_ description: String, into diagnostics: inout Diagnostics) {
    guard let extends, let text = extends.text, !text.contains("://"),
      let name = text.split(separator: "/").last?.removingPercentEncoding,
      let own = description.split(separator: "/").last, name != own
    else { return }
    diagnostics.warning(
      "found `extends: \(text)`, expected '\(own)', which this overlay is beside; it is applied to "
        + "that", at: extends.place)
  }

  private static func checkVersion(
    _ version: Node?, at place: Place, into diagnostics: inout Diagnostics
  ) {
    let parts = version?.text?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count == 3, parts[0] == "1", ["0", "1", "2"].contains(parts[1]),
      UInt(parts[2]) != nil
    else {
      diagnostics.error(
        "found \(version.found), expected version 1.0, 1.1 or 1.2 of the Overlay Specification; "
          + "write overlay: 1.1.0", at: version?.place ?? place)
      return
    }
  }

  private static func checkInfo(
    _ info: Node?, at place: Place, into diagnostics: inout Diagnostics
  ) {
    guard let info, let fields = info.mapping else {
      diagnostics.error(
        "found \(info.found), expected info: a mapping with title and version",
        at: info?.place ?? place)
      return
    }
    fields.reportUnknown(
      besides: ["title", "version", "description"], in: "info", into: &diagnostics)
    for name in ["title", "version"] where fields[name]?.text == nil {
      diagnostics.error(
        "found \(fields[name].found), expected info to have a \(name): a string",
        at: (fields[name] ?? info).place)
    }
  }
}

extension Overlay.Action {
  /// - Parameter reusable: The actions of the components (Overlay 1.2), which others refer to.
  fileprivate init?(_ node: Node, _ reusable: Node?, into diagnostics: inout Diagnostics) {
    let reference = node["$ref"]
    let changes = ["update", "remove", "copy"]
    node.mapping?.reportUnknown(
      besides: ["target", "description"] + (reference == nil ? changes : ["$ref"]), in: "an action",
      into: &diagnostics)
    do throws(Diagnostic) {
      let target = try Self.target(of: node)
      var fields = node
      if let reference {
        fields = try Self.fields(of: reference, among: reusable)
        fields.mapping?.reportUnknown(
          besides: ["description"] + changes, in: "the fields of an action", into: &diagnostics)
      }
      self.init(target: target, change: try Self.change(of: fields))
      Self.checkOthers(of: fields, into: &diagnostics)
    } catch {
      diagnostics.add(error)
      return nil
    }
  }

  private static func fields(
    of reference: Node, among reusable: Node?
  ) throws(Diagnostic) -> Node {
    let keys = JSONPointer.keys(of: String(reference.text?.dropFirst() ?? ""))
    guard reference.text?.hasPrefix("#/components/actions/") == true, keys.count == 3,
      let fields = reusable?[keys[2]]?["fields"], fields.mapping != nil
    else {
      throw Diagnostic(
        "found \(reference.summary), expected the path of an action of the components that has "
          + "`fields`, such as '#/components/actions/name'", at: reference.place)
    }
    return fields
  }

  private static func target(of node: Node) throws(Diagnostic) -> Overlay.Expression {
    guard node.mapping != nil else {
      throw Diagnostic(
        "found \(node.summary), expected an action: a mapping with target, and update, remove "
          + "or copy", at: node.place)
    }
    return try expression(node["target"], "the target of the action", at: node.place)
  }

  private static func expression(
    _ node: Node?, _ subject: String, at place: Place
  ) throws(Diagnostic) -> Overlay.Expression {
    guard let node, let text = node.text else {
      throw Diagnostic(
        "found \(node.found), expected \(subject): a JSONPath such as $.paths['/pets'].get",
        at: node?.place ?? place)
    }
    do throws(JSONPath.SyntaxError) {
      return Overlay.Expression(node: node, path: try JSONPath(text))
    } catch {
      throw Diagnostic(
        "at column \(error.column) of \(node.summary): \(error.message)", at: node.place)
    }
  }

  /// Tells of a change that is lost, since another counts alone (Overlay 1.1 §4.4.3).
  private static func checkOthers(of node: Node, into diagnostics: inout Diagnostics) {
    let changes = ["remove", "update", "copy"].filter { name in
      node[name].map { name != "remove" || $0.bool == true } ?? false
    }
    guard changes.count > 1, let lost = node[changes[1]] else { return }
    diagnostics.warning(
      "found `\(changes[1])` beside `\(changes[0])`, which counts alone; make it an action of its own",
      at: lost.place)
  }

  private static func change(of node: Node) throws(Diagnostic) -> Overlay.Change {
    if let remove = node["remove"] {
      guard let isRemoval = remove.bool else {
        throw Diagnostic("found \(remove.summary), expected true or false", at: remove.place)
      }
      if isRemoval { return .remove }
    }
    if let update = node["update"] { return .update(update) }
    guard let copy = node["copy"] else {
      throw Diagnostic(
        "the action changes nothing, expected update, remove: true or copy; add one, or delete the "
          + "action", at: node.place)
    }
    return .copy(try expression(copy, "what to copy", at: copy.place))
  }
}

extension Node? {
  /// What an error says was found.
  fileprivate var found: String { self?.summary ?? "nothing" }
}

extension Mapping {
  /// Reports each field that its owner does not have and that is no extension (`x-…`): mistyped,
  /// it would silently do nothing.
  fileprivate func reportUnknown(
    besides known: [String], in owner: String, into diagnostics: inout Diagnostics
  ) {
    for entry in entries where !known.contains(entry.key) && !entry.key.hasPrefix("x-") {
      diagnostics.error(
        "found \(entry.key.excerpt), which is not supported in \(owner), expected one of "
          + "\(known.joined(separator: ", ")); correct or remove it", at: entry.keyPlace)
    }
  }
}
