/// The frequency of a phrase by its definition.
///
/// Every choice of one number a word is tried (`starts`: by word, its positions less its place); the
/// choices that spread over at most `slop` are matches; of those that share their smallest number
/// the tightest counts, 1 / (1 + spread). Where `isOrdered`, only choices that do not descend are tried.
func sloppyFrequency(_ starts: [[Int]], slop: Int, isOrdered: Bool = false) -> Float {
  var choices: [(smallest: Int, largest: Int)] = [(.max, .min)]
  for word in starts {
    choices = choices.flatMap { choice in
      word.filter { !isOrdered || $0 >= choice.largest }
        .map { (min(choice.smallest, $0), max(choice.largest, $0)) }
    }
  }
  var tightest: [Int: Int] = [:]
  for (smallest, largest) in choices where largest - smallest <= slop {
    tightest[smallest] = min(tightest[smallest] ?? .max, largest - smallest)
  }
  var sum: Float = 0
  for smallest in tightest.keys.sorted() { sum += 1 / Float(1 + (tightest[smallest] ?? 0)) }
  return sum
}
