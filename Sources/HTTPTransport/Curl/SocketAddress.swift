// CCurl too: its headers bring some of the same declarations, and Swift asks for both.
internal import CCurl
internal import Glibc

/// IP addresses as the system's calls have them.
///
/// Invariants of the unsafe part: a `sockaddr` is read as the kind that its family names, and only
/// where it is as long as that kind; texts are NUL-terminated, and buffers of `INET6_ADDRSTRLEN`
/// bytes hold every address.
enum SocketAddress {
  /// Reads an address as text.
  static func address(_ text: String) -> IPAddress? {
    var four = in_addr()
    if unsafe inet_pton(AF_INET, text, &four) == 1 { return .v4(UInt32(bigEndian: four.s_addr)) }
    var six = in6_addr()
    guard unsafe inet_pton(AF_INET6, text, &six) == 1 else { return nil }
    return address(six)
  }

  /// Reads the address of a `sockaddr` of `length` bytes; nil for other families.
  static func address(_ pointer: UnsafePointer<sockaddr>, length: Int) -> IPAddress? {
    let raw = unsafe UnsafeRawPointer(pointer)
    switch unsafe Int32(pointer.pointee.sa_family) {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
      let four = unsafe raw.loadUnaligned(as: sockaddr_in.self)
      return .v4(UInt32(bigEndian: four.sin_addr.s_addr))
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
      let six = unsafe raw.loadUnaligned(as: sockaddr_in6.self)
      return address(six.sin6_addr)
    default: return nil
    }
  }

  /// Writes an address as text.
  static func text(_ address: IPAddress) -> String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    switch address {
    case .v4(let bits):
      var four = in_addr(s_addr: bits.bigEndian)
      _ = unsafe inet_ntop(AF_INET, &four, &buffer, socklen_t(buffer.count))
    case .v6(let upper, let lower):
      var six = (upper.bigEndian, lower.bigEndian)
      _ = unsafe inet_ntop(AF_INET6, &six, &buffer, socklen_t(buffer.count))
    }
    return String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func address(_ six: in6_addr) -> IPAddress {
    unsafe withUnsafeBytes(of: six) { bytes in
      .v6(
        UInt64(bigEndian: unsafe bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }
}
