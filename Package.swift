// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with.
///
/// Warnings are errors and each unsafe use is spelt out.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// How a program is linked that has to start fast: static altogether, so that no loader looks for
/// libraries and symbols, yet at an address that changes with each start, its relocations packed.
///
/// Only for `tools/build`: such a program must have no run path, which a plain `swift build` gives it.
let fastStart: [LinkerSetting] =
  Context.environment["CANFOD_STATIC"] == nil
  ? []
  : [
    .unsafeFlags(
      [
        "-static-executable", "-use-ld=lld", "-Xclang-linker", "-static-pie", "-Xlinker", "-z",
        "-Xlinker", "pack-relative-relocs",
      ], .when(platforms: [.linux], configuration: .release))
  ]

/// Test targets: as the house, but Swift Testing's macros expand to unmarked unsafe code.
let houseTests: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "canfod",
  products: [
    .executable(name: "canfod", targets: ["canfod"]),
    .executable(name: "canfod-curate", targets: ["canfod-curate"]),
    .executable(name: "canfod-serve", targets: ["canfod-serve"]),
    .executable(name: "canfod-check-links", targets: ["canfod-check-links"]),
    // For tools/bench-micro.
    .library(name: "TextAnalysis", targets: ["TextAnalysis"]),
    .library(name: "SearchIndex", targets: ["SearchIndex"]),
    .library(name: "Storage", targets: ["Storage"]),
    .library(name: "Catalogue", targets: ["Catalogue"]),
    .library(name: "SocketServer", targets: ["SocketServer"]),
    // For tools/fuzz.
    .library(name: "SocketFuzz", targets: ["SocketFuzz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(
      url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // Ground: C libraries and the disk.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
    // The Welsh word lists as bytes of the executable: C23's #embed.
    .target(
      name: "CWelshLexicon",
      exclude: ["LICENSE.md", "data", "welsh-lexicon.table", "welsh-treebank.table"],
      cSettings: [.unsafeFlags(["-std=c23"])]),
    .target(name: "Storage", swiftSettings: house),
    .target(
      name: "HTTPTransport", dependencies: ["CCurl", "CIDN2", "CPSL"], swiftSettings: house),

    // Matter: values, and text to tokens.
    .target(name: "Records", swiftSettings: house),
    .target(
      name: "TextAnalysis", dependencies: ["Storage", "CSnowball", "CUTF8Proc", "CWelshLexicon"],
      swiftSettings: house),

    // Organs: files to records, documents to segments.
    .target(name: "Markup", dependencies: ["CLibXML2", "Storage"], swiftSettings: house),
    .target(
      name: "Ingest",
      dependencies: [
        "Storage", "Records", "TextAnalysis", "Markup",
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: house),
    .target(
      name: "SearchIndex", dependencies: ["Storage", "TextAnalysis"], swiftSettings: house),
    .target(
      name: "LinkCheck",
      dependencies: [
        "Storage", "Records", "TextAnalysis", "Markup", "HTTPTransport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: house),
    .target(
      name: "EngineBench", dependencies: ["SearchIndex", "Storage", "TextAnalysis"],
      swiftSettings: house),

    // Service.
    .target(
      name: "Catalogue",
      dependencies: ["Storage", "Records", "TextAnalysis", "SearchIndex"], swiftSettings: house),
    .target(
      name: "Curation",
      dependencies: [
        "Storage", "Records", "TextAnalysis", "SearchIndex", "Ingest", "Catalogue", "CXXHash",
      ], swiftSettings: house),

    // Doors.
    .target(
      name: "SocketServer",
      dependencies: [
        "Catalogue", "Records", "Storage",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: house),
    .target(
      name: "Terminal",
      dependencies: [
        "Catalogue", "Records",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house),
    .executableTarget(
      name: "canfod",
      dependencies: [
        "EngineBench", "Records", "Catalogue", "SearchIndex", "Storage", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house, linkerSettings: fastStart),

    // What writes and what serves are programs of their own: `search` is little more than its start,
    // and must not load YAML, libxml2 and NIO.
    .executableTarget(
      name: "canfod-curate",
      dependencies: [
        "Records", "Catalogue", "Curation", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house),
    .executableTarget(
      name: "canfod-serve",
      dependencies: [
        "Catalogue", "SocketServer", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], swiftSettings: house),

    // What asks the network: libcurl and SQLite.
    .executableTarget(
      name: "canfod-check-links",
      dependencies: [
        "Storage", "Records", "Catalogue", "Curation", "HTTPTransport", "LinkCheck", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], swiftSettings: house),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Storage"], path: "Tests/TestSupport",
      swiftSettings: house),
    .testTarget(
      name: "StorageTests", dependencies: ["Storage", "TestSupport"], swiftSettings: houseTests),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "TestSupport"], swiftSettings: houseTests),
    .testTarget(
      name: "TextAnalysisTests", dependencies: ["TextAnalysis", "TestSupport"],
      swiftSettings: houseTests),
    .target(
      name: "LocalWeb",
      dependencies: [
        "Records",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ], path: "Tests/LocalWeb", swiftSettings: house),
    .executableTarget(
      name: "local-web", dependencies: ["LocalWeb", "Records"], path: "Tests/LocalWebServer",
      swiftSettings: house),
    .testTarget(
      name: "LocalWebTests",
      dependencies: [
        "LocalWeb", "Records",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ], swiftSettings: houseTests),
    .testTarget(
      name: "HTTPTransportTests", dependencies: ["HTTPTransport", "LocalWeb", "TestSupport"],
      swiftSettings: houseTests),
    .testTarget(
      name: "LinkCheckTests",
      dependencies: [
        "HTTPTransport", "LinkCheck", "LocalWeb", "Records", "Storage", "TestSupport",
      ],
      swiftSettings: houseTests),
    .testTarget(
      name: "MarkupTests", dependencies: ["Markup", "TestSupport"], swiftSettings: houseTests),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "Records", "Storage", "TestSupport"],
      swiftSettings: houseTests),
    .testTarget(
      name: "SearchIndexTests",
      dependencies: ["SearchIndex", "Storage", "TextAnalysis", "TestSupport"],
      swiftSettings: houseTests),
    .testTarget(
      name: "CatalogueTests",
      dependencies: [
        "Catalogue", "Curation", "Ingest", "Records", "Storage", "TestSupport", "TextAnalysis",
      ],
      exclude: [
        "Plan/CrossLanguage.tsv", "Suggest/Misspellings.tsv", "Understand/Questions.tsv",
      ], swiftSettings: houseTests),
    .testTarget(
      name: "EngineBenchTests",
      dependencies: ["EngineBench", "SearchIndex", "Storage", "TestSupport", "TextAnalysis"],
      swiftSettings: houseTests),
    .testTarget(name: "TidyTests", swiftSettings: houseTests),
    .target(
      name: "SocketFuzz",
      dependencies: [
        "SocketServer", "Catalogue", "Records", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ], path: "Tests/SocketFuzz", swiftSettings: house),
    .testTarget(
      name: "SocketServerTests",
      dependencies: [
        "SocketServer", "Catalogue", "Curation", "Records", "SearchIndex", "SocketFuzz", "Storage",
        "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: houseTests),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Terminal", "Catalogue", "Records", "SearchIndex", "Storage", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: houseTests),
    .testTarget(
      name: "canfodTests", dependencies: ["canfod", "Records"], swiftSettings: houseTests),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "canfod", "canfod-check-links", "canfod-curate", "canfod-serve", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: houseTests),
  ],
  swiftLanguageModes: [.v6]
)
