import Records

/// Reads the terms of the field: English, Welsh, and where the pair was checked.
///
///     file = "english" TAB "welsh" TAB "checked in" LF *( line LF )
///     line = english TAB welsh [ TAB where ]
///
/// Of several lines with the same English term, or the same Welsh one, each gives an alternative. What
/// stands between brackets at a term's end tells it from others for people, and is not searched for:
/// `Welsh (language)`.
enum TermPairsFile {
  /// The first line.
  static let header = "english\twelsh\tchecked in"
  /// The longest term, in bytes.
  static let termBytesMax = 200
  /// The most pairs.
  static let pairsMax = 10_000

  /// The pairs of `bytes` in order, and what is wrong.
  static func pairs(_ bytes: [UInt8], file: String) -> ([TermPair], [RecordFault]) {
    let text: String
    do throws(ContentFault) {
      text = try SourceText.read(bytes)
    } catch {
      return ([], [RecordFault(file: file, line: error.line, problem: error.problem)])
    }
    var pairs: [TermPair] = []
    var faults: [RecordFault] = []
    var firstLines: [TermPair: Int] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let number = index + 1
      func fault(_ field: String?, _ problem: RecordFault.Problem) {
        faults.append(RecordFault(file: file, line: number, field: field, problem: problem))
      }
      if number == 1 {
        if line != header { fault(nil, .badForm(found: String(line), expected: header)) }
        continue
      }
      guard !line.isEmpty else { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard (2...3).contains(columns.count) else {
        fault(nil, .badForm(found: String(line), expected: "english TAB welsh TAB checked in"))
        continue
      }
      guard pairs.count < pairsMax else {
        fault(nil, .badForm(found: "\(pairs.count + 1)", expected: "≤ \(pairsMax)"))
        break
      }
      let terms = [("english", columns[0]), ("welsh", columns[1])].map { name, column in
        let term = searched(column)
        if !term.contains(where: \.isLetter) || term.utf8.count > termBytesMax {
          fault(
            name, .badForm(found: String(column), expected: "a term of 1–\(termBytesMax) bytes"))
        }
        return term
      }
      let pair = TermPair(english: terms[0], welsh: terms[1])
      if let first = firstLines[pair] {
        fault(nil, .duplicateField(firstLine: first))
      } else {
        firstLines[pair] = number
        pairs.append(pair)
      }
    }
    return (pairs, faults)
  }

  /// A column without blanks at its ends, and without a remark between brackets at its end.
  private static func searched(_ column: Substring) -> String {
    var term = column
    func trim() {
      while term.last?.isWhitespace == true { term.removeLast() }
      while term.first?.isWhitespace == true { term.removeFirst() }
    }
    trim()
    if term.last == ")", let open = term.lastIndex(of: "(") {
      term = term[..<open]
      trim()
    }
    return String(term)
  }
}
