extension Node {
  /// The child that a place of the file is in, and its key or index; nil where it is in none.
  package func child(at place: Place) -> (step: String, node: Node)? {
    switch value {
    case .scalar: return nil
    case .sequence(let items):
      guard let index = items.lastIndex(notAfter: place, \.place) else { return nil }
      return (String(index), items[index])
    case .mapping(let mapping):
      let entries = mapping.entries
      guard let index = entries.lastIndex(notAfter: place, \.keyPlace) else { return nil }
      return (entries[index].key, entries[index].value)
    }
  }
}

extension Array {
  /// The last of things in the order of a file that does not begin after a place.
  fileprivate func lastIndex(notAfter place: Place, _ start: (Element) -> Place) -> Int? {
    var range = 0..<count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let begin = start(self[middle])
      let isAfter = (begin.line, begin.column) > (place.line, place.column)
      range = isAfter ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound == 0 ? nil : range.lowerBound - 1
  }
}
