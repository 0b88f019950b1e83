/// A Swift type, as the output writes it.
indirect enum SwiftType: Hashable, Sendable {
  case string
  case int
  case double
  case bool
  /// `date-time`: an instant.
  case date
  case uuid
  /// `byte`: bytes in Base64.
  case data
  /// A file of a form.
  case file
  /// Anything that JSON can hold.
  case json
  case array(SwiftType)
  case dictionary(SwiftType)
  /// A type of the provider's: its name after those of the types that it is nested in.
  case named([String])
}
