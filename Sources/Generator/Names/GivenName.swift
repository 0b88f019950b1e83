import Syntax

/// What the description calls something that needs a name in Swift.
struct GivenName {
  var text: String
  /// Whether that is the name which `x-apigen` says that it has.
  var isChosen = false
  /// Which of several with one text comes first.
  var precedence = 0
  var place: Place

  init(_ text: String, named name: String? = nil, precedence: Int = 0, at place: Place) {
    self.text = name ?? text
    self.isChosen = name != nil
    self.precedence = precedence
    self.place = place
  }
}
