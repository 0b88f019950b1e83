// swift-tools-version: 6.2
import PackageDescription

// The generated clients alone.
let package = Package(
  name: "Library",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "apigen", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Send",
      dependencies: [.product(name: "Generated", package: "apigen")])
  ]
)
