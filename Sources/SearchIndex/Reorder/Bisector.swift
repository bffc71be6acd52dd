import Glibc

/// Splits partitions of documents into halves, one after another, in memory of its own.
///
/// A split works on a copy of the partition's lists without the terms that only one of its
/// documents has, or all: wherever the documents go, these cost the same. The other terms have
/// numbers of the partition's own, so that what is known of them lies together.
struct Bisector {
  /// The most rounds of moving documents; most splits end before.
  static let roundsMax = 20

  private let forward: ForwardIndex
  private let gapBits: GapBits
  /// By term: in the partition, first how many documents have it, then its number there plus 1,
  /// or 0.
  private var numbers: [UInt32]
  /// The terms of the partition.
  private var met: [UInt32] = []
  /// The lists of the partition's documents, by numbers of the partition.
  private var terms: [UInt32] = []
  private var starts: [Int] = []
  /// By number: how many documents of the partition have the term, and of its left half.
  private var counts: [UInt32] = []
  private var leftCounts: [UInt32] = []
  /// By number: what a document of the left half says for the right with the term; then all for
  /// one of the right half.
  private var pulls: [Float] = []
  /// By place in the partition: whether the document is in the right half.
  private var isRight: [Bool] = []
  private var ranks = RankedPlaces()

  /// Prepares to split partitions of the documents of `forward`.
  init(_ forward: ForwardIndex, _ gapBits: GapBits) {
    self.forward = forward
    self.gapBits = gapBits
    numbers = [UInt32](repeating: 0, count: forward.termCount)
  }

  /// Splits the documents `docs[range]` so that the left half comes first, each half in the order
  /// in which its documents were; where the right half begins.
  ///
  /// In a round all documents that would rather be on the other side are ranked, and pairs change
  /// sides as long as a pair saves bits together: which is to say that the half with the
  /// higher ranks becomes the right.
  mutating func split(_ docs: inout [DocID], _ range: Range<Int>) -> Int {
    let rightCount = range.count - range.count / 2
    let leftCount = range.count - rightCount
    copyLists(docs, range)
    isRight.removeAll(keepingCapacity: true)
    for place in 0..<range.count { isRight.append(place >= leftCount) }
    countLeft(leftCount)
    let bias = log2(Float(leftCount)) - log2(Float(rightCount))
    for _ in 0..<Self.roundsMax {
      pull(bias)
      Self.rank(terms, starts, pulls, isRight, into: &ranks)
      guard moveAcross(leftCount) else { break }
    }
    let parted = range.map { docs[$0] }
    var left = range.lowerBound
    var right = left + leftCount
    for (place, docID) in parted.enumerated() {
      if isRight[place] {
        docs[right] = docID
        right += 1
      } else {
        docs[left] = docID
        left += 1
      }
    }
    return left
  }

  /// Makes the partition's lists.
  private mutating func copyLists(_ docs: [DocID], _ range: Range<Int>) {
    met.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    let all = forward.terms
    for place in range {
      let docID = Int(docs[place])
      for index in Int(forward.starts[docID])..<Int(forward.starts[docID + 1]) {
        let term = Int(all[index])
        if numbers[term] == 0 { met.append(UInt32(term)) }
        numbers[term] += 1
      }
    }
    for term in met {
      let count = numbers[Int(term)]
      if count > 1, count < range.count {
        counts.append(count)
        numbers[Int(term)] = UInt32(counts.count)
      } else {
        numbers[Int(term)] = 0
      }
    }
    for place in range {
      let docID = Int(docs[place])
      for index in Int(forward.starts[docID])..<Int(forward.starts[docID + 1]) {
        let number = numbers[Int(all[index])]
        if number > 0 { terms.append(number - 1) }
      }
      starts.append(terms.count)
    }
    for term in met { numbers[Int(term)] = 0 }
  }

  private mutating func countLeft(_ leftCount: Int) {
    leftCounts.removeAll(keepingCapacity: true)
    leftCounts.append(contentsOf: repeatElement(0, count: counts.count))
    for index in 0..<starts[leftCount] { leftCounts[Int(terms[index])] += 1 }
    pulls.removeAll(keepingCapacity: true)
    pulls.append(contentsOf: repeatElement(0, count: 2 * counts.count))
  }

  /// Finds for each term by how many bits its lists get shorter when a document of the left half
  /// goes to the right, and by how many they get longer when one of the right goes to the left.
  ///
  /// `bias` is what the halves' lengths make of it.
  private mutating func pull(_ bias: Float) {
    let steps = gapBits.steps
    for number in counts.indices {
      let left = Int(leftCounts[number])
      let right = Int(counts[number]) - left
      // A half without the term has no document that asks.
      if left > 0 { pulls[number] = bias + steps[right] - steps[left - 1] }
      if right > 0 { pulls[counts.count + number] = bias + steps[right - 1] - steps[left] }
    }
  }

  /// Adds up for each document what its terms say.
  private static func rank(
    _ terms: [UInt32], _ starts: [Int], _ pulls: [Float], _ isRight: [Bool],
    into ranks: inout RankedPlaces
  ) {
    let (terms, starts, pulls) = (terms.span, starts.span, pulls.span)
    ranks.removeAll()
    let half = pulls.count / 2
    for place in isRight.indices {
      let base = isRight[place] ? half : 0
      var sum: Float = 0
      for index in starts[place]..<starts[place + 1] { sum += pulls[base + Int(terms[index])] }
      ranks.add(place, sum, isRight: isRight[place])
    }
  }

  /// Makes the places of the lowest ranks the left half; whether that changed anything.
  private mutating func moveAcross(_ leftCount: Int) -> Bool {
    ranks.part(at: leftCount)
    var isChanged = false
    for index in 0..<ranks.count {
      let (place, wasRight) = ranks.place(index)
      guard wasRight != (index >= leftCount) else { continue }
      isChanged = true
      isRight[place].toggle()
      for index in starts[place]..<starts[place + 1] {
        if wasRight {
          leftCounts[Int(terms[index])] += 1
        } else {
          leftCounts[Int(terms[index])] -= 1
        }
      }
    }
    return isChanged
  }
}
