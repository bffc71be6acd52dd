// swift-tools-version: 6.2
import PackageDescription

// A fuzzer of both framings of the socket server and of all that is asked through them, a package of
// its own so that the product does not carry it: see run, which builds and starts it.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "canfod", path: "../..")],
  targets: [
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CFuzzer", .product(name: "SocketFuzz", package: "canfod")]),
  ],
  swiftLanguageModes: [.v6]
)
