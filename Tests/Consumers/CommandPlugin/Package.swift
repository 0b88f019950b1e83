// swift-tools-version: 6.2
import PackageDescription

// A client that is committed: `swift package generate-clients` writes it.
let package = Package(
  name: "CommandPlugin",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "apigen", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Shop",
      dependencies: [.product(name: "APIRuntime", package: "apigen")],
      exclude: ["Petstore.yaml"])
  ]
)
