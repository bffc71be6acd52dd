/// Puts a sign in the place of what differs from run to run, from disk to disk or from one tuning of
/// the ranking to the next.
enum Placeholders {
  static func put(into text: String) -> String {
    text.replacing(/"(ms|score|generation|size|bytes)":[0-9.]+/) { "\"\($0.1)\":#" }
      .replacing(/(generation|cenhedlaeth) [0-9]+/) { "\($0.1) #" }
      .replacing(/(Index generation|Cenhedlaeth y mynegai): [0-9]+/) { "\($0.1): #" }
      .replacing(/[0-9]+ (bytes|beit|o feitiau)/) { "# \($0.1)" }
      .replacing(/[0-9]+ (files|o ffeiliau)/) { "# \($0.1)" }
      .replacing(/process [0-9]+/, with: "process #")
      // Progress is told only where a build takes long.
      .replacing(/[0-9]+ of [0-9]+ records read\n|darllenwyd [0-9]+ o [0-9]+ cofnod\n/, with: "")
  }
}
