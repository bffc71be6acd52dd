/// The head of an answer: its status and header fields.
public struct HTTPHead: Sendable, Hashable {
  /// The status code, such as 200, 301 or 999.
  public var status: Int
  /// The header fields in the order in which they came.
  public var headers: [HTTPHeader]

  /// Makes a head.
  public init(status: Int, headers: [HTTPHeader] = []) {
    self.status = status
    self.headers = headers
  }

  /// The first field called `name`, in whatever case.
  public subscript(_ name: String) -> String? {
    let wanted = name.lowercased()
    return headers.first { $0.name.lowercased() == wanted }?.value
  }

  /// All fields called `name`, in whatever case.
  public func all(_ name: String) -> [String] {
    let wanted = name.lowercased()
    return headers.filter { $0.name.lowercased() == wanted }.map(\.value)
  }

  /// The media type in lower case without its parameters, such as `text/html`.
  public var mediaType: String? {
    self["content-type"].map { value in
      String(value.prefix { $0 != ";" }).lowercased().filter { !$0.isWhitespace }
    }
  }

  /// The same head with another media type.
  public func called(_ mediaType: String) -> HTTPHead {
    var head = self
    head.headers.removeAll { $0.name.lowercased() == "content-type" }
    head.headers.append(HTTPHeader("Content-Type", mediaType))
    return head
  }

  /// The charset that the media type names.
  public var charset: String? {
    guard let value = self["content-type"] else { return nil }
    for parameter in value.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "charset" else {
        continue
      }
      return String(parts[1].filter { $0 != "\"" && $0 != " " })
    }
    return nil
  }
}

/// One answer.
public struct HTTPResponse: Sendable, Hashable {
  /// Its status and header fields.
  public var head: HTTPHead
  /// The body, decompressed; empty for a HEAD.
  public var body: [UInt8]
  /// Whether the body was cut off: at its limit, because it was not wanted, or by the server.
  public var isCut: Bool
  /// The version of HTTP: `1.0`, `1.1`, `2`.
  public var version: String
  /// The IP address that answered.
  public var peer: String
  /// What is known of the certificate, over https.
  public var tls: TLSFacts?
  /// Milliseconds from the request to the end.
  public var milliseconds: Int

  /// Makes a response.
  public init(
    head: HTTPHead, body: [UInt8] = [], isCut: Bool = false, version: String = "1.1",
    peer: String = "", tls: TLSFacts? = nil, milliseconds: Int = 0
  ) {
    self.head = head
    self.body = body
    self.isCut = isCut
    self.version = version
    self.peer = peer
    self.tls = tls
    self.milliseconds = milliseconds
  }
}

/// What is known of the certificate with which a server showed who it is.
public struct TLSFacts: Sendable, Hashable {
  /// When it ends, in seconds since 1970.
  public var notAfter: Int64
  /// Who issued it, as the certificate writes it.
  public var issuer: String

  /// Makes facts.
  public init(notAfter: Int64, issuer: String) {
    self.notAfter = notAfter
    self.issuer = issuer
  }
}
