internal import Records

extension StoredResource {
  /// The members that a resource has in any case.
  private static let required: Set<String> = [
    "id", "work", "title", "titleStatus", "description", "publisher", "creator", "commissionedBy",
    "language", "audience", "topics", "accessibility", "status", "sources", "content", "body",
  ]

  /// Reads the resource of stored bytes and, beside its members, the link.
  ///
  /// The same as decoding it, and a test holds it to that. Members that are not known are passed over.
  init(json bytes: [UInt8]) throws(JSONReader.Fault) {
    var reader = JSONReader(bytes)
    guard let id = ResourceID("id") else { throw JSONReader.Fault() }
    var resource = Resource(id: id, work: id)
    var link: ResourceLink?
    var missing = Self.required
    try reader.object { (name, reader) throws(JSONReader.Fault) in
      let isRequired = missing.remove(name) != nil
      if !isRequired, reader.null() { return }
      if name == "link" {
        link = try ResourceLink(&reader)
      } else {
        try resource.read(name, &reader)
      }
    }
    try reader.end()
    guard missing.isEmpty else { throw JSONReader.Fault() }
    self.init(resource, checked: link)
  }
}

extension Resource {
  /// Reads the member called `name`.
  fileprivate mutating func read(
    _ name: String, _ reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    switch name {
    case "id": id = try reader.value(ResourceID.init)
    case "work": work = try reader.value(ResourceID.init)
    case "title": title = try BilingualText(&reader)
    case "titleStatus": titleStatus = try TitleStatuses(&reader)
    case "description": description = try BilingualText(&reader)
    case "url": url = try reader.string()
    case "urlStatus": urlStatus = try reader.string()
    case "publisher": publisher = try reader.strings()
    case "creator": creator = try reader.strings()
    case "commissionedBy": commissionedBy = try reader.strings()
    case "published": published = try reader.value(PartialDate.init)
    case "language":
      language = try reader.array { (reader) throws(JSONReader.Fault) in
        try reader.value { LanguageTag($0) }
      }
    case "kind": kind = try reader.string()
    case "audience": audience = try reader.strings()
    case "ageRange": ageRange = try reader.value { AgeRange($0) }
    case "ageOf": ageOf = try reader.value(AgeOf.init)
    case "topics": topics = try reader.strings()
    case "accessibility": accessibility = try reader.strings()
    case "rights": rights = try reader.string()
    case "action": action = try reader.string()
    case "planStatus": planStatus = try reader.string()
    case "status": status = try reader.value(ResourceStatus.init)
    case "sources": sources = try reader.strings()
    case "note": note = try reader.string()
    case "content": content = try reader.strings()
    case "body":
      body = try reader.array { (reader) throws(JSONReader.Fault) in try BodyText(&reader) }
    default: try reader.skip()
    }
  }
}

extension BilingualText {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    self.init()
    try reader.object { (name, reader) throws(JSONReader.Fault) in
      guard !reader.null() else { return }
      switch name {
      case "en": en = try reader.string()
      case "cy": cy = try reader.string()
      default: try reader.skip()
      }
    }
  }
}

extension TitleStatuses {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    self.init()
    try reader.object { (name, reader) throws(JSONReader.Fault) in
      guard !reader.null() else { return }
      switch name {
      case "en": en = try reader.value(TitleStatus.init)
      case "cy": cy = try reader.value(TitleStatus.init)
      default: try reader.skip()
      }
    }
  }
}

extension BodyText {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var language: String?
    var text: String?
    try reader.object { (name, reader) throws(JSONReader.Fault) in
      guard !reader.null() else { return }
      switch name {
      case "language": language = try reader.string()
      case "text": text = try reader.string()
      default: try reader.skip()
      }
    }
    guard let text else { throw JSONReader.Fault() }
    self.init(language: language, text: text)
  }
}

extension ResourceLink {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var state: LinkState?
    var since: Int64?
    try reader.object { (name, reader) throws(JSONReader.Fault) in
      guard !reader.null() else { return }
      switch name {
      case "state": state = try reader.value(LinkState.init)
      case "since": since = try reader.integer()
      default: try reader.skip()
      }
    }
    guard let state else { throw JSONReader.Fault() }
    self.init(state: state, since: since)
  }
}
