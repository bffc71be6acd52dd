/// Texts as words of a shell's command line.
public enum ShellWord {
  /// `text` as one word for POSIX shells: in single quotes where it has anything that they might read.
  public static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_.,:/+@%=".unicodeScalars.contains(scalar)
    }
    guard text.isEmpty || !isPlain else { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
