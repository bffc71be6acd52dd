import Testing

/// Data flows one way: a target imports only what lies below it.
///
/// SwiftPM lets transitive imports pass, so this table is what holds the layers apart.
@Suite struct LayerTests {
  /// What each target may import: targets of ours first, then packages and the system.
  static let allowed: [String: Set<String>] = [
    "Storage": ["Glibc"],
    "TextAnalysis": [
      "Storage", "CSnowball", "CUTF8Proc", "CWelshLexicon", "Synchronization",
    ],
    "Records": ["FoundationEssentials"],
    "Markup": ["Storage", "CLibXML2"],
    "Ingest": ["Storage", "Records", "TextAnalysis", "Markup", "Yams"],
    "HTTPTransport": ["CCurl", "CIDN2", "CPSL", "Glibc", "Synchronization"],
    "LinkCheck": [
      "Storage", "Records", "TextAnalysis", "Markup", "HTTPTransport", "GRDB",
      "FoundationEssentials", "Synchronization",
    ],
    "SearchIndex": ["Storage", "TextAnalysis", "Synchronization", "Glibc"],
    "Catalogue": [
      "Storage", "Records", "TextAnalysis", "SearchIndex", "FoundationEssentials",
      "Synchronization",
    ],
    "Curation": [
      "Storage", "Records", "TextAnalysis", "SearchIndex", "Ingest", "Catalogue", "CXXHash",
      "FoundationEssentials",
    ],
    "SocketServer": [
      "Catalogue", "Records", "Storage", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOFoundationCompat",
      "Logging",
      "ServiceLifecycle", "Synchronization", "Glibc", "FoundationEssentials", "Yams",
    ],
    "EngineBench": ["SearchIndex", "Storage", "TextAnalysis", "FoundationEssentials"],
    "Terminal": ["Catalogue", "Records", "ArgumentParser", "Glibc"],
    "canfod": [
      "Records", "Catalogue", "Terminal", "ArgumentParser",
      // For Commands/BenchCommand.swift alone.
      "EngineBench", "SearchIndex", "Storage",
    ],
    "canfod-curate": ["Records", "Catalogue", "Curation", "Terminal", "ArgumentParser"],
    "canfod-serve": [
      "Catalogue", "SocketServer", "Terminal", "ArgumentParser", "Logging", "ServiceLifecycle",
      "UnixSignals",
    ],
    "canfod-check-links": [
      "Storage", "Records", "Catalogue", "Curation", "HTTPTransport", "LinkCheck", "Terminal",
      "ArgumentParser", "Foundation", "Synchronization", "UnixSignals",
    ],
  ]

  @Test func `every target imports only what lies below it`() throws {
    let sources = Repository.files("Sources", endings: ["swift"])
    #expect(sources.count > 50)
    for file in sources {
      let target = String(file.split(separator: "/")[1])
      let permitted = try #require(Self.allowed[target], "no row for target \(target)")
      for module in try imports(file) {
        #expect(permitted.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test func `a system library is its module map and its shim`() {
    for name in ["CCurl", "CIDN2", "CLibXML2", "CPSL", "CSnowball", "CUTF8Proc", "CXXHash"] {
      #expect(Repository.exists("Sources/\(name)/module.modulemap"))
      #expect(Repository.files("Sources/\(name)", endings: ["swift", "c"]).isEmpty)
    }
  }

  private func imports(_ file: String) throws -> [String] {
    try Repository.text(file).split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").map(String.init)
      if let first = words.first,
        ["public", "internal", "package", "private", "fileprivate"].contains(first)
      {
        words.removeFirst()
      }
      guard words.first == "import" else { return nil }
      return words.last.map { String($0.split(separator: ".")[0]) }
    }
  }
}
