import APIRuntime
import CurlTransport
import FaultGrid
import Foundation
import LoopbackServer

// What `.ci/faults` and `.ci/bodies` are made of. The transport is curl or urlsession.
//
//   faults list [EFFECT]                   the names of all faults, or of those that URLSession on
//                                          Linux takes so: usual, apart, fatal
//   faults send TRANSPORT COUNT [FAULT…]   messages to those faults, or all, by turns; a table
//   faults serve                           a server of large bodies, until it is ended
//   faults carry TRANSPORT WHAT URL FILE   one gigabyte, or a thousand requests; the cost; exits
//                                          with 3 if it leaves descriptors open
var arguments = CommandLine.arguments.dropFirst()
switch (arguments.popFirst(), arguments.count) {
case ("list", 0...1):
  let effect = arguments.first
  for fault in Fault.all where [nil, fault.effect.rawValue].contains(effect) { print(fault.name) }
case ("send", 2...):
  let transport = makeTransport(arguments.removeFirst(), timeout: .seconds(1))
  let count = Int(arguments.removeFirst()) ?? 0
  exit(try await send(count, by: transport, to: Set(arguments)) ? 0 : 1)
case ("serve", 0):
  print(try BulkServer().url)
  fflush(nil)
  while true { sleep(3_600) }
case ("carry", 4):
  let transport = arguments.removeFirst()
  let what = arguments.removeFirst()
  let url = arguments.removeFirst()
  exit(try await carry(what, by: transport, url, arguments.removeFirst()) ? 0 : 3)
default:
  print("see the head of main.swift")
  exit(2)
}

func makeTransport(_ name: String, timeout: Duration) -> any Transport {
  name == "curl"
    ? CurlTransport(timeout: timeout, connectionsPerHost: 32)
    : URLSessionTransport(timeout: timeout, connectionsPerHost: 32)
}

/// - Returns: whether client and server agree on what became of each message.
func send(_ count: Int, by transport: any Transport, to names: Set<String>) async throws -> Bool {
  let faults = Fault.all.filter { names.isEmpty || names.contains($0.name) }
  let client = Client(transport: transport, retries: Retries(firstWait: .milliseconds(20)))
  let rows = try await FaultGrid(faults, client).run(count)
  print(FaultRow.title)
  for row in rows { print(row) }
  let mistakes = rows.flatMap { row in row.mistakes.map { "\(row.fault.name): \($0)\n" } }
  FileHandle.standardError.write(Data(mistakes.joined().utf8))
  return mistakes.isEmpty
}
