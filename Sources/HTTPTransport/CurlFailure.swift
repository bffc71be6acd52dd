/// What libcurl says of a transfer that went wrong, as one of our errors.
///
/// Numbers are libcurl's `CURLE_…` (libcurl-errors(3)), `errno`'s, and OpenSSL's `X509_V_ERR_…`
/// (x509_vfy.h): all three are fixed for good.
struct CurlFailure {
  /// libcurl's code.
  var code: Int
  /// What the system said when connecting.
  var systemError: Int32
  /// What OpenSSL said of the certificate.
  var verifyResult: Int
  /// How far the request had come.
  var stage: HTTPStage
  /// libcurl's words.
  var words: String
  /// The limit of header bytes.
  var headerBytesMax: Int

  /// The error that is told to the asker.
  var error: HTTPError {
    switch code {
    case 7: return connecting
    case 6: return .other(code: code, words)
    case 28: return .timedOut(stage)
    // Cut short, HTTP/2's connection or stream broken, nothing came, sending or receiving failed.
    case 16, 18, 52, 55, 92: return .connectionLost
    // Receiving: where the system had nothing to say, chunks that are none.
    case 56: return stage == .receiving && systemError == 0 ? .malformed : .connectionLost
    // HTTP/0.9, a reply that is none, a body whose encoding is broken, fields that cannot be taken
    // apart, a length past all numbers.
    case 1, 8, 23, 43, 61, 63: return .malformed
    // A header line or head that passes libcurl's own limits.
    case 27, 100: return .headersTooLarge(bytesMax: headerBytesMax)
    case 60: return .tls(certificate)
    case 35: return .tls(.handshake)
    default: return .other(code: code, words)
    }
  }

  private var connecting: HTTPError {
    switch systemError {
    case 111: .connectionRefused  // ECONNREFUSED
    case 104, 32: .connectionLost  // ECONNRESET, EPIPE
    case 110: .timedOut(.connecting)  // ETIMEDOUT
    default: .networkUnreachable  // ENETUNREACH, EHOSTUNREACH, EACCES, EADDRNOTAVAIL …
    }
  }

  private var certificate: TLSFault {
    switch verifyResult {
    case 10: .expired
    case 9: .notYetValid
    // libcurl compares the names before it asks OpenSSL for its result, which is then 0 or still 1.
    case 0, 1, 62, 63, 64: .wrongHost
    default: .untrusted
    }
  }
}
