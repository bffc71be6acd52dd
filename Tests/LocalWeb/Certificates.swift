import Foundation

/// What is wrong with a host's certificate.
enum Certificate: String, Sendable {
  /// Nothing.
  case good
  /// It ends in ten days.
  case endsSoon
  /// It ended a month ago.
  case expired
  /// It begins next month.
  case notYet
  /// It is for another name.
  case wrongHost
  /// Nobody but itself signed it.
  case selfSigned
}

/// An authority of our own and the certificates it signs, made by the `openssl` program.
struct Certificates {
  /// A certificate and its key.
  struct Files {
    /// The certificate's file.
    var certificate: String
    /// The key's file.
    var key: String
  }

  /// The temporary folder that holds them all.
  let folder: String
  /// The authority's certificate.
  var authorityFile: String { folder + "/ca.pem" }

  /// Makes the authority.
  init() async throws {
    let base = FileManager.default.temporaryDirectory
      .appendingPathComponent("local-web-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: base.appendingPathComponent("issued"), withIntermediateDirectories: true)
    folder = base.path
    for (name, text) in [("ca.cnf", Self.settings), ("index.txt", ""), ("serial", "01\n")] {
      try text.write(
        to: base.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try await openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", "ca.key", "-out", "ca.pem", "-days", "3650", "-subj", "/CN=Local Web Authority",
      "-config", "ca.cnf")
    try await openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "host.key")
  }

  /// Makes a certificate for the host at `address`.
  func make(_ certificate: Certificate, address: String) async throws -> Files {
    let name = "\(certificate.rawValue)-\(address)"
    let subject = certificate == .wrongHost ? "DNS:elsewhere.test" : "IP:\(address)"
    let files = Files(certificate: "\(folder)/\(name).pem", key: "\(folder)/host.key")
    if certificate == .selfSigned {
      try await openssl(
        "req", "-x509", "-key", "host.key", "-out", files.certificate, "-days", "300", "-subj",
        "/CN=\(address)", "-addext", "subjectAltName=\(subject)", "-config", "ca.cnf")
      return files
    }
    try "subjectAltName=\(subject)\n".write(
      toFile: "\(folder)/\(name).ext", atomically: true, encoding: .utf8)
    try await openssl(
      "req", "-new", "-key", "host.key", "-out", "\(name).csr", "-subj", "/CN=\(address)",
      "-config", "ca.cnf")
    let (begin, end) =
      switch certificate {
      case .good, .wrongHost, .selfSigned: (-30, 300)
      case .endsSoon: (-80, 10)
      case .expired: (-90, -30)
      case .notYet: (30, 90)
      }
    try await openssl(
      "ca", "-batch", "-notext", "-config", "ca.cnf", "-startdate", Self.date(begin), "-enddate",
      Self.date(end), "-extfile", "\(name).ext", "-in", "\(name).csr", "-out", files.certificate)
    return files
  }

  private func openssl(_ arguments: String...) async throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let status = try await withCheckedThrowingContinuation {
      (done: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    guard status == 0 else { throw LocalWebError.openssl(arguments[0], status: status) }
  }

  private static func date(_ days: Int) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "yyyyMMddHHmmss'Z'"
    // Half a day more, so that the days that are left are a whole number all day long.
    return format.string(from: Date().addingTimeInterval(Double(days) * 86_400 + 43_200))
  }

  private static let settings = """
    [ca]
    default_ca = here
    [here]
    database = index.txt
    new_certs_dir = issued
    serial = serial
    certificate = ca.pem
    private_key = ca.key
    default_md = sha256
    policy = any
    unique_subject = no
    [any]
    commonName = supplied
    [req]
    distinguished_name = name
    x509_extensions = authority
    [name]
    [authority]
    basicConstraints = critical,CA:TRUE
    subjectKeyIdentifier = hash
    """
}

/// Why the web could not be started.
public enum LocalWebError: Error, Equatable, Sendable {
  /// The `openssl` program failed at a command.
  case openssl(String, status: Int32)
}
