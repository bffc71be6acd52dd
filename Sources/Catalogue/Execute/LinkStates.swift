/// What is known of the links.
///
/// States enter the service as values; without a link check every link is unknown.
enum LinkStates {
  static let unknown = "unknown"
}
