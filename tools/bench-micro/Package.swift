// swift-tools-version: 6.2
import PackageDescription

// Benchmarks of single parts, a package of its own so that the product does not carry them:
//   swift run -c release --package-path tools/bench-micro bench-micro analysis FILE
let package = Package(
  name: "bench-micro",
  dependencies: [.package(name: "canfod", path: "../..")],
  targets: [
    .executableTarget(
      name: "bench-micro", dependencies: [.product(name: "TextAnalysis", package: "canfod")],
      swiftSettings: [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))])
  ],
  swiftLanguageModes: [.v6]
)
