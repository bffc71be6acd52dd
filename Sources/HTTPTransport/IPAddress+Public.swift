/// Which addresses are of the public internet.
///
/// By IANA's registries of special-purpose addresses (RFC 6890 and its updates; "Globally
/// Reachable" is false), with multicast and reserved ranges. A link checker fetches addresses that
/// strangers wrote: those of its own network, or of the cloud that it runs in, must not answer.
extension IPAddress {
  /// Ranges of IPv4 that are not public: the first address and the length of the prefix.
  private static let private4: [(UInt32, Int)] = [
    (0x0000_0000, 8),  // 0/8, this network (RFC 791 §3.2)
    (0x0A00_0000, 8),  // 10/8, private (RFC 1918)
    (0x6440_0000, 10),  // 100.64/10, shared by carriers (RFC 6598)
    (0x7F00_0000, 8),  // 127/8, loopback (RFC 1122 §3.2.1.3)
    (0xA9FE_0000, 16),  // 169.254/16, link-local, clouds' metadata (RFC 3927)
    (0xAC10_0000, 12),  // 172.16/12, private (RFC 1918)
    (0xC000_0000, 24),  // 192.0.0/24, protocol assignments (RFC 6890 §2.1)
    (0xC000_0200, 24),  // 192.0.2/24, documentation (RFC 5737)
    (0xC058_6300, 24),  // 192.88.99/24, 6to4 relays, deprecated (RFC 7526)
    (0xC0A8_0000, 16),  // 192.168/16, private (RFC 1918)
    (0xC612_0000, 15),  // 198.18/15, benchmarking (RFC 2544)
    (0xC633_6400, 24),  // 198.51.100/24, documentation (RFC 5737)
    (0xCB00_7100, 24),  // 203.0.113/24, documentation (RFC 5737)
    (0xE000_0000, 4),  // 224/4, multicast (RFC 5771)
    (0xF000_0000, 4),  // 240/4, reserved, and the broadcast address (RFC 1112 §4, RFC 8190)
  ]

  /// Ranges within 2000::/3 that are not public: the upper half and the length of the prefix.
  private static let private6: [(UInt64, Int)] = [
    (0x2001_0000_0000_0000, 32),  // Teredo (RFC 4380): a tunnel to an IPv4 address and port
    (0x2001_0002_0000_0000, 48),  // benchmarking (RFC 5180)
    (0x2001_0010_0000_0000, 28),  // ORCHID, deprecated (RFC 4843)
    (0x2001_0020_0000_0000, 28),  // ORCHIDv2 (RFC 7343)
    (0x2001_0DB8_0000_0000, 32),  // documentation (RFC 3849)
    (0x3FFF_0000_0000_0000, 20),  // documentation (RFC 9637)
  ]

  /// Whether the address is of the public internet.
  ///
  /// Of IPv6 only 2000::/3 was ever given out (IANA, "IPv6 Global Unicast Address Assignments"), so
  /// that ::, ::1, 100::/64, 64:ff9b:1::/48, fc00::/7, fe80::/10, fec0::/10 and ff00::/8 need no
  /// row. Forms that carry an IPv4 address (mapped, compatible, NAT64's 64:ff9b::/96, 6to4) are
  /// judged by it.
  public var isPublic: Bool {
    switch self {
    case .v4(let bits):
      return !Self.clouds4.contains(bits)
        && !Self.private4.contains { bits >> (32 - UInt32($0.1)) == $0.0 >> (32 - UInt32($0.1)) }
    case .v6(let upper, _):
      if let inner = embedded { return inner.isPublic }
      guard upper >> 61 == 0b001 else { return false }
      if upper >> 48 == 0x2002 {
        return IPAddress.v4(UInt32(truncatingIfNeeded: upper >> 16)).isPublic
      }
      return !Self.private6.contains { upper >> (64 - UInt64($0.1)) == $0.0 >> (64 - UInt64($0.1)) }
    }
  }

  /// Addresses of version 4 at which clouds answer their own machines: Azure, Alibaba, Oracle.
  private static let clouds4: [UInt32] = [0xA83F_8110, 0x6464_64C8, 0xC000_00C0]

  /// Whether the address only means something on its own wire: 169.254/16 (RFC 3927), fe80::/10
  /// (RFC 4291 §2.5.6), and those where clouds hand out their keys.
  public var isLinkLocal: Bool {
    switch self {
    case .v4(let bits): return bits >> 16 == 0xA9FE || Self.clouds4.contains(bits)
    case .v6(let upper, let lower):
      if let inner = embedded { return inner.isLinkLocal }
      if upper >> 48 == 0x2002 {
        return IPAddress.v4(UInt32(truncatingIfNeeded: upper >> 16)).isLinkLocal
      }
      return upper >> 54 == 0xFE80 >> 6 || upper == 0xFD00_0EC2_0000_0000 && lower == 0x254
    }
  }

  /// The IPv4 address in the last four bytes, where the form says that there is one.
  private var embedded: IPAddress? {
    guard case .v6(let upper, let lower) = self else { return nil }
    let isMapped = upper == 0 && lower >> 32 == 0xFFFF  // ::ffff:0:0/96 (RFC 4291 §2.5.5.2)
    let isCompatible = upper == 0 && lower >> 32 == 0 && lower > 1  // ::/96 (RFC 4291 §2.5.5.1)
    let isNAT64 = upper == 0x0064_FF9B_0000_0000 && lower >> 32 == 0  // RFC 6052 §2.1
    return isMapped || isCompatible || isNAT64 ? .v4(UInt32(truncatingIfNeeded: lower)) : nil
  }
}
