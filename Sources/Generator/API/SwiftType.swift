/// A Swift type, as the output writes it.
enum SwiftType: Hashable, Sendable {
  case string
  case int
  /// `uint64`: a whole number that may be too large for `int`.
  case uint64
  case double
  case decimal
  case bool
  /// `date-time`: an instant.
  case date
  /// `date`: a day of the calendar.
  case calendarDate
  case uuid
  /// `byte`: bytes in Base64.
  case data
  /// A file of a form.
  case file
  /// A part of a form that is a file or anything else.
  case formValue
  /// An answer as it came.
  case raw
  /// The elements of an answer, each as it comes.
  indirect case stream(SwiftType)
  /// An event of a text/event-stream, by the type of its data.
  indirect case event(SwiftType)
  /// Anything that JSON can hold.
  case json
  indirect case optional(SwiftType)
  indirect case array(SwiftType)
  indirect case dictionary(SwiftType)
  /// A type of the provider's.
  case named(TypePath)
}

extension SwiftType {
  /// Whether only a part of a form holds it.
  var isPart: Bool {
    switch self {
    case .file, .formValue: true
    case .array(let element): element.isPart
    default: false
    }
  }

  /// Whether it is a number, or a list of numbers.
  var isNumeric: Bool {
    switch self {
    case .int, .uint64, .double, .decimal: true
    case .array(let element), .optional(let element): element.isNumeric
    default: false
    }
  }

  var isOptional: Bool { if case .optional = self { true } else { false } }

  /// The type or nil; not twice.
  var orNil: SwiftType { isOptional ? self : .optional(self) }
}
