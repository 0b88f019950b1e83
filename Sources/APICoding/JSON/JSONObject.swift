/// The members of a JSON object (RFC 8259 §4), in their order. A name occurs once: setting it again
/// replaces its value, as the last of two equal names wins when JSON is read. Names that are
/// canonically equivalent Unicode are equal. Two objects are equal whatever their order.
public struct JSONObject: Sendable {
  /// A name and its value.
  public typealias Member = (key: String, value: JSONValue)

  private var members: [Member] = []

  /// Where each name stands in `members`; kept from `indexedFrom` members on, below which looking
  /// through them is faster.
  private var places: [String: Int] = [:]
  private static let indexedFrom = 16

  /// An object without members.
  public init() {}

  /// The members in order; of two with the same name the later value wins, at the earlier place.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    for (key, value) in members { self[key] = value }
  }

  /// The value under `key`, nil where there is none; setting nil removes the member.
  public subscript(key: String) -> JSONValue? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (nil, let value?): append((key, value))
      case (let place?, nil): remove(at: place)
      case (nil, nil): break
      }
    }
  }

  /// Where `key` stands; `hint` is where it is looked for first.
  func place(of key: String, near hint: Int = 0) -> Int? {
    if members.indices.contains(hint), members[hint].key == key { return hint }
    guard members.count < Self.indexedFrom else { return places[key] }
    return members.firstIndex { $0.key == key }
  }

  private mutating func append(_ member: Member) {
    members.append(member)
    if members.count == Self.indexedFrom {
      index()
    } else if members.count > Self.indexedFrom {
      places[member.key] = members.count - 1
    }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    places = [:]
    if members.count >= Self.indexedFrom { index() }
  }

  private mutating func index() {
    for (place, member) in members.enumerated() { places[member.key] = place }
  }
}

extension JSONObject: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { members.count }
  public subscript(position: Int) -> Member { members[position] }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension JSONObject: Hashable {
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) }))
  }
}
