internal import NIOCore
internal import NIOHTTP1

/// One connection to the metrics port: answers one request and closes.
///
///     GET /metrics    200, the metrics
///     GET /ready      200 where requests are taken, else 503
///     GET /live       200
///     anything else   404
final class MetricsHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let metrics: ServerMetrics
  private let secondsMax: Int
  private var request: HTTPRequestHead?
  private var isAnswered = false
  private var deadline: Scheduled<Void>?

  /// Answers from `metrics`; a connection may take `secondsMax` altogether.
  init(_ metrics: ServerMetrics, secondsMax: Int) {
    self.metrics = metrics
    self.secondsMax = secondsMax
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(secondsMax))) {
      channel.close(promise: nil)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): request = head
    case .body: break
    case .end: if let request { answer(request, context) }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError || error is ReceivedBytesLimit.Passed else {
      return context.close(promise: nil)
    }
    let isTooMuch = error is ReceivedBytesLimit.Passed
    send(isTooMuch ? .requestHeaderFieldsTooLarge : .badRequest, context: context)
  }

  private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let path = request.uri.prefix { $0 != "?" }
    switch (request.method, path) {
    case (.GET, "/metrics"):
      send(.ok, metrics.text, PrometheusText.mediaType, context: context)
    case (.GET, "/ready"):
      let isReady = metrics.readiness.isReady
      send(
        isReady ? .ok : .serviceUnavailable, isReady ? "ready\n" : "stopping\n", context: context)
    case (.GET, "/live"): send(.ok, "live\n", context: context)
    default: send(.notFound, context: context)
    }
  }

  /// Sends the one response and closes.
  private func send(
    _ status: HTTPResponseStatus, _ text: String? = nil,
    _ mediaType: String = "text/plain; charset=utf-8", context: ChannelHandlerContext
  ) {
    guard !isAnswered else { return }
    isAnswered = true
    let body = ByteBuffer(string: text ?? status.reasonPhrase + "\n")
    let headers: HTTPHeaders = [
      "Content-Type": mediaType, "Content-Length": "\(body.readableBytes)",
      "Cache-Control": "no-store", "Connection": "close",
    ]
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      channel.close(promise: nil)
    }
  }
}
