/// The addresses of a host that are still to be asked.
actor WorkQueue {
  private var addresses: ArraySlice<AskedAddress>

  /// A queue of `addresses`.
  init(_ addresses: [AskedAddress]) {
    self.addresses = addresses[...]
  }

  /// The next one, or nil where all are taken.
  func next() -> AskedAddress? { addresses.popFirst() }
}
