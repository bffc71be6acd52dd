import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A web of ill-behaved servers on loopback.
///
/// Each host has an address of its own (127.0.1.1, 127.0.1.2, …) and all share one port, so that
/// any checker reaches them without a name service. Hosts that need a name have one in ``names``.
public final class LocalWeb: Sendable {
  /// The days of the runs for which the truth is written down.
  public static let days = [0, 3, 7]

  /// A name and the address that it stands for.
  public struct Name: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The IP address.
    public let address: String
  }

  /// The port of all hosts.
  public let port: Int
  /// The links and what is true of them.
  public let scenarios: [Scenario]
  /// The names that a checker has to be told.
  public let names: [Name]
  /// The file of the authority that signed the good certificates; nil without https hosts.
  public let authorityFile: String?

  private let clock: WebClock
  private let places: [Place]
  private let group: MultiThreadedEventLoopGroup
  private let channels: [any Channel]
  private let folder: String?

  /// Which table of scenarios is meant.
  public enum Table: Sendable {
    /// The one on which the rules of link checks were made.
    case first
    /// The one that was written afterwards, to measure those rules and not to make any.
    case second
  }

  /// Starts the web of all scenarios of a table; each answer waits for `latency` first.
  public static func start(
    _ table: Table = .first, latency: Duration = .zero
  ) async throws -> LocalWeb {
    switch table {
    case .first: try await LocalWeb(Scenarios.all, latency: latency)
    case .second: try await LocalWeb(Scenarios.second, latency: latency)
    }
  }

  /// Starts a web of `hosts` well-behaved hosts with `linksPerHost` pages each.
  public static func farm(
    hosts: Int, linksPerHost: Int, latency: Duration = .zero
  ) async throws -> LocalWeb {
    try await LocalWeb(
      Farm.corners(hosts: hosts, linksPerHost: linksPerHost), latency: latency)
  }

  private init(_ corners: [Corner], latency: Duration) async throws {
    clock = WebClock(latency: latency)
    group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let layout = Layout(corners)
    let first = layout.hosts.first { $0.host.scheme == .http }?.address ?? "127.0.1.1"
    let opened = try await Self.openFreePort(first, on: group)
    port = opened.port
    let directory = layout.directory(port: opened.port)
    let clock = clock
    let places = layout.hosts.map { Place($0.host, $0.address, $0.record, directory, clock) }
    self.places = places
    names = layout.hosts.compactMap { host in
      host.host.dns.map { Name(name: $0, address: host.address) }
    }
    scenarios = layout.scenarios(directory)

    try await opened.placeholder.close()
    var channels: [any Channel] = []
    var certificates: Certificates?
    for place in places {
      switch place.host.scheme {
      case .silent: continue
      case .http, .httpsInVain:
        channels.append(try await Connection.listen(place, port: opened.port, on: group))
      case .https(let certificate):
        let authority: Certificates
        if let certificates {
          authority = certificates
        } else {
          authority = try await Certificates()
        }
        certificates = authority
        let files = try await authority.make(certificate, address: place.address)
        let server = SecureServer(place, files)
        channels.append(try await server.listen(port: opened.port, on: group))
      }
    }
    self.channels = channels
    folder = certificates?.folder
    authorityFile = certificates?.authorityFile
  }

  /// Tells the servers which day it is; what they counted starts again.
  public func beginRun(day: Int) {
    clock.setDay(day)
    for place in places { place.forget() }
  }

  /// What the hosts saw since the last run began, hosts without requests left out.
  public var measures: [HostMeasures] {
    places.map(\.measures).filter { $0.requests > 0 }
  }

  /// Ends all servers.
  public func stop() async throws {
    for channel in channels { try? await channel.close() }
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
    try await group.shutdownGracefully()
  }

  /// A port that is free on `address`, held until the placeholder is closed.
  ///
  /// It lies below the ports that the system hands out, lest a client's end gets in the way.
  private static func openFreePort(
    _ address: String, on group: MultiThreadedEventLoopGroup
  ) async throws -> (port: Int, placeholder: any Channel) {
    var failure: any Error = ChannelError.operationUnsupported
    for _ in 0..<50 {
      let port = Int.random(in: 20_000..<32_000)
      do {
        let channel = try await ServerBootstrap(group: group).bind(host: "0.0.0.0", port: port)
          .get()
        return (port, channel)
      } catch { failure = error }
    }
    throw failure
  }
}
