// swift-tools-version: 6.2
import PackageDescription

// Clients of the package's own, written whenever it is built.
let package = Package(
  name: "BuildPlugin",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "apigen", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Shop",
      dependencies: [.product(name: "APIRuntime", package: "apigen")],
      plugins: [.plugin(name: "GenerateClients", package: "apigen")])
  ]
)
