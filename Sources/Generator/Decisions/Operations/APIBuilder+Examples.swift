import OpenAPI

/// What answers look like.
extension APIBuilder {
  /// Those of all operations that have one, where the description is asked for them.
  func decideExamples() -> [AnswerExample] {
    document.wantsExamples ? document.operations.compactMap { example(of: $0) } : []
  }

  /// The first success that shows its body, or that has none.
  private func example(of operation: Operation) -> AnswerExample? {
    // Where a success is described, the default is for refusals.
    let known = operation.responses.filter { $0.status != .default }
    let hasSuccess = known.contains { $0.status.successCode != nil }
    return (hasSuccess ? known : operation.responses).lazy
      .compactMap { example(of: $0, operation) }.first
  }

  private func example(of response: Response, _ operation: Operation) -> AnswerExample? {
    guard let status = response.status.successCode else { return nil }
    var example = AnswerExample(
      method: operation.method, path: operation.path, status: status, body: "")
    if response.content.isEmpty || operation.method == "HEAD" { return example }
    for media in response.content where !media.isRange {
      guard let body = media.isJSON ? media.example?.json : media.example?.text else { continue }
      (example.type, example.body) = (media.accepted, body)
      return example
    }
    return nil
  }
}
