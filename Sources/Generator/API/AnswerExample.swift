/// An answer as the description has it: the runtime's `Example`.
struct AnswerExample: Sendable {
  var method: String
  var path: String
  var status: Int
  /// The media type; nil without a body.
  var type: String?
  var body: String
}
