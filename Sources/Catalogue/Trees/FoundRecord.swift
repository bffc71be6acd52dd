public import Records

/// A record with what is known of its link, without the other versions of its work.
public struct FoundRecord: Sendable, Hashable {
  /// The resource.
  public var resource: Resource
  /// What is known of its link; nil where it has no address.
  public var link: ResourceLink?
}
