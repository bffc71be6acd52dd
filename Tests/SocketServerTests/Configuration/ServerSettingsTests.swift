import Records
import SocketServer
import Storage
import TestSupport
import Testing

/// What a server is told by flags, by the environment and by a file.
struct ServerSettingsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func configuration(
    file: String? = nil, environment: [String: String] = [:],
    flags: [(key: String, value: String)] = []
  ) throws -> ServerConfiguration {
    var path: String?
    if let file {
      try folder.write("canfod.yaml", Array(file.utf8))
      path = folder.path("canfod.yaml")
    }
    return try ServerSettings.configuration(
      ServerConfiguration(indexFolder: "index", version: "0"), file: path,
      environment: { environment[$0] }, flags: flags)
  }

  private func fault(
    file: String? = nil, environment: [String: String] = [:],
    flags: [(key: String, value: String)] = []
  ) -> SettingError? {
    do {
      _ = try configuration(file: file, environment: environment, flags: flags)
      return nil
    } catch {
      return error as? SettingError
    }
  }

  @Test func `a flag goes before the environment, that before the file, that before what is usual`()
    throws
  {
    let file = "port: 1\nmax_line: 100\nidle_timeout_s: 100\n"
    let environment = ["CANFOD_PORT": "2", "CANFOD_MAX_LINE": "200"]
    let configuration = try configuration(
      file: file, environment: environment, flags: [("port", "3")])
    #expect(configuration.port == 3)
    #expect(configuration.limits.lineBytesMax == 200)
    #expect(configuration.limits.idleSeconds == 100)
    #expect(configuration.limits.workers == ConnectionLimits().workers)
  }

  @Test func `every setting can be given in each way`() throws {
    for setting in ServerSettings.table {
      let value =
        switch setting.form {
        case "true|false": "true"
        case "off|summary|full": "full"
        case "name,…": "resources,adnoddau"
        case "folder", "path", "address": folder.path("password")
        default: String(setting.form.prefix { $0.isNumber })
        }
      try folder.write("password", Array("x".utf8))
      let flag = try configuration(flags: [(setting.key, value)])
      let variable = try configuration(environment: [setting.variable: value])
      let line = try configuration(file: "\(setting.key): \(value)\n")
      let texts = [flag, variable, line].map { "\($0)" }
      #expect(texts[0] == texts[1] && texts[1] == texts[2], "\(setting.key)")
      #expect(setting.flag.dropFirst(2).replacing("-", with: "_") == setting.key)
    }
  }

  @Test func `a key that there is not is told with its line and the nearest that there is`() throws
  {
    let error = try #require(fault(file: "port: 1\n\nmax_lines: 100\n"))
    #expect(error.place == .file(folder.path("canfod.yaml"), line: 3))
    #expect(error.problem == .unknownKey("max_lines", nearest: "max_line"))
    #expect(
      error.message(.english).hasSuffix(
        "canfod.yaml:3: there is no setting max_lines; did you mean max_line?"))
    #expect(error.message(.english) != error.message(.welsh))
  }

  @Test(
    arguments: [
      ("port", "70000", "0–65535"), ("port", "x", "0–65535"), ("port", "-1", "0–65535"),
      ("max_line", "1", "64–1048576"), ("no_tcp", "perhaps", "true|false"), ("bind", "", "address"),
    ])
  func `a value of another form is told where it stands`(key: String, value: String, form: String)
    throws
  {
    let problem = SettingError.Problem.badValue(key, found: value, expected: form)
    let setting = try #require(ServerSettings.table.first { $0.key == key })
    #expect(fault(flags: [(key, value)])?.place == .flag(setting.flag))
    #expect(fault(environment: [setting.variable: value])?.place == .variable(setting.variable))
    #expect(fault(environment: [setting.variable: value])?.problem == problem)
    #expect(fault(file: "\(key): \"\(value)\"")?.problem == problem)
    #expect(fault(file: "\(key): \"\(value)\"")?.message(.welsh).contains("nid yw \(key)") ?? false)
  }

  @Test(arguments: ["- port", "port", "port: [1]", "port: {a: b}", "? [a]\n: b"])
  func `a file that is no list of settings is told so`(text: String) {
    #expect(fault(file: text)?.problem == .noMap)
  }

  @Test(arguments: ["port: 'x", "a: b: c", "port: 1\nport: 2", "\tport: 1"])
  func `a file that is no YAML is told so`(text: String) {
    #expect(fault(file: text)?.problem == .malformed)
  }

  @Test func `an empty file sets nothing`() throws {
    for text in ["", "# nothing\n", "---\n"] where fault(file: text)?.problem != .noMap {
      #expect(try configuration(file: text).port == 7_411)
    }
  }

  @Test func `a file that is not there is told`() {
    let path = folder.path("nothing")
    #expect(
      throws: SettingError.self
    ) {
      try ServerSettings.configuration(
        ServerConfiguration(indexFolder: "", version: ""), file: path, environment: { _ in nil },
        flags: [])
    }
  }

  @Test func `the password is the first line of its file`() throws {
    try folder.write("password", Array("cyfrinair \nmore\n".utf8))
    let configuration = try configuration(flags: [("auth_file", folder.path("password"))])
    #expect(configuration.password?.matches("cyfrinair") ?? false)
    try folder.write("password", Array("\n".utf8))
    let error = fault(flags: [("auth_file", folder.path("password"))])
    #expect(error?.problem == .noPassword)
    #expect(fault(flags: [("auth_file", folder.path("nothing"))]) != nil)
  }

  @Test func `every limit that can be set is told by STATUS by the same name`() async throws {
    let small = try SmallCatalogue(count: 1)
    let status = try await TestServer.run(small.index) { try await $0.exchange("STATUS limits\n") }
    for setting in ServerSettings.table.drop(while: { $0.key != "max_line" }) {
      #expect(status.contains("\"\(setting.key)\":"), "\(setting.key)")
    }
  }
}
