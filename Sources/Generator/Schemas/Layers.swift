import OpenAPI

/// What a schema is composed of: all that it takes in, and itself.
struct Layers: RandomAccessCollection {
  /// What it takes in: most take in nothing, and need no list for that.
  let below: [Schema.ID]
  let schema: Schema.ID

  var startIndex: Int { 0 }
  var endIndex: Int { below.count + 1 }

  subscript(position: Int) -> Schema.ID {
    position < below.count ? below[position] : schema
  }
}
