import Foundation

extension JSONValue {
  /// The index of the shape that this value fits best; nil where it fits none. Of several that fit,
  /// it is the most specific, and of equally specific ones the first:
  /// - one of listed strings, numbers or booleans over a date, UUID or whole number, those over any
  ///   string or number, those over `any`;
  /// - an object with a discriminator over any other;
  /// - of objects the one with more of the listed values, then more required members, then more
  ///   known members among those that are there, which is fewer unknown ones; one that knows
  ///   nothing of what is there comes last;
  /// - an array by its least specific element, over an array of anything; so a map by its values.
  ///
  /// The value is looked at from outside, never decoded: unions in unions take no longer for it.
  public func best(of shapes: [JSONShape]) -> Int? {
    var best: (index: Int, fit: ShapeFit)?
    for (index, shape) in shapes.enumerated() {
      guard let fit = fit(shape) else { continue }
      if let best, best.fit >= fit { continue }
      best = (index, fit)
    }
    return best?.index
  }

  /// How well the value fits; nil if it does not.
  fileprivate func fit(_ shape: JSONShape) -> ShapeFit? {
    switch (shape, self) {
    case (.any, _): ShapeFit(rank: 0)
    case (.anyOf(let shapes), _): shapes.compactMap(fit).max()
    case (.array(nil), .array): ShapeFit(rank: 1)
    case (.null, .null), (.boolean, .bool), (.number, .number), (.string, .string):
      ShapeFit(rank: 2)
    case (.integer, .number(let number)):
      ShapeFit(rank: 3, if: number.int != nil || number.integer() as UInt64? != nil)
    case (.booleans(let values), .bool(let value)):
      ShapeFit(rank: 4, if: values.contains(value))
    case (.integers(let values), .number):
      ShapeFit(rank: 4, if: int.map(values.contains) ?? false)
    case (.date, .string(let text)): ShapeFit(rank: 3, if: Date(rfc3339: text) != nil)
    case (.calendarDate, .string(let text)): ShapeFit(rank: 3, if: CalendarDate(text) != nil)
    case (.uuid, .string(let text)): ShapeFit(rank: 3, if: UUID(uuidString: text) != nil)
    case (.base64, .string(let text)):
      ShapeFit(rank: 3, if: Data(base64Encoded: text)?.base64EncodedString() == text)
    case (.strings(let values), .string(let text)): ShapeFit(rank: 4, if: values.contains(text))
    case (.array(let shape?), .array(let elements)): elements.fit(shape)
    case (.tagged(let key, let values), .object(let members)):
      ShapeFit(rank: 4, if: members[key].map { $0.isTag(among: values) } ?? false)
    case (.object(let required, let known, let shapes), .object(let members)):
      members.fit(required: required, known: known, shapes)
    case (.dictionary(let shape), .object(let members)):
      // Closer than any object is, and by its least specific value; no closer than known members.
      members.map(\.value).fit(shape).map { ShapeFit(rank: 1, constants: $0.rank) }
    default: nil
    }
  }
}

extension JSONValue {
  /// Whether a discriminator says one of some values, be it in quotes or not.
  fileprivate func isTag(among values: [JSONValue]) -> Bool {
    tag.map { tag in values.contains { $0.tag == tag } } ?? false
  }

  /// What a discriminator says: a string, or a number or a boolean as it is written.
  private var tag: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.text
    case .bool(let bool): bool.description
    case .null, .array, .object: nil
    }
  }
}

extension [JSONValue] {
  /// The least of the elements' fits.
  fileprivate func fit(_ shape: JSONShape) -> ShapeFit? {
    var least = ShapeFit(rank: 5)
    for element in self {
      guard let fit = element.fit(shape) else { return nil }
      least = Swift.min(least, fit)
    }
    return least
  }
}

extension JSONObject {
  fileprivate func fit(
    required: [String], known: [String], _ shapes: [String: JSONShape]
  ) -> ShapeFit? {
    guard required.allSatisfy({ self[$0] != nil }) else { return nil }
    var constants = 0
    for (key, shape) in shapes {
      // null is the same as absent where a member need not be there.
      guard let value = self[key], !value.isNull || required.contains(key) else { continue }
      guard let fit = value.fit(shape) else { return nil }
      if fit.isOfListed { constants += 1 }
    }
    let found = known.count { self[$0] != nil }
    let isUnknown = found == 0 && !isEmpty && !known.isEmpty
    return ShapeFit(
      rank: isUnknown ? 0 : known.isEmpty ? 1 : 2, constants: constants, required: required.count,
      known: found)
  }
}

/// How much a shape says of a value.
private struct ShapeFit: Comparable {
  let rank: Int
  var constants = 0
  var required = 0
  var known = 0

  /// Whether the value is one of those that the shape lists.
  var isOfListed: Bool { rank == 4 }

  static func < (left: ShapeFit, right: ShapeFit) -> Bool {
    (left.rank, left.constants, left.required, left.known)
      < (right.rank, right.constants, right.required, right.known)
  }
}

extension ShapeFit {
  /// nil unless `fits`.
  fileprivate init?(rank: Int, if fits: Bool) {
    guard fits else { return nil }
    self.init(rank: rank)
  }
}
