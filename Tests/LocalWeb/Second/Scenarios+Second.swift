/// The second table: links on which no rule was made, to measure the rules honestly.
extension Scenarios {
  /// Every corner of the second web.
  static var second: [Corner] {
    secondLiving + secondTraps + secondWordings + secondChanges + secondMoves + secondFiles
      + secondDoors + secondLost + secondOwners + secondDrift
  }
}
