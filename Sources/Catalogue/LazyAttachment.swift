internal import SearchIndex
internal import Synchronization

/// What an attachment of the index holds, read when it is first asked for and then kept.
final class LazyAttachment<Value: Sendable>: Sendable {
  private let name: String
  private let decode: @Sendable ([UInt8]) -> Value?
  private let loaded = Mutex<Value?>(nil)

  /// The attachment called `name`, whose bytes `decode` reads; nil from it is not what was written.
  init(_ name: String, _ decode: @escaping @Sendable ([UInt8]) -> Value?) {
    self.name = name
    self.decode = decode
  }

  /// What it holds in the generation of `reader`, always the same one; nil where there is none, or none
  /// that can be read.
  func value(in reader: IndexReader) throws(IndexError) -> Value? {
    if let value = loaded.withLock({ $0 }) { return value }
    let value = try reader.attachment(name).flatMap(decode)
    loaded.withLock { $0 = value }
    return value
  }
}
