/// What has come of one request so far.
struct Transfer {
  let order: TransferOrder
  var head: HeadReader
  var body: [UInt8] = []
  /// Whether the rest of the body is given up, which is no failure.
  var isCut = false
  /// Whether no more of the body is kept.
  private var isUnwanted = false
  /// Bytes of it that were dropped.
  private var dropped = 0
  /// An unwanted body is read to its end where that costs less than a new connection.
  private static let droppedMax = 4_096
  /// Whether it asked for a connection of its own, since none could be used again.
  var opensConnection = false
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
      isUnwanted = !order.request.wantsBody(head)
      isCut = isUnwanted
      return !isUnwanted || Self.isCheaperRead(head)
    }
  }

  /// Whether a body is so short that reading it costs less than a new connection: the usual few
  /// lines of HTML beside a redirect, which come with the head.
  private static func isCheaperRead(_ head: HTTPHead) -> Bool {
    guard let length = head["content-length"].flatMap({ Int($0) }) else { return false }
    return (0...droppedMax).contains(length)
  }

  /// How many of `count` bytes of the body are kept.
  mutating func room(for count: Int) -> Int {
    guard !isUnwanted else {
      dropped += count
      return 0
    }
    let room = min(count, max(0, order.request.limits.bodyBytesMax - body.count))
    if room < count { isCut = true }
    return room
  }

  /// Whether more of the body is read, be it kept or not.
  var readsOn: Bool { isUnwanted ? dropped <= Self.droppedMax : !isCut }
}
