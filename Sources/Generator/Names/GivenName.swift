import Syntax

/// What the description calls something that needs a name in Swift.
struct GivenName {
  /// That, or else the name which `x-apigen` says that it has.
  var text: String
  /// What the description calls it, where `x-apigen` names it.
  private var original: String?
  /// Which of several with one text comes first.
  var precedence = 0
  var place: Place

  init(_ text: String, named name: String? = nil, precedence: Int = 0, at place: Place) {
    self.text = name ?? text
    original = name == nil ? nil : text
    self.precedence = precedence
    self.place = place
  }

  /// Whether `x-apigen` names it.
  var isChosen: Bool { original != nil }

  /// As a message shows it.
  var shown: String {
    original.map { "'\($0)', named `\(text)` by `x-apigen`," } ?? "'\(text)'"
  }
}
