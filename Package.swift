// swift-tools-version: 6.2
import PackageDescription

// Homebrew keeps libyaml where no compiler looks. Elsewhere it is where they do, and to ask
// pkg-config would only warn where that is not installed.
#if os(macOS)
  let libyaml: String? = "yaml-0.1"
#else
  let libyaml: String? = nil
#endif

let package = Package(
  name: "apigen",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [
    .executable(name: "apigen", targets: ["apigen"]),
    .library(name: "APIRuntime", targets: ["APIRuntime"]),
    .library(name: "CurlTransport", targets: ["CurlTransport"]),
    .library(name: "Generated", targets: ["Generated"]),
    .plugin(name: "GenerateClients", targets: ["GenerateClients"]),
    .plugin(name: "GenerateClientsCommand", targets: ["GenerateClientsCommand"]),
  ],
  traits: [
    .trait(
      name: "Curl",
      description: "On Linux, clients send by libcurl where they are given no other transport."),
    .default(enabledTraits: ["Curl"]),
  ],
  targets: [
    // The generator: bytes -> Node -> Document -> API -> files.
    .systemLibrary(name: "CYAML", pkgConfig: libyaml, providers: [.brew(["libyaml"])]),
    .target(name: "Syntax", dependencies: ["CYAML"]),
    .target(name: "OpenAPI", dependencies: ["ECMAExpressions", "Syntax"]),
    .target(name: "Generator", dependencies: ["OpenAPI"]),
    .executableTarget(
      name: "apigen",
      dependencies: [
        "Generator", "SystemThreads",
        .target(name: "CMalloc", condition: .when(platforms: [.linux])),
      ]),
    .systemLibrary(name: "CMalloc"),

    // The generator in the builds of other packages.
    .plugin(
      name: "GenerateClients", capability: .buildTool(), dependencies: ["apigen"],
      path: "Sources/GenerateClients"),
    .plugin(
      name: "GenerateClientsCommand",
      capability: .command(
        intent: .custom(
          verb: "generate-clients",
          description: "Write Swift for the OpenAPI descriptions of a package's targets."),
        permissions: [
          .writeToPackageDirectory(reason: "It writes clients for OpenAPI descriptions.")
        ]),
      dependencies: ["apigen"], path: "Sources/GenerateClientsCommand"),

    // What generated code stands on, from the bottom up: APICoding (values and their JSON),
    // APITransport (HTTP and what carries it), APIRuntime (requests and the client).
    .target(name: "APICoding", dependencies: ["ECMAExpressions"]),
    // What both sides read patterns by: the generator tries them, and the client checks by them.
    .target(name: "ECMAExpressions"),
    // What both begin threads with.
    .target(name: "SystemThreads"),
    .target(name: "APITransport", dependencies: ["APICoding", "SystemThreads"]),
    .systemLibrary(name: "CCurl"),
    .target(name: "CurlTransport", dependencies: ["APITransport", "CCurl", "SystemThreads"]),
    .target(
      name: "APIRuntime",
      dependencies: [
        "APITransport",
        .target(
          name: "CurlTransport", condition: .when(platforms: [.linux], traits: ["Curl"])),
      ]),
    .target(name: "Generated", dependencies: ["APIRuntime"], path: "Generated"),

    .target(
      name: "LoopbackServer", dependencies: ["APICoding", "SystemThreads"],
      path: "Tests/LoopbackServer"),
    .target(
      name: "FaultGrid", dependencies: ["APIRuntime", "LoopbackServer"], path: "Tests/FaultGrid"),
    .executableTarget(
      name: "faults", dependencies: ["CurlTransport", "FaultGrid"], path: "Tests/faults"),
    .executableTarget(name: "call", dependencies: ["Generated"], path: "Tests/call"),
    .testTarget(name: "SyntaxTests", dependencies: ["Syntax"]),
    .testTarget(name: "OpenAPITests", dependencies: ["OpenAPI"]),
    .testTarget(
      name: "GeneratorTests", dependencies: ["Generator", "Fixtures", "LoopbackServer"]),
    // What apigen writes for Tests/Descriptions, compiled as in a new app of Xcode's.
    .target(
      name: "Fixtures", dependencies: ["APIRuntime"], path: "Tests/Fixtures",
      swiftSettings: [.defaultIsolation(MainActor.self)]),
    .testTarget(
      name: "ApigenTests", dependencies: ["apigen", "CurlTransport", "Generated"]),
    .testTarget(name: "APICodingTests", dependencies: ["APICoding"]),
    .testTarget(name: "APITransportTests", dependencies: ["APITransport", "LoopbackServer"]),
    .testTarget(name: "APIRuntimeTests", dependencies: ["APIRuntime", "LoopbackServer"]),
    .testTarget(name: "CurlTransportTests", dependencies: ["CurlTransport", "FaultGrid"]),
    .testTarget(
      name: "GeneratedTests", dependencies: ["Generated", "LoopbackServer"],
      exclude: ["Samples"]),
  ]
)
