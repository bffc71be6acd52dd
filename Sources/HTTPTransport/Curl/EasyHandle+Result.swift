internal import CCurl

/// What libcurl knows of a transfer that has ended.
///
/// Invariants of the unsafe part: texts and lists that `curl_easy_getinfo` hands out belong to the
/// handle and are copied at once.
extension EasyHandle {
  /// The response, or what went wrong; `facts` remembers certificates by server.
  func result(
    _ code: CURLcode, facts: inout [String: TLSFacts]
  ) -> Result<HTTPResponse, HTTPError> {
    guard let transfer else { return .failure(.cancelled) }
    if let failure = transfer.failure { return .failure(failure) }
    // A body that ends before its time is shown by browsers as far as it came.
    let isShort = code == CURLE_PARTIAL_FILE && !transfer.body.isEmpty
    guard code == CURLE_OK || transfer.isCut || isShort else {
      return .failure(error(code, transfer))
    }
    // libcurl takes an end within the head for a success.
    guard let head = transfer.head.head else {
      return .failure(transfer.head.block.isEmpty ? .malformed : .connectionLost)
    }
    return .success(
      HTTPResponse(
        head: head, body: transfer.body, isCut: transfer.isCut || isShort, version: version,
        peer: text(CURLINFO_PRIMARY_IP) ?? "",
        tls: tls(of: transfer.order.request.address, &facts),
        milliseconds: time(CURLINFO_TOTAL_TIME_T) / 1_000))
  }

  private func error(_ code: CURLcode, _ transfer: Transfer) -> HTTPError {
    let hasConnected = !transfer.opensConnection || time(CURLINFO_PRETRANSFER_TIME_T) > 0
    let stage: HTTPStage =
      transfer.head.count > 0 ? .receiving : hasConnected ? .waiting : .connecting
    return CurlFailure(
      code: Int(code.rawValue), systemError: Int32(truncatingIfNeeded: number(CURLINFO_OS_ERRNO)),
      verifyResult: number(CURLINFO_SSL_VERIFYRESULT), stage: stage,
      words: unsafe String(cString: curl_easy_strerror(code)),
      headerBytesMax: transfer.order.request.limits.headerBytesMax
    ).error
  }

  private var version: String {
    switch number(CURLINFO_HTTP_VERSION) {
    case Int(CURL_HTTP_VERSION_1_0): "1.0"
    case Int(CURL_HTTP_VERSION_2_0): "2"
    case Int(CURL_HTTP_VERSION_3): "3"
    default: "1.1"
    }
  }

  private func tls(of address: HTTPAddress, _ facts: inout [String: TLSFacts]) -> TLSFacts? {
    guard address.scheme == "https" else { return nil }
    guard let new = leaf() else { return facts[address.origin] }
    facts[address.origin] = new
    return new
  }

  /// The facts of the server's own certificate, which comes first.
  private func leaf() -> TLSFacts? {
    var list: UnsafeMutablePointer<curl_certinfo>?
    guard unsafe ccurl_get_certificates(handle, &list) == CURLE_OK, let list = unsafe list,
      unsafe list.pointee.num_of_certs > 0, let certificates = unsafe list.pointee.certinfo
    else { return nil }
    var lines: [String] = []
    var entry = unsafe certificates[0]
    while let line = unsafe entry {
      if let data = unsafe line.pointee.data { unsafe lines.append(String(cString: data)) }
      unsafe entry = line.pointee.next
    }
    return TLSFacts(certificateLines: lines)
  }

  private func number(_ info: CURLINFO) -> Int {
    var value = 0
    return unsafe ccurl_get_long(handle, info, &value) == CURLE_OK ? value : 0
  }

  /// Microseconds.
  private func time(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    return unsafe ccurl_get_time(handle, info, &value) == CURLE_OK ? Int(value) : 0
  }

  private func text(_ info: CURLINFO) -> String? {
    var pointer: UnsafeMutablePointer<CChar>?
    guard unsafe ccurl_get_text(handle, info, &pointer) == CURLE_OK, let pointer = unsafe pointer
    else { return nil }
    return unsafe String(cString: pointer)
  }
}
