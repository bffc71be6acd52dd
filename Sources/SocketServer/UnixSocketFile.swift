internal import Glibc
internal import NIOCore
internal import NIOPosix
internal import Storage

/// The file of a Unix socket that a server listens on.
struct UnixSocketFile {
  private let path: String
  private let identity: FileIdentity?

  /// The file at `path`, which has just been made by listening on it.
  init(listenedOn path: String) {
    self.path = path
    identity = try? FileIdentity(path: path)
  }

  /// Removes the file, unless another has taken its place.
  ///
  /// To be called before the listener is closed: it keeps the inode from being given out again.
  func remove() {
    guard let identity, let found = try? FileIdentity(path: path), found == identity else { return }
    try? DiskFileSystem().remove(path)
  }

  /// Whether the file at `path` was left behind by a server that is gone.
  ///
  /// - Throws: ``ListeningFault/taken`` where somebody answers; other faults where nobody can tell.
  static func isLeftBehind(
    _ path: String, on group: any EventLoopGroup
  ) async throws(ListeningFault) -> Bool {
    do {
      let channel = try await ClientBootstrap(group: group)
        .connect(unixDomainSocketPath: path).get()
      try? await channel.close()
      throw ListeningFault.taken
    } catch let error as IOError where error.errnoCode == ENOENT {
      return false
    } catch let error as IOError where error.errnoCode == ECONNREFUSED {
      return true
    } catch let error as IOError where error.errnoCode == EAGAIN {
      // Its queue is full, so there is somebody.
      throw .taken
    } catch {
      throw ListeningFault(error)
    }
  }
}
