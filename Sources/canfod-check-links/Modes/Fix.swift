import Catalogue
import HTTPTransport
import LinkCheck
import Records
import Terminal

/// Writes the new addresses of what moved for good within its site into the records.
struct Fix {
  /// The largest record file that is changed.
  private static let bytesMax = 4 << 20

  private let options: CheckLinksOptions
  private let history: LinkHistory

  /// Mends what `history` knows to have moved.
  init(_ options: CheckLinksOptions, history: LinkHistory) {
    self.options = options
    self.history = history
  }

  /// Shows each change as a diff and makes it.
  func run(_ links: Links, on console: Console) throws -> ExitStatus {
    let corpus = options.basics.corpus
    let memories = try history.memories(of: links.targets.map(\.url))
    var edits: [RecordEdit] = []
    for target in links.targets {
      guard let status = memories[target.url]?.status, status.state == .moved,
        let new = status.replacement, isOneSite(status.url, new)
      else { continue }
      for record in target.records {
        let text = try TextFile.read(record.file, bytesMax: Self.bytesMax)
        if let edit = RecordEdit(file: record.file, text: text, old: target.url, new: new) {
          edits.append(edit)
        }
      }
    }
    guard !edits.isEmpty else {
      console.paragraph(StyledText(console.wording.nothingToFix))
      return .done
    }
    let tree = WorkTree.state(of: corpus)
    guard tree == .clean else {
      let words = console.wording.notFixed(tree, corpus)
      console.tell(code: "EUNCLEAN", words.message, hint: words.hint)
      return .cannotWrite
    }
    for edit in edits {
      console.lines(edit.diff.split(separator: "\n").map { PlainText.clean(String($0)) })
      let text = try TextFile.read(edit.file, bytesMax: Self.bytesMax)
      try TextFile.write(edit.applied(to: text), to: edit.file)
    }
    console.paragraph(StyledText(console.wording.fixed(edits.count)))
    return .done
  }

  private func isOneSite(_ old: String, _ new: String) -> Bool {
    guard let old = HTTPAddress(old), let new = HTTPAddress(new) else { return false }
    return Site.isSame(old, new)
  }
}
