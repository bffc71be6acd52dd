internal import CIDN2

/// International host names in ASCII, by libidn2, which libcurl also uses.
///
/// (libcurl's own conversion reads the name in the process's locale, which is C in a service.)
///
/// Invariants of the unsafe part: the name handed in is a NUL-terminated copy made by Swift for the
/// call; what libidn2 hands out is copied, then freed by `idn2_free`.
enum InternationalName {
  /// The ASCII form of `name` by UTS #46 without transitional rules, as browsers do; nil where
  /// there is none.
  static func ascii(_ name: String) -> String? {
    let flags = Int32(IDN2_NONTRANSITIONAL.rawValue | IDN2_NFC_INPUT.rawValue)
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe idn2_to_ascii_8z(name, &text, flags) == IDN2_OK.rawValue,
      let text = unsafe text
    else { return nil }
    defer { unsafe idn2_free(text) }
    return unsafe String(cString: text)
  }
}
