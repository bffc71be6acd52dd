/// Counts how often a phrase stands in one document.
///
/// With each word's place taken off its positions, an exact match is a number that occurs in every
/// word's list; a sloppy match is a choice of one number a word whose largest and smallest differ by
/// at most `slop`. For every number that is the smallest of such a choice the closest choice is
/// taken, and the phrase's frequency grows by 1 / (1 + difference): for slop 0 this counts matches.
/// Where the words must come in their order, the numbers of a choice must not descend.
struct PhraseFrequency {
  /// By word: its positions in the document less its place, ascending, without repeats.
  private var starts: [[Int]]
  /// By word: the place in `starts` up to which all numbers are too small for now.
  private var passed: [Int]
  private let slop: Int
  private let isOrdered: Bool

  /// - Precondition: at least one word, `slop` not negative.
  init(wordCount: Int, slop: Int, isOrdered: Bool = false) {
    starts = [[Int]](repeating: [], count: wordCount)
    passed = [Int](repeating: 0, count: wordCount)
    self.slop = slop
    self.isOrdered = isOrdered
  }

  /// Forgets the positions.
  mutating func removeAll() {
    for word in starts.indices { starts[word].removeAll(keepingCapacity: true) }
  }

  /// Adds the positions of one of the terms that may stand for `word`.
  mutating func add(_ positions: [UInt32], word: Int, place: Int) {
    for position in positions { starts[word].append(Int(position) - place) }
  }

  /// The frequency by the positions added since `removeAll()`; 0 means no match.
  mutating func frequency() -> Float {
    for word in starts.indices {
      sort(word)
      passed[word] = 0
    }
    return isOrdered ? orderedFrequency() : freeFrequency()
  }

  /// For every number of the first word, the choice that goes on with the least number of each word
  /// that does not descend: none ends earlier.
  private mutating func orderedFrequency() -> Float {
    var frequency: Float = 0
    for first in starts[0] {
      var last = first
      for word in starts.indices.dropFirst() {
        while passed[word] < starts[word].count, starts[word][passed[word]] < last {
          passed[word] += 1
        }
        guard passed[word] < starts[word].count else { return frequency }
        last = starts[word][passed[word]]
      }
      if last - first <= slop { frequency += 1 / Float(1 + last - first) }
    }
    return frequency
  }

  private mutating func freeFrequency() -> Float {
    var frequency: Float = 0
    var smallest = Int.min
    while true {
      // The next number, in order, that any word has; each is a possible smallest of a match.
      var next = Int.max
      for word in starts.indices {
        while passed[word] < starts[word].count, starts[word][passed[word]] <= smallest {
          passed[word] += 1
        }
        // A word that has nothing left can be part of no further match.
        guard passed[word] < starts[word].count else { return frequency }
        next = min(next, starts[word][passed[word]])
      }
      smallest = next
      var largest = next
      for word in starts.indices { largest = max(largest, starts[word][passed[word]]) }
      if largest - smallest <= slop { frequency += 1 / Float(1 + largest - smallest) }
    }
  }

  /// Puts the positions of several terms of one word into one ascending list without repeats.
  private mutating func sort(_ word: Int) {
    var isAscending = true
    for index in starts[word].indices.dropFirst()
    where starts[word][index] <= starts[word][index - 1] {
      isAscending = false
      break
    }
    guard !isAscending else { return }
    starts[word].sort()
    var kept = 0
    for index in starts[word].indices.dropFirst()
    where starts[word][index] != starts[word][kept] {
      kept += 1
      starts[word][kept] = starts[word][index]
    }
    starts[word].removeLast(starts[word].count - kept - 1)
  }
}
