internal import Catalogue
internal import Records
internal import Storage

/// What a server can be told, and from where: a flag goes before an environment variable, that before the
/// configuration file, and that before what is usual.
public enum ServerSettings {
  /// THE TABLE of settings, in the order in which help shows them.
  ///
  /// A new one is a row here and an option of `Terminal/Options/ServeLimitOptions.swift`, if it is a limit, or
  /// `ServeOptions.swift`: there a property, its help with what is usual, and its place in `settings`.
  public static let table: [ServerSetting] =
    [
      .text("index", "folder") { $1.indexFolder = $0 },
      .number("port", 0...65_535) { $1.port = $0 },
      .text("bind", "address") { $1.host = $0 },
      .text("unix", "path") { $1.unixPath = $0 },
      .number("metrics_port", 0...65_535) { $1.metricsPort = $0 },
      .flag("no_tcp") { $1.isUnixOnly = $0 },
      .flag("insecure_public") { $1.insecurePublic = $0 },
      .text("auth_file", "path") { $1.authFile = $0 },
      .choice("access_log") { $1.accessLog = $0 },
      .names("index_aliases") { $1.indexAliases = $0 },
      .number("threads", 1...64) { $1.eventLoopThreads = $0 },
    ] + limits

  /// The rows of what may be taken.
  private static let limits: [ServerSetting] = [
    .limit("max_line", 64...1_048_576) { $1.lineBytesMax = $0 },
    .limit("max_arguments", 8...65_536) { $1.argumentsMax = $0 },
    .limit("max_argument", 64...1_048_576) { $1.argumentBytesMax = $0 },
    .limit("max_request", 64...8_388_608) { $1.requestBytesMax = $0 },
    .limit("query_terms", 1...RequestLimits.clausesMax) { $1.queryTermsMax = $0 },
    .limit("query_depth", 1...RequestLimits.depthMax) { $1.queryDepthMax = $0 },
    .limit("limit", 1...RequestLimits.limitMax) { $1.resultsMax = $0 },
    .limit("window", 1...RequestLimits.windowMax) { $1.windowMax = $0 },
    .limit("ids", 1...Command.idsMax) { $1.idsMax = $0 },
    .limit("unanswered", 1...65_536) { $1.unansweredMax = $0 },
    .limit("unsent_bytes", 4_096...268_435_456) { $1.unsentBytesMax = $0 },
    .limit("searches_at_once", 1...1_024) { $1.searchesAtOnceMax = $0 },
    .limit("connections", 1...1_000_000) { $1.connectionsMax = $0 },
    .limit("connections_per_address", 0...1_000_000) { $1.connectionsPerAddressMax = $0 },
    .limit("queued_searches", 1...1_000_000) { $1.queuedSearchesMax = $0 },
    .limit("workers", 1...256) { $1.workers = $0 },
    .limit("idle_timeout_s", 0...86_400) { $1.idleSeconds = $0 },
    .limit("request_timeout_s", 1...3_600) { $1.requestSeconds = $0 },
    .limit("write_stall_s", 1...3_600) { $1.writeStallSeconds = $0 },
    .limit("query_timeout_ms", 1...RequestLimits.timeoutMillisecondsMax) {
      $1.queryTimeoutMilliseconds = $0
    },
    .limit("query_timeout_max_ms", 1...RequestLimits.timeoutMillisecondsMax) {
      $1.queryTimeoutMillisecondsMax = $0
    },
    .limit("drain_s", 0...3_600) { $1.drainSeconds = $0 },
  ]

  /// The longest file of settings, or of a password.
  private static let fileBytesMax = 65_536

  /// `usual` with what the file, the environment and the flags say, and the password read.
  ///
  /// - Parameters:
  ///   - usual: what holds where nothing is said.
  ///   - file: the configuration file; nil is none.
  ///   - environment: the value of an environment variable.
  ///   - flags: what the command line gives, by the settings' keys.
  /// - Returns: The configuration.
  /// - Throws: ``SettingError`` for the first thing that is wrong.
  public static func configuration(
    _ usual: ServerConfiguration, file: String?, environment: (String) -> String?,
    flags: [(key: String, value: String)]
  ) throws(SettingError) -> ServerConfiguration {
    var configuration = usual
    if let file {
      for entry in try ConfigurationFile.read(file, bytesMax: fileBytesMax) {
        guard let setting = table.first(where: { $0.key == entry.key }) else {
          throw SettingError(
            entry.place,
            .unknownKey(
              entry.key, nearest: NearestName.nearest(to: entry.key, among: table.map(\.key))))
        }
        try set(setting, entry.value, entry.place, &configuration)
      }
    }
    for setting in table {
      guard let value = environment(setting.variable) else { continue }
      try set(setting, value, .variable(setting.variable), &configuration)
    }
    for flag in flags {
      guard let setting = table.first(where: { $0.key == flag.key }) else { continue }
      try set(setting, flag.value, .flag(setting.flag), &configuration)
    }
    if let path = configuration.authFile { configuration.password = try password(path) }
    return configuration
  }

  private static func set(
    _ setting: ServerSetting, _ value: String, _ place: SettingPlace,
    _ configuration: inout ServerConfiguration
  ) throws(SettingError) {
    guard setting.set(value, &configuration) else {
      throw SettingError(place, .badValue(setting.key, found: value, expected: setting.form))
    }
  }

  private static func password(_ path: String) throws(SettingError) -> Password {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try DiskFileSystem().read(path, bytesMax: fileBytesMax)
    } catch {
      throw SettingError(.file(path, line: nil), .unreadable(error))
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      let password = Password(firstLineOf: text)
    else { throw SettingError(.file(path, line: 1), .noPassword) }
    return password
  }
}
