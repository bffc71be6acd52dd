internal import HTTPTransport
internal import Markup

/// Whether the fragment of an address leads somewhere on its page.
enum Fragment {
  /// Whether `fragment`, as it is written in the address, leads to something in `page` (HTML standard,
  /// "scroll to the fragment").
  ///
  /// What scripts read is let pass: text fragments, routes of one-page sites, tracking.
  static func leadsSomewhere(_ fragment: String, in page: PageFacts) -> Bool {
    let landmarks = page.landmarks
    guard landmarks.hasAllAnchors, !fragment.isEmpty,
      !fragment.hasPrefix("!"), !fragment.hasPrefix("/"), !fragment.hasPrefix(":~:"),
      !fragment.contains("="), page.words.count >= SoftNotFound.shellWords
    else { return true }
    let decoded = percentDecoded(fragment)
    return decoded.lowercased() == "top" || landmarks.anchors.contains(fragment)
      || landmarks.anchors.contains(decoded)
  }

  /// `%C5%B7` as `ŷ`; text that is not so encoded stays as it is.
  static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
