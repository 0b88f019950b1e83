import Syntax

/// What a node probably is, by what is in it.
extension Node {
  /// A list or a mapping of nothing.
  var isEmptyCollection: Bool { sequence?.isEmpty ?? entries?.isEmpty ?? false }

  /// What a parameter of Swagger 2.0 is of the body: `body`, all of it, or `formData`; else nil.
  var kindOfBody: String? {
    switch self["in"]?.text?.lowercased() {
    case "body": "body"
    case "formdata", "form", "form-data": "formData"
    default: nil
    }
  }

  /// Whether it is a schema that nothing satisfies: `false`, or `{not: {}}`, which is in OpenAPI
  /// 3.0 too (JSON Schema Core §4.3.2).
  var allowsNothing: Bool {
    guard let only = entries?.first, entries?.count == 1, only.key == "not" else {
      return bool == false
    }
    return only.value.bool == true || only.value.isEmptyCollection
  }

  /// Whether it says what only a schema says, or refers to one.
  var looksLikeSchema: Bool {
    self["type"]?.text != nil || self["$ref"]?.text != nil
      || ["properties", "items", "allOf", "oneOf", "anyOf"].contains { key in
        self[key].map { $0.scalar == nil } ?? false
      }
  }
}
