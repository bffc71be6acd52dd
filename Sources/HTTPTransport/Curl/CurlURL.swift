internal import CCurl

/// libcurl's reading of addresses, the same as its transfers': no two parsers that could disagree.
///
/// Invariants of the unsafe part: a handle lives from `curl_url` to `curl_url_cleanup` within one
/// call; each text that libcurl hands out is copied, then freed by `curl_free`; texts handed in are
/// NUL-terminated copies made by Swift for the call, and libcurl copies them.
enum CurlURL {
  /// An address in parts, percent-encoded but for the host.
  struct Parts {
    var scheme: String
    var host: String
    var zone: String?
    var port: Int?
    var path: String
    var query: String?
    var fragment: String?
    var hasCredentials: Bool
  }

  /// The parts of `text`, read against `base` where there is one; nil where libcurl refuses them.
  ///
  /// - Precondition: both are ASCII without control characters (``AddressReader``).
  static func parts(of text: String, base: String?) -> Parts? {
    guard let handle = unsafe curl_url() else { return nil }
    defer { unsafe curl_url_cleanup(handle) }
    if let base {
      guard unsafe curl_url_set(handle, CURLUPART_URL, base, 0) == CURLUE_OK else { return nil }
    }
    guard unsafe curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK,
      let scheme = unsafe part(CURLUPART_SCHEME, of: handle),
      let host = unsafe part(CURLUPART_HOST, of: handle)
    else { return nil }
    return unsafe Parts(
      scheme: scheme, host: host, zone: part(CURLUPART_ZONEID, of: handle),
      port: part(CURLUPART_PORT, of: handle).flatMap { Int($0) },
      path: part(CURLUPART_PATH, of: handle) ?? "/", query: part(CURLUPART_QUERY, of: handle),
      fragment: part(CURLUPART_FRAGMENT, of: handle),
      hasCredentials: part(CURLUPART_USER, of: handle) != nil
        || part(CURLUPART_PASSWORD, of: handle) != nil)
  }

  private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, part, &text, 0) == CURLUE_OK, let text = unsafe text else {
      return nil
    }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }
}
