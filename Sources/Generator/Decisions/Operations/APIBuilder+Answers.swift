import OpenAPI

/// What answers are read as.
extension APIBuilder {
  /// A body that the description has for a status: one of its media types, or none at all.
  final class DescribedAnswer {
    let response: Response
    let media: MediaType?
    /// Whether the status has other bodies too.
    let isOneOfSeveral: Bool

    init(response: Response, media: MediaType? = nil, isOneOfSeveral: Bool) {
      self.response = response
      self.media = media
      self.isOneOfSeveral = isOneOfSeveral
    }
  }

  /// The documented successes, or the refusals that have a body (one without is kept raw in any
  /// case), and the one type that all of them are read as.
  mutating func answers(
    of operation: Operation, named name: String, isSuccess: Bool
  ) -> (type: SwiftType?, answers: [APIOperation.Answer]) {
    let responses = responses(of: operation, isSuccess: isSuccess)
    // What is not described may still be answered: a success is never read as a refusal.
    if isSuccess, responses.isEmpty {
      return (.raw, [APIOperation.Answer(status: .range(2), format: .raw, type: .raw)])
    }
    let described = responses.flatMap { response -> [DescribedAnswer] in
      // The answer to HEAD never has a body (RFC 9110 §9.3.2).
      let content =
        operation.method == "HEAD" ? [] : distinctAnswers(response.content, isSuccess: isSuccess)
      guard !content.isEmpty else {
        return isSuccess ? [DescribedAnswer(response: response, isOneOfSeveral: false)] : []
      }
      return content.map {
        DescribedAnswer(response: response, media: $0, isOneOfSeveral: content.count > 1)
      }
    }
    let suffix = isSuccess ? "Response" : "Problem"
    let schemas = responses.lazy.filter { !$0.content.isEmpty }.map { $0.content[0].schema }
    let isOneSchema = schemas.allSatisfy { $0 == schemas.first }
    let answers = described.map { item in
      answer(
        item, isSuccess: isSuccess,
        named: Identifier.type(name) + (isOneSchema ? "" : item.response.status.name)
          + (item.isOneOfSeveral ? item.media?.kindName ?? "" : "") + suffix)
    }
    return joined(answers, described, named: Identifier.type(name) + suffix)
  }

  private func responses(of operation: Operation, isSuccess: Bool) -> [Response] {
    let all = operation.responses
    var successes = all.filter { $0.status.isSuccess || $0.isDocumentedRedirect }
    // Where the description knows of redirects only, they are what is expected; where it knows no
    // success at all, `default` is one.
    if successes.isEmpty { successes = all.filter(\.status.isRedirect) }
    if isSuccess { return successes.isEmpty ? all.filter { $0.status == .default } : successes }
    let expected = successes.map(\.status)
    return all.filter { !expected.contains($0.status) && !$0.content.isEmpty }
  }

  /// The answers with the one type that they are read as: that of all of them, or nil for those
  /// without a body, or a choice.
  private mutating func joined(
    _ answers: [APIOperation.Answer], _ described: [DescribedAnswer],
    named name: @autoclosure () -> String
  ) -> (type: SwiftType?, answers: [APIOperation.Answer]) {
    guard let first = answers.first(where: { $0.format != .raw }) else {
      return (answers.isEmpty ? nil : .raw, answers)
    }
    let isOneType = answers.allSatisfy { $0.format == .raw || $0.type == first.type }
    let bare = zip(answers, described).filter { $0.0.format == .raw }
    // A redirect says where to go: it is never nil.
    guard isOneType, !bare.contains(where: { $0.1.response.status.isRedirect }) else {
      return choice(of: answers, described, named: name())
    }
    if bare.isEmpty { return (first.type, answers) }
    var answers = answers
    for index in answers.indices {
      answers[index].wrapping = .optional
      if answers[index].format == .raw { answers[index].format = .none }
    }
    return (first.type.orNil, answers)
  }

  private mutating func choice(
    of answers: [APIOperation.Answer], _ described: [DescribedAnswer], named typeName: String
  ) -> (type: SwiftType?, answers: [APIOperation.Answer]) {
    var answers = answers
    var scope = NameScope(reserved: NameScope.membersInUse)
    var cases: [TypeDeclaration.BodyCase] = []
    var known: [(name: String, type: SwiftType, caseName: String)] = []
    let isOneStatus = Set(answers.map(\.status)).count == 1
    for (index, item) in described.enumerated() {
      let type = answers[index].type
      if item.media == nil, item.response.status.hasNoBody { answers[index].format = .none }
      // Media types of one status that are read alike are one case.
      let isOnlyType = answers.allSatisfy { $0.status != answers[index].status || $0.type == type }
      let media = isOnlyType ? nil : item.media
      let name = item.caseName(byStatus: !isOneStatus, by: media)
      if let same = known.first(where: { $0.name == name && $0.type == type }) {
        answers[index].wrapping = .choice(caseName: same.caseName)
        continue
      }
      let caseName = scope.claimMember(Identifier.member(name))
      known.append((name, type, caseName))
      answers[index].wrapping = .choice(caseName: caseName)
      cases.append(
        TypeDeclaration.BodyCase(
          name: caseName, type: answers[index].format == .none ? nil : type,
          documentation: item.documentation(of: media)))
    }
    let given = GivenName(typeName, at: described[0].response.place)
    let path = newPath(claimType(given, in: .provider, renaming: .operationID))
    declare(TypeDeclaration(path: path, documentation: [], kind: .bodies(cases)))
    return (.named(path), answers)
  }

  private mutating func answer(
    _ described: DescribedAnswer, isSuccess: Bool, named typeName: @autoclosure () -> String
  ) -> APIOperation.Answer {
    let status = described.response.status
    guard let media = described.media else {
      return APIOperation.Answer(status: status, format: .raw, type: .raw)
    }
    let (format, type) = reading(of: media, isSuccess: isSuccess, named: typeName())
    let accepted = media.accepted
    let isUsual = format == .events || accepted.lowercased() == format.usualMediaType
    return APIOperation.Answer(
      status: status, format: format, type: type, accept: isUsual ? nil : accepted)
  }
}

extension APIBuilder.DescribedAnswer {
  /// The status where there are several, and the kind of body where the status has several types.
  fileprivate func caseName(byStatus: Bool, by media: MediaType?) -> String {
    [byStatus ? response.status.name : nil, media?.kindName].compactMap { $0 }
      .joined(separator: " ")
  }

  /// What the description says, and of which body where the status has several types.
  fileprivate func documentation(of media: MediaType?) -> [String] {
    let lines = Documentation.lines(response.description)
    guard let media else { return lines }
    let key = DocumentationText.lines("`\(media.key)`").joined(separator: " ")
    return lines.isEmpty ? [key] : ["\(key): \(lines[0])"] + lines.dropFirst()
  }
}

extension Response {
  /// A redirect that says where it leads, and is no page that a refusal shows.
  fileprivate var isDocumentedRedirect: Bool {
    status.isRedirect && content.isEmpty && headers.contains { $0.name.lowercased() == "location" }
  }
}

extension APIOperation.Answer.Format {
  /// The media type that the runtime asks for where no other is given.
  fileprivate var usualMediaType: String? {
    switch self {
    case .json: "application/json"
    case .text: "text/plain"
    case .jsonLines: "application/jsonl"
    case .jsonSequence: "application/json-seq"
    case .data, .events, .raw, .none: nil
    }
  }
}
