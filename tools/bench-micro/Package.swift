// swift-tools-version: 6.2
import PackageDescription

// Benchmarks of single parts, a package of its own so that the product does not carry them. They look
// into the engine, so it must be built for that:
//   swift run -c release -Xswiftc -enable-testing --package-path tools/bench-micro bench-micro codecs
let package = Package(
  name: "bench-micro",
  dependencies: [.package(name: "canfod", path: "../..")],
  targets: [
    .executableTarget(
      name: "bench-micro",
      dependencies: [
        .product(name: "TextAnalysis", package: "canfod"),
        .product(name: "SearchIndex", package: "canfod"),
        .product(name: "Storage", package: "canfod"),
        .product(name: "Catalogue", package: "canfod"),
        .product(name: "SocketServer", package: "canfod"),
      ],
      swiftSettings: [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))])
  ],
  swiftLanguageModes: [.v6]
)
