// swift-tools-version: 6.2
import PackageDescription

// Clients of the package's own, written whenever it is built, and compiled as in a new app of
// Xcode's.
let package = Package(
  name: "BuildPlugin",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "apigen", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Shop",
      dependencies: [.product(name: "APIRuntime", package: "apigen")],
      swiftSettings: [.swiftLanguageMode(.v5), .defaultIsolation(MainActor.self)],
      plugins: [.plugin(name: "GenerateClients", package: "apigen")])
  ]
)
