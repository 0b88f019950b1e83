import Foundation

/// The command `apigen`.
@main
struct Command {
  static func main() {
    do {
      let arguments = try Arguments(CommandLine.arguments.dropFirst())
      switch arguments.action {
      case .printing(let text): print(text)
      case .generate: generateOnLargeStack(arguments)
      }
    } catch {
      Console.complain(error.description)
      exit(2)
    }
  }

  /// Runs on a stack that is large enough for what the stages let nest.
  private static func generateOnLargeStack(_ arguments: Arguments) -> Never {
    let thread = Thread { generate(arguments) }
    thread.stackSize = 512 << 20
    thread.start()
    while true { sleep(.max) }
  }

  private static func generate(_ arguments: Arguments) -> Never {
    do {
      var generation = Generation(arguments)
      try generation.run()
    } catch {
      Console.complain(
        "\(arguments.output):1:1: error: apigen cannot write here: \(error.localizedDescription)")
      exit(1)
    }
  }
}
