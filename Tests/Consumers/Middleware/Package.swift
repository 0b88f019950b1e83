// swift-tools-version: 6.2
import PackageDescription

// A middleware of the package's own, before the transport.
let package = Package(
  name: "Middleware",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "apigen", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Trace",
      dependencies: [.product(name: "Generated", package: "apigen")])
  ]
)
