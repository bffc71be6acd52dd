internal import FoundationEssentials
internal import Records
internal import SearchIndex

/// A resource as the index stores it: JSON.
enum StoredResource {
  /// The resource of stored bytes.
  static func resource(_ bytes: [UInt8]) throws(IndexError) -> Resource {
    do {
      return try JSONDecoder().decode(Resource.self, from: Data(bytes))
    } catch {
      throw IndexError.corrupt(
        file: "segment", section: "stored fields", offset: 0, expected: "a resource as JSON")
    }
  }
}
