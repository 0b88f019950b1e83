extension Node {
  /// The child that a place of a file is in, and its key or index; nil where it is in none.
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
  /// The one that begins last in a file, of those that do not begin after a place of it. Overlays
  /// add what stands in other files, anywhere.
  fileprivate func lastIndex(notAfter place: Place, _ start: (Element) -> Place) -> Int? {
    var last: (index: Int, start: Place)?
    // No element is copied: there may be many, and this is asked for many places.
    for index in indices {
      let start = start(self[index])
      guard start.file == place.file, start <= place else { continue }
      if last.map({ $0.start <= start }) ?? true { last = (index, start) }
    }
    return last?.index
  }
}
