import APIRuntime
import Testing

/// Values of generated types compare as their JSON does.
struct EqualityTests {
  @Test func `values are equal as their JSON is`() throws {
    let one = try Sample.Message(json: ["text": "a", "tags": ["b"], "meta": ["n": 1, "m": 2]])
    let same = try Sample.Message(json: ["meta": ["m": 2, "n": 1], "tags": ["b"], "text": "a"])
    #expect(one == same)
    #expect(one != Sample.Message(text: "a", tags: ["b"]))
    #expect(Set([one, same, .init(text: "a")]).count == 2)
  }

  @Test func `no conformance is needed to compare`() throws {
    let receipt: JSONValue = ["id": 1, "message": ["text": "a", "tags": []]]
    #expect(try Sample.Receipt(json: receipt) == Sample.Receipt(json: receipt))
    #expect(!(try Choice(json: 1) == Choice(json: "1")))
    #expect(try Choice(json: [true]) == Choice(json: [true]))
  }

  @Test func `what JSON cannot hold is equal to nothing`() {
    #expect(!(Choice.number(.nan) == .number(.nan)))
    #expect(Set([Choice.number(1), .number(1), .text("1"), .number(.nan)]).count == 3)
  }

  fileprivate enum Choice: Union {
    case text(String)
    case number(Double)
    case other(JSONValue)

    static let shapes: [JSONShape] = [.string, .number]

    init(_ json: JSONValue, as shape: Int?) throws {
      switch shape {
      case 0: self = .text(try String(json: json))
      case 1: self = .number(try Double(json: json))
      default: self = .other(json)
      }
    }

    func json(in context: inout EncodingContext) -> JSONValue {
      switch self {
      case .text(let text): text.json(in: &context)
      case .number(let number): number.json(in: &context)
      case .other(let json): json
      }
    }
  }
}

/// All that a conformance takes, in another file than the type.
extension Sample.Message: Hashable {}

extension EqualityTests.Choice: Hashable {}
