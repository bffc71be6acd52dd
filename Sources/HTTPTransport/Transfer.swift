/// What has come of one request so far.
struct Transfer {
  let order: TransferOrder
  var head: HeadReader
  var body: [UInt8] = []
  /// Whether the rest of the body is given up, which is no failure.
  var isCut = false
  /// What stopped it from within a callback.
  var failure: HTTPError?

  init(_ order: TransferOrder) {
    self.order = order
    head = HeadReader(bytesMax: order.request.limits.headerBytesMax)
  }

  /// Judges the header line appended at `start`; false stops the transfer.
  mutating func tookHeader(at start: Int) -> Bool {
    switch head.judge(lineAt: start) {
    case .inside: return true
    case .tooMuch:
      failure = .headersTooLarge(bytesMax: order.request.limits.headerBytesMax)
      return false
    case .last:
      // What is not asked for needs no question.
      guard order.request.method == .get, let head = head.head else { return true }
      isCut = !order.request.wantsBody(head)
      return !isCut
    }
  }

  /// How many of `count` bytes of the body are kept; where not all, the rest is cut off.
  mutating func room(for count: Int) -> Int {
    let room = min(count, max(0, order.request.limits.bodyBytesMax - body.count))
    if room < count { isCut = true }
    return room
  }
}
