internal import Records

/// A resource's members as every door writes them, in a fixed order; unknown ones are left out.
enum ResourceJSON {
  static func members(
    _ resource: Resource, link: ResourceLink?
  ) -> [(name: String, value: JSONText)] {
    var members: [(name: String, value: JSONText)] = []
    func add(_ name: String, _ text: String?) {
      if let text { members.append((name, .string(text))) }
    }
    func add(_ name: String, _ texts: [String]) {
      if !texts.isEmpty { members.append((name, .strings(texts))) }
    }
    func add(_ name: String, _ text: BilingualText) {
      let parts = [("en", text.en), ("cy", text.cy)].compactMap { part in
        part.1.map { (name: part.0, value: JSONText.string($0)) }
      }
      if !parts.isEmpty { members.append((name, .object(parts))) }
    }
    add("title", resource.title)
    add("description", resource.description)
    add("work", resource.work.slug)
    add("url", resource.url)
    add("url_status", resource.urlStatus)
    add("link", link?.state.rawValue)
    add("link_since", link?.since.map(TimeStamp.text))
    add("language", resource.language.map(\.tag))
    add("kind", resource.kind)
    add("audience", resource.audience)
    add("age", resource.ageRange?.description)
    add("age_of", resource.ageOf?.rawValue)
    add("topic", resource.topics)
    add("accessibility", resource.accessibility)
    add("publisher", resource.publisher)
    add("creator", resource.creator)
    add("commissioned_by", resource.commissionedBy)
    add("published", resource.published?.text)
    add("action", resource.action)
    add("plan_status", resource.planStatus)
    add("status", resource.status.rawValue)
    add("rights", resource.rights)
    add("sources", resource.sources)
    add("note", resource.note)
    return members
  }
}
