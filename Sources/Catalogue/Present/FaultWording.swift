public import Records

extension Wording {
  /// A fault of the corpus on one line: file, line, field, what is wrong, what would be right.
  public func fault(_ fault: RecordFault) -> String {
    var place = fault.file
    if let line = fault.line { place += ":\(line)" }
    if let field = fault.field { place += ": \(field)" }
    return place + ": " + problem(fault.problem)
  }

  private func problem(_ problem: RecordFault.Problem) -> String {
    switch problem {
    case .malformedYAML(let message):
      say("the YAML is malformed: \(message)", "mae'r YAML yn wallus: \(message)")
    case .noFrontMatter:
      say(
        "expected front matter between two lines ---",
        "disgwyliwyd rhagfater rhwng dwy linell ---")
    case .missingField: say("this field must be there", "rhaid i'r maes hwn fod yno")
    case .unknownField(let nearest):
      say("there is no such field", "nid oes maes o'r enw hwn") + suggestion(nearest)
    case .unknownValue(let found, let nearest):
      say("\(found) is not in the vocabulary", "nid yw \(found) yn yr eirfa") + suggestion(nearest)
    case .badForm(let found, let expected):
      say("found \(found), expected \(expected)", "cafwyd \(found), disgwyliwyd \(expected)")
    case .duplicateID(let id, let firstFile):
      say("the id \(id) is taken by \(firstFile)", "mae'r id \(id) eisoes yn \(firstFile)")
    case .idIsNotFileName(let id):
      say(
        "the id \(id) and the file's name must be the same",
        "rhaid i'r id \(id) ac enw'r ffeil fod yr un fath")
    case .missingContentFile(let name):
      say("there is no content file \(name)", "nid oes ffeil cynnwys \(name)")
    case .unreadableContent(let name, let reason):
      say("\(name) could not be read: \(reason)", "ni ellid darllen \(name): \(reason)")
    case .tooLarge(let bytes, let bytesMax):
      say(
        "the file has \(bytes) bytes, more than \(bytesMax)",
        "mae gan y ffeil \(bytes) o feitiau, mwy na \(bytesMax)")
    case .notUTF8(let offset):
      say("not UTF-8 at byte \(offset)", "nid yw'n UTF-8 ar feit \(offset)")
    case .nulByte(let offset):
      say("a NUL byte at byte \(offset)", "beit NUL ar feit \(offset)")
    case .tooDeep(let depthMax):
      say("nested deeper than \(depthMax)", "wedi'i nythu'n ddyfnach na \(depthMax)")
    case .tooSlow(let secondsMax):
      say("reading took over \(secondsMax) seconds", "cymerodd darllen dros \(secondsMax) eiliad")
    case .unknownFormat(let name, let known):
      say(
        "no reader knows the format of \(name); known are \(known.joined(separator: ", "))",
        "nid oes darllenydd ar gyfer fformat \(name); rhai hysbys: \(known.joined(separator: ", "))"
      )
    case .duplicateField(let firstLine):
      say(
        "this field is there twice; first on line \(firstLine)",
        "mae'r maes hwn yno ddwywaith; gyntaf ar linell \(firstLine)")
    case .anchorOrAlias:
      say(
        "YAML anchors and aliases are not allowed; write the value out",
        "ni chaniateir angorau nac arallenwau YAML; ysgrifennwch y gwerth yn llawn")
    case .unreadable(let reason):
      say("the file could not be read: \(reason)", "ni ellid darllen y ffeil: \(reason)")
    case .partSkipped(let found, let expected):
      say(
        "left out \(found): expected \(expected)",
        "hepgorwyd \(found): disgwyliwyd \(expected)")
    }
  }

  private func suggestion(_ nearest: String?) -> String {
    nearest.map { say("; did you mean \($0)?", "; ai \($0) oedd gennych mewn golwg?") } ?? ""
  }
}
