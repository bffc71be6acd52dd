import Catalogue
import Records
import Terminal

/// A resource as people read it: shortly as one of many found, or with all that is known.
struct ResourcePage {
  private let console: Console
  private let wording: Wording
  private let labels: ValueLabels

  /// Writes to `console` with `labels` for values.
  init(_ console: Console, _ labels: ValueLabels) {
    self.console = console
    wording = console.wording
    self.labels = labels
  }

  /// Writes one of the resources found.
  ///
  /// - Parameters:
  ///   - hit: the resource with its rank and passages.
  ///   - sisters: the other versions to name.
  ///   - headings: the titles of the group under which it stands, which are not repeated.
  func write(_ hit: Hit, sisters: [SisterVersion], under headings: [String] = []) {
    let outer = headings.isEmpty ? 0 : 2
    let rank = "\(hit.rank). "
    let indent = outer + rank.utf8.count
    let resource = hit.resource
    let titles = self.titles(of: resource).filter { !headings.contains($0) }
    let first = titles.first.map { StyledText($0, .heading) } ?? facts(resource)
    console.paragraph(StyledText(rank) + first, indent: outer, hanging: indent)
    for title in titles.dropFirst() { console.paragraph(StyledText(title), indent: indent) }
    if !titles.isEmpty { console.paragraph(facts(resource), indent: indent) }
    var origin = StyledText(field("publisher", resource.publisher.joined(separator: ", ")))
    if let published = resource.published {
      origin += StyledText(" " + field("published", published.text))
    }
    console.paragraph(origin, indent: indent)
    console.paragraph(address(of: resource, link: hit.link), indent: indent)
    if let remark = remark(on: resource) { console.paragraph(remark, indent: indent) }
    if !sisters.isEmpty {
      console.paragraph(
        StyledText(field("versions", list(sisters))), indent: indent, hanging: indent + 2)
    }
    for snippet in hit.snippets where snippet.field != .title {
      console.paragraph(passage(snippet), indent: indent + 2)
    }
    console.paragraph(StyledText(resource.id.slug, .quiet), indent: indent)
  }

  /// Writes all that is known of a resource.
  func write(_ view: ResourceView) {
    let resource = view.resource
    let titles = self.titles(of: resource)
    console.paragraph(StyledText(titles.first ?? resource.id.slug, .heading))
    for title in titles.dropFirst() { console.paragraph(StyledText(title)) }
    if let description = resource.description.text(in: console.language) {
      console.line()
      console.paragraph(StyledText(description))
    }
    console.line()
    for (name, value) in members(view) where !value.isEmpty {
      console.paragraph(
        StyledText(wording.field(name) + ":", .heading) + StyledText(" " + value), hanging: 2)
    }
  }

  /// The title in the reader's language, then the other one where it is another.
  func titles(of resource: Resource) -> [String] {
    let own = resource.title.text(in: console.language)
    let other =
      switch console.language {
      case .english: resource.title.cy
      case .welsh: resource.title.en
      }
    var titles: [String] = []
    for title in [own, other].compactMap({ $0 }) where !titles.contains(title) {
      titles.append(title)
    }
    return titles.isEmpty ? [resource.id.slug] : titles
  }

  private func members(_ view: ResourceView) -> [(String, String)] {
    let resource = view.resource
    return [
      ("kind", resource.kind.map { labels.label($0, of: .kind) } ?? ""),
      ("language", labels.languages(resource.language)),
      ("audience", labels.list(resource.audience, of: .audience)),
      ("age", ages(of: resource) ?? ""),
      ("topic", labels.list(resource.topics, of: .topic)),
      ("accessibility", labels.list(resource.accessibility, of: .accessibility)),
      ("publisher", resource.publisher.joined(separator: ", ")),
      ("creator", resource.creator.joined(separator: ", ")),
      ("commissioned_by", resource.commissionedBy.joined(separator: ", ")),
      ("published", resource.published?.text ?? ""),
      ("url", resource.url ?? wording.noAddress),
      ("url_status", resource.urlStatus ?? ""),
      ("link", view.link.map { state(of: $0) } ?? ""),
      ("status", labels.label(resource.status.rawValue, of: .status)),
      ("action", resource.action ?? ""),
      ("plan_status", resource.planStatus ?? ""),
      ("rights", resource.rights ?? ""),
      ("versions", list(view.sisters)),
      ("work", resource.work.slug),
      ("sources", resource.sources.joined(separator: "; ")),
      ("note", resource.note ?? ""),
      ("id", resource.id.slug),
    ]
  }

  /// Kind, languages, audience and ages.
  private func facts(_ resource: Resource) -> StyledText {
    var facts: [String] = []
    if let kind = resource.kind { facts.append(labels.label(kind, of: .kind) + ".") }
    facts.append(field("language", labels.languages(resource.language)))
    if !resource.audience.isEmpty {
      facts.append(field("audience", labels.list(resource.audience, of: .audience)))
    }
    if let ages = ages(of: resource) { facts.append(field("age", ages)) }
    return StyledText(facts.joined(separator: " "))
  }

  private func ages(of resource: Resource) -> String? {
    guard let range = resource.ageRange else { return nil }
    let whose = resource.ageOf.map { " (\(wording.ageOf($0)))" } ?? ""
    return wording.ages(range) + whose
  }

  private func address(of resource: Resource, link: ResourceLink?) -> StyledText {
    guard let url = resource.url else { return StyledText(field("url", wording.noAddress)) }
    let text = StyledText(wording.field("url") + ": " + url)
    guard let link, ![.unknown, .alive].contains(link.state) else { return text }
    return text + StyledText(" (" + state(of: link) + ")", .warning)
  }

  /// A link's state and the day since which it is so.
  private func state(of link: ResourceLink) -> String {
    let label = labels.label(link.state.rawValue, of: .link)
    return link.since.map { wording.since(label, TimeStamp.day($0)) } ?? label
  }

  private func remark(on resource: Resource) -> StyledText? {
    switch resource.status {
    case .published: nil
    case .wanted: StyledText(field("status", wording.wanted), .warning)
    case .withdrawn:
      StyledText(field("status", labels.label("withdrawn", of: .status)), .warning)
    }
  }

  private func list(_ sisters: [SisterVersion]) -> String {
    sisters.map { "\(labels.languages($0.language)) (\($0.id.slug))" }.joined(separator: ", ")
  }

  /// A labelled value as a sentence of its own; nothing where the value is not known.
  private func field(_ name: String, _ value: String) -> String {
    value.isEmpty ? "" : wording.field(name) + ": " + value + "."
  }

  private func passage(_ snippet: FieldSnippet) -> StyledText {
    let bytes = Array(snippet.text.utf8)
    var text = StyledText("")
    var end = 0
    for mark in snippet.marks
    where mark.lowerBound >= end && mark.lowerBound <= mark.upperBound
      && mark.upperBound <= bytes.count
    {
      text += StyledText(String(decoding: bytes[end..<mark.lowerBound], as: UTF8.self))
      text += StyledText(String(decoding: bytes[mark], as: UTF8.self), .found)
      end = mark.upperBound
    }
    return text + StyledText(String(decoding: bytes[end...], as: UTF8.self))
  }
}
