import Foundation
import Syntax
import SystemThreads

#if canImport(Glibc)
  import CMalloc
#endif

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
      Console.complain("error: \(error.problem)")
      exit(2)
    }
  }

  /// Runs on a stack that is large enough for what the stages let nest.
  private static func generateOnLargeStack(_ arguments: Arguments) -> Never {
    #if canImport(Glibc)
      // Hardly another thread allocates. In an arena of its own glibc would ask the system for each
      // page, and for fresh ones wherever a large list grows: a tenth of the time.
      mallopt(M_ARENA_MAX, 1)
      mallopt(M_MMAP_THRESHOLD, 32 << 20)
    #endif
    do {
      try detachThread(stackSize: stackSize) { generate(arguments) }
    } catch {
      Console.complain(
        "error: there is no thread with a stack of \(stackSize >> 20) MB "
          + "(\(String(cString: strerror(error.code.rawValue)))): allow apigen more memory")
      exit(1)
    }
    while true { sleep(.max) }
  }

  /// What the stages need where a description nests as deep as it may, in bytes.
  private static let stackSize = 512 << 20

  private static func generate(_ arguments: Arguments) -> Never {
    do throws(Output.Failure) {
      var generation = Generation(arguments)
      try generation.run()
    } catch {
      Console.complain(
        Diagnostics.line(.error, "apigen cannot write here: \(error.reason)", in: error.path))
      exit(1)
    }
  }
}
