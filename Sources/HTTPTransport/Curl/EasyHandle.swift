internal import CCurl
internal import Glibc

/// A libcurl easy handle, used for one transfer after another.
///
/// What is the same for all transfers is set once, the rest by ``begin(_:)``: a reset would set it
/// all again each time.
///
/// Invariants of the unsafe part: libcurl calls back only from within `curl_multi_perform` and
/// `curl_multi_remove_handle` on the loop's thread, with the unretained pointer to this object,
/// which the desk keeps alive until the handle is out of the multi handle; bytes handed to a
/// callback live until it returns. Lists given to libcurl live until ``end()``; texts it copies.
@safe final class EasyHandle {
  /// libcurl's handle.
  let handle: UnsafeMutableRawPointer
  /// What it is doing.
  private(set) var transfer: Transfer?

  private let addressGuard: AddressGuard
  private let hasProxy: Bool
  private var headers: UnsafeMutablePointer<curl_slist>?
  private var addresses: UnsafeMutablePointer<curl_slist>?

  /// Makes a handle, or nil where memory is short.
  init?(_ configuration: HTTPTransport.Configuration) {
    guard let handle = unsafe curl_easy_init() else { return nil }
    unsafe self.handle = handle
    addressGuard = configuration.addressGuard
    hasProxy = configuration.proxy != nil
    setOnce(configuration)
  }

  deinit {
    end()
    unsafe curl_easy_cleanup(handle)
  }

  /// The owner of a handle.
  static func owner(of handle: UnsafeMutableRawPointer) -> EasyHandle? {
    var pointer: UnsafeMutablePointer<CChar>?
    guard unsafe ccurl_get_text(handle, CURLINFO_PRIVATE, &pointer) == CURLE_OK else { return nil }
    return unsafe from(UnsafeMutableRawPointer(pointer))
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> EasyHandle? {
    unsafe context.map { unsafe Unmanaged<EasyHandle>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Options

  private func set(_ option: CURLoption, _ value: Int) {
    _ = unsafe ccurl_set_long(handle, option, value)
  }

  private func set(_ option: CURLoption, _ value: String?) {
    _ = unsafe ccurl_set_text(handle, option, value)
  }

  private func setOnce(_ configuration: HTTPTransport.Configuration) {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_NETRC, 0)
    // An empty proxy, unlike none, also rules out the environment's.
    set(CURLOPT_PROXY, configuration.proxy ?? "")
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_USERAGENT, configuration.userAgent)
    set(CURLOPT_ACCEPT_ENCODING, "")
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_CERTINFO, 1)
    // The system's authorities stay trusted through their folder, which is libcurl's default too.
    if let extraCA = configuration.extraCA { set(CURLOPT_CAINFO, extraCA) }
    // What CURLOPT_RESOLVE said never ages into a look-up of libcurl's own.
    set(CURLOPT_DNS_CACHE_TIMEOUT, -1)
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe ccurl_set_pointer(handle, CURLOPT_PRIVATE, context)
    _ = unsafe ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
    _ = unsafe ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    _ = unsafe ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
    _ = unsafe ccurl_set_data_callback(handle, CURLOPT_HEADERFUNCTION) {
      bytes, size, count, context in
      unsafe EasyHandle.from(context)?.header(bytes, size * count) ?? 0
    }
    _ = unsafe ccurl_set_data_callback(handle, CURLOPT_WRITEFUNCTION) {
      bytes, size, count, context in
      unsafe EasyHandle.from(context)?.body(bytes, size * count) ?? 0
    }
    _ = unsafe ccurl_set_socket_callback(handle) { context, _, address in
      unsafe EasyHandle.from(context)?.open(address) ?? -1
    }
  }

  /// Sets all that this transfer alone needs.
  func begin(_ transfer: Transfer) {
    self.transfer = transfer
    let request = transfer.order.request
    set(CURLOPT_URL, request.address.text)
    // Asking for GET also takes NOBODY back.
    switch request.method {
    case .head: set(CURLOPT_NOBODY, 1)
    case .get: set(CURLOPT_HTTPGET, 1)
    }
    set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(request.limits.connectSeconds))
    set(CURLOPT_TIMEOUT_MS, Self.milliseconds(transfer.order.seconds))
    for header in request.headers where Self.isSendable(header) {
      // libcurl takes a field without a value only like this.
      let line = header.value.isEmpty ? header.name + ";" : header.name + ": " + header.value
      unsafe headers = Self.appended(line, to: headers)
    }
    _ = unsafe ccurl_set_list(handle, CURLOPT_HTTPHEADER, headers)
    if !transfer.order.addresses.isEmpty, IPAddress(request.address.host) == nil {
      let list = transfer.order.addresses.map { address in
        if case .v6 = address { "[\(address)]" } else { address.description }
      }
      // Without a plus: the entry replaces an older one and never ages.
      let line = "\(request.address.host):\(request.address.port):" + list.joined(separator: ",")
      unsafe addresses = Self.appended(line, to: nil)
    }
    _ = unsafe ccurl_set_list(handle, CURLOPT_RESOLVE, addresses)
  }

  /// Lets go of what ``begin(_:)`` set.
  func end() {
    transfer = nil
    _ = unsafe ccurl_set_list(handle, CURLOPT_HTTPHEADER, nil)
    _ = unsafe ccurl_set_list(handle, CURLOPT_RESOLVE, nil)
    unsafe curl_slist_free_all(headers)
    unsafe curl_slist_free_all(addresses)
    unsafe headers = nil
    unsafe addresses = nil
  }

  /// Zero would mean libcurl's default.
  private static func milliseconds(_ seconds: Double) -> Int {
    Int(max(1, min(seconds * 1_000, 86_400_000)))
  }

  /// No line break, or a field could become two.
  private static func isSendable(_ header: HTTPHeader) -> Bool {
    !header.name.isEmpty
      && (header.name + header.value).utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  private static func appended(
    _ line: String, to list: UnsafeMutablePointer<curl_slist>?
  ) -> UnsafeMutablePointer<curl_slist>? {
    unsafe curl_slist_append(list, line) ?? list
  }

  // MARK: Callbacks

  private func header(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard transfer != nil, let bytes = unsafe bytes else { return 0 }
    let start = transfer?.head.block.count ?? 0
    let line = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
    unsafe transfer?.head.block.append(contentsOf: line)
    return transfer?.tookHeader(at: start) == true ? count : 0
  }

  private func body(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard let bytes = unsafe bytes, let room = transfer?.room(for: count) else { return 0 }
    let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: room)
    unsafe transfer?.body.append(contentsOf: piece)
    return transfer?.readsOn == true ? count : 0
  }

  /// Opens a socket, unless it would lead where the guard forbids: a proxy's is let be.
  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> Int32 {
    guard let address = unsafe address else { return -1 }
    transfer?.opensConnection = true
    if !hasProxy {
      let length = Int(unsafe address.pointee.addrlen)
      let ip = unsafe withUnsafePointer(to: &address.pointee.addr) { pointer in
        unsafe SocketAddress.address(pointer, length: length)
      }
      guard let ip, addressGuard.allows(ip) else {
        let host = transfer?.order.request.address.host ?? ""
        transfer?.failure = .refusedAddress(host: host, address: ip?.description ?? "")
        return -1
      }
    }
    let kind = unsafe address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return unsafe socket(address.pointee.family, kind, address.pointee.protocol)
  }
}
