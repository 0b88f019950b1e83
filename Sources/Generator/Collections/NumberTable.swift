/// Something that there are many of, each with a number, counted from 0.
protocol Numbered {
  var index: Int { get }
}

extension TypePath: Numbered {}

/// A value for each thing that has one: a list by their numbers, since nearly all of them get one
/// and they are asked for all the time.
struct NumberTable<Key: Numbered, Value> {
  private var values: [Value?] = []

  subscript(key: Key) -> Value? {
    get { key.index < values.count ? values[key.index] : nil }
    set {
      // Schemas are added while others are decided (see `combined`).
      while values.count <= key.index { values.append(nil) }
      values[key.index] = newValue
    }
  }
}
