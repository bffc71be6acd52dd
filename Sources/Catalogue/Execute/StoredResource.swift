package import Records
internal import SearchIndex

/// A resource as the index stores it: its JSON, with what is known of its link as one more member.
package struct StoredResource: Codable, Sendable {
  /// The resource.
  package var resource: Resource
  /// What a check found; nil where there was none.
  package var checked: ResourceLink?

  /// What is known of the link; nil where there is no address.
  package var link: ResourceLink? { resource.url == nil ? nil : checked ?? .unchecked }

  private enum Key: String, CodingKey {
    case link
  }

  /// Stores `resource`, whose link was last found to be `checked`.
  package init(_ resource: Resource, checked: ResourceLink?) {
    self.resource = resource
    self.checked = resource.url == nil ? nil : checked
  }

  /// Reads the resource and, beside its members, the link.
  package init(from decoder: any Decoder) throws {
    resource = try Resource(from: decoder)
    checked = try decoder.container(keyedBy: Key.self)
      .decodeIfPresent(ResourceLink.self, forKey: .link)
  }

  /// Writes the resource and, beside its members, the link.
  package func encode(to encoder: any Encoder) throws {
    try resource.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(checked, forKey: .link)
  }

  /// The resource of stored bytes.
  static func read(_ bytes: [UInt8]) throws(IndexError) -> Self {
    do throws(JSONReader.Fault) {
      return try Self(json: bytes)
    } catch {
      throw IndexError.corrupt(
        file: "segment", section: "stored fields", offset: 0, expected: "a resource as JSON")
    }
  }
}
