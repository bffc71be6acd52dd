internal import CPSL

/// The part of a host name that somebody registered, by the public suffix list within libpsl.
///
/// Invariants of the unsafe part: libpsl's built-in list is constant data that is never freed; what
/// `psl_registrable_domain` returns points into the name handed in, so it is copied before that
/// copy ends.
public enum RegistrableDomain {
  /// The registrable domain of `host`, such as `cymru.example` of `www.cymru.example`; nil for an
  /// IP address and for a bare suffix such as `co.uk`.
  ///
  /// - Precondition: `host` is in lower case, as ``HTTPAddress/host`` is.
  public static func of(_ host: String) -> String? {
    guard IPAddress(host) == nil else { return nil }
    return unsafe host.withCString { name in
      guard let domain = unsafe psl_registrable_domain(psl_builtin(), name) else { return nil }
      return unsafe String(cString: domain)
    }
  }
}
