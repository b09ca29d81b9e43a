import Paper
import Threads

/// 「印刷機」 Prints documents on a few threads of its own, so that a thick meeting pack never holds up the screens.
///
/// One press for the whole server. Papers wait for each other when more are printed than there are threads.
public struct Press: Sendable {
  package let threads: ThreadPool

  /// 「印刷機を用意する」 Starts the threads; two are enough for a town hall.
  public init(threads: Int = 2) {
    self.threads = ThreadPool(threads: threads, name: "press")
  }

  /// 「印刷する」 Lays out and draws a document.
  public func print(_ document: Document) async throws -> PDF {
    try await threads.run { try PDF(document) }
  }
}
