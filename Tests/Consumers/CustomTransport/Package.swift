// swift-tools-version: 6.2
import PackageDescription

// A transport of the package's own, in place of the default one.
let package = Package(
  name: "CustomTransport",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "apigen", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Record",
      dependencies: [.product(name: "Generated", package: "apigen")])
  ]
)
