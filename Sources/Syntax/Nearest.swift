/// The candidate that differs from a misspelled word by the fewest letters, where it is close
/// enough to be meant: a third of the letters and at most `limit`, by Levenshtein distance.
package func nearest(
  to word: String, among candidates: [String], within limit: Int = .max
) -> String? {
  candidates
    .map { (candidate: $0, distance: editDistance(Array(word.utf8), Array($0.utf8))) }
    .filter { $0.distance <= min(limit, max(1, word.utf8.count / 3)) }
    .min { $0.distance < $1.distance }?
    .candidate
}

private func editDistance(_ from: [UInt8], _ to: [UInt8]) -> Int {
  guard from.count < 100, to.count < 100 else { return .max }
  var row = Array(0...to.count)
  for (index, letter) in from.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in to.enumerated() {
      let substitution = diagonal + (letter == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(substitution, diagonal + 1, row[column] + 1)
    }
  }
  return row[to.count]
}

extension String {
  /// What it shares with others that differ only by case and by signs.
  package var lettersAndDigits: String {
    lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
