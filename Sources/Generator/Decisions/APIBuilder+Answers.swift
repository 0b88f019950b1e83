import OpenAPI

/// What answers are read as.
extension APIBuilder {
  /// The documented successes, or the refusals that have a body: one without is kept raw in any case.
  mutating func answers(
    of operation: Operation, named name: String, isSuccess: Bool
  ) -> [APIOperation.Answer] {
    let responses = operation.responses.filter { response in
      isSuccess
        ? response.status.isSuccess : !response.status.isSuccess && !response.content.isEmpty
    }
    let suggestion = Identifier.type(name) + (isSuccess ? "Response" : "Problem")
    let answers = responses.map { response in
      APIOperation.Answer(
        status: response.status, reading: reading(of: response, named: suggestion))
    }
    if let other = zip(responses, answers).first(where: { $1.reading != answers[0].reading }) {
      diagnostics.error(
        "found another body than that of \(responses[0].status.text), and apigen does not write a "
          + "choice of them yet; leave one of them in an overlay",
        at: other.0.place)
    }
    return answers
  }

  private mutating func reading(
    of response: Response, named suggestion: String
  ) -> APIOperation.Reading {
    if response.content.isEmpty { return .raw }
    guard let json = response.content.first(where: \.isJSON) else {
      let found = response.content.map(\.name).joined(separator: ", ")
      diagnostics.error(
        "found an answer of \(found), which apigen does not write yet; expected JSON",
        at: response.place)
      return .raw
    }
    return .json(json.schema.map { decide($0, named: suggestion, in: []).type } ?? .json)
  }
}

extension Response.Status {
  fileprivate var isSuccess: Bool {
    switch self {
    case .code(let code): (200...299).contains(code)
    case .range(let digit): digit == 2
    case .default: false
    }
  }

  fileprivate var text: String {
    switch self {
    case .code(let code): "\(code)"
    case .range(let digit): "\(digit)XX"
    case .default: "default"
    }
  }
}
