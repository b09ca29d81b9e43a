/// Wakes who makes packs when one has been ordered (「呼び鈴」). Rung twice while nobody listens, it is heard once.
final class PackBell: Sendable {
  let rings: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() { (rings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

  func ring() { continuation.yield() }
}
