import APIRuntime
import CurlTransport
import FaultGrid
import Foundation
import LoopbackServer

// faults curl|urlsession COUNT [FAULT…]: sends COUNT messages to those faults, or all, by turns, and
// prints a table. Without arguments it prints the names of the faults.
let arguments = CommandLine.arguments.dropFirst()
guard let transport = arguments.first, let count = arguments.dropFirst().first.flatMap({ Int($0) })
else {
  for fault in Fault.all { print(fault.name) }
  exit(0)
}
let names = Set(arguments.dropFirst(2))
let faults = Fault.all.filter { names.isEmpty || names.contains($0.name) }
let timeout = Duration.seconds(1)
let client = Client(
  transport: transport == "curl"
    ? CurlTransport(timeout: timeout) : URLSessionTransport(timeout: timeout))
let rows = try await FaultGrid(faults, client).run(count)
if names.count != 1 { print(FaultRow.title) }
for row in rows { print(row) }
let mistakes = rows.flatMap { row in row.mistakes.map { "\(row.fault.name): \($0)" } }
for mistake in mistakes.prefix(50) { FileHandle.standardError.write(Data("\(mistake)\n".utf8)) }
exit(mistakes.isEmpty ? 0 : 1)
