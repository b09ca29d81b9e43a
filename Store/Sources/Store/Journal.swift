import Foundation
import Synchronization

/// 「追記帳」 A file beside the database for lines that must be on disk at once, and in a table only a little later.
///
/// A COMMIT makes every reading connection forget its pages and writes whole pages for a line of 200 bytes. A line in here costs one
/// `pwrite` and its share of an `fdatasync`; the next COMMIT takes it over into its table.
///
/// Lines are appended only while the write lock of the database is held, and whoever writes to the database, in any process, takes over
/// first what stands here. So table and file together are one sequence. Only the process that holds the file's lock appends; others
/// write to the table.
final class Journal: Sendable {
  /// Lines kept here before a COMMIT is made for their sake: each COMMIT makes the readers forget their pages. Whoever comes while they are
  /// taken over does not wait for all of them (`Writer.takeOver`).
  static let limit = 1_024

  private struct State {
    /// On disk here, and not known to be in the table.
    var pending: [JournalLine] = []
    /// How many of them are in the table, in a transaction that is not committed yet.
    var folded = 0
    /// Where the next line goes. Before it stand the pending lines and nothing else that is still needed.
    var offset = 0
    var isUsable: Bool
  }

  private let path: String
  private let descriptor: Int32
  private let isOwner: Bool
  private let rules: JournalRules
  private let state: Mutex<State>

  /// - Throws: `POSIXError` when the file cannot be opened.
  init(path: String, rules: JournalRules) throws {
    self.path = path
    self.rules = rules
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Journal.failure }
    isOwner = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    state = Mutex(State(isUsable: isOwner))
  }

  deinit { close(descriptor) }

  var rest: DispatchTimeInterval { .milliseconds(rules.restMilliseconds) }

  var isUsable: Bool { state.withLock { $0.isUsable } }
  var isEmpty: Bool { state.withLock { $0.pending.isEmpty } }
  var isFull: Bool { state.withLock { $0.pending.count >= Journal.limit } }

  /// Puts lines on disk, within a transaction that holds the write lock.
  ///
  /// - Throws: when they may not be on disk. The journal is not used again then, and what stood in it before stays to be taken over.
  func append(_ drafts: [[UInt8]], _ reading: Reading) throws {
    try state.withLock { state in
      var end = try current(&state, reading)
      var lines: [JournalLine] = []
      var bytes: [UInt8] = []
      for draft in drafts {
        let line = rules.seal(draft, end)
        end = line.end
        line.frame(into: &bytes)
        lines.append(line)
      }
      do {
        try write(bytes, at: state.offset)
      } catch {
        state.isUsable = false
        throw error
      }
      state.offset += bytes.count
      state.pending += lines
    }
  }

  /// Takes what stands here over into its table, at the head of a transaction. It stays here until ``settle()``.
  func fold(_ writing: Writing) throws {
    try state.withLock { state in
      if isOwner {
        guard !state.pending.isEmpty else { return }
        _ = try current(&state, writing.reading)
      } else {
        state.pending = try unfolded(after: rules.end(writing.reading))
      }
      for line in state.pending { try rules.insert(writing, line) }
    }
  }

  /// Takes the next few lines over, within a transaction that is to end with ``settle()`` or ``unfold()``. Lines may be appended in between.
  ///
  /// - Returns: whether more wait.
  func foldSome(_ writing: Writing, upTo count: Int) throws -> Bool {
    try state.withLock { state in
      if state.folded == 0 { _ = try current(&state, writing.reading) }
      let end = min(state.folded + count, state.pending.count)
      for line in state.pending[state.folded..<end] { try rules.insert(writing, line) }
      state.folded = end
      return end < state.pending.count
    }
  }

  /// What ``foldSome(_:upTo:)`` took over was rolled back.
  func unfold() { state.withLock { $0.folded = 0 } }

  /// What was taken over is committed: its place is free again.
  func settle() {
    state.withLock { state in
      state.pending = []
      state.folded = 0
      state.offset = 0
    }
  }

  /// Reads what an earlier process left here, to be taken over by the next ``fold(_:)``.
  ///
  /// - Throws: ``JournalRefusal`` when it does not belong to this database.
  func recover(_ reading: Reading) throws {
    guard isOwner else { return }
    let end = try rules.end(reading)
    try state.withLock { $0.pending = try unfolded(after: end) }
  }

  /// The end of the sequence. What another process has taken over meanwhile is pending no more.
  private func current(_ state: inout State, _ reading: Reading) throws -> JournalRules.End {
    let stored = try rules.end(reading)
    guard let last = state.pending.last else { return stored }
    if stored.number < last.end.number { return last.end }
    state.pending = []
    state.offset = 0
    return stored
  }

  /// The lines of the file that follow the last one of the table. What is older is in the table; what is torn at the end was never
  /// acknowledged; what was altered is found by the lines behind it, which follow nothing then.
  private func unfolded(after stored: JournalRules.End) throws -> [JournalLine] {
    var end = stored
    var lines: [JournalLine] = []
    var rest = try Data(contentsOf: URL(fileURLWithPath: path))[...]
    while let (bytes, mark) = JournalLine.unframe(&rest) {
      guard let line = rules.parse(bytes, mark), line.end.number > end.number else { continue }
      guard line.end.number == end.number + 1, line.previous == end.mark else { throw JournalRefusal.foreign(path: path) }
      end = line.end
      lines.append(line)
    }
    return lines
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, off_t(offset + done)) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Journal.failure }
      done += count
    }
    guard fdatasync(descriptor) == 0 else { throw Journal.failure }
  }

  private static var failure: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}

/// 「追記帳の断り」 A journal that cannot be used.
public enum JournalRefusal: Error, Hashable, Sendable {
  /// 「別の台帳の追記帳」 The lines in the file do not follow the last one of the table: a database was put in place of another.
  case foreign(path: String)
}

/// 「追記の決まり」 What the lines of a journal mean; `Journal` only keeps them.
public struct JournalRules: Sendable {
  /// 「末尾」 The last line of the sequence.
  public struct End: Sendable, Equatable {
    /// Numbers rise by one.
    public let number: Int
    /// Stands for the line and all before it.
    public let mark: [UInt8]

    /// 「末尾」 The number and mark of a line.
    public init(number: Int, mark: [UInt8]) {
      self.number = number
      self.mark = mark
    }
  }

  let end: @Sendable (Reading) throws -> End
  let seal: @Sendable ([UInt8], End) -> JournalLine
  let parse: @Sendable (ArraySlice<UInt8>, ArraySlice<UInt8>) -> JournalLine?
  let insert: @Sendable (Writing, JournalLine) throws -> Void
  let restMilliseconds: Int

  /// 「追記の決まり」 What Office knows about its lines.
  ///
  /// - Parameters:
  ///   - end: the last line in the table.
  ///   - seal: the line that a draft becomes after the last one.
  ///   - parse: a line read back from its bytes and its mark; nil unless the mark is the one of these bytes.
  ///   - insert: puts a line into the table.
  ///   - restMilliseconds: the lines are taken over when nothing happened for this long.
  public init(
    end: @escaping @Sendable (Reading) throws -> End, seal: @escaping @Sendable ([UInt8], End) -> JournalLine,
    parse: @escaping @Sendable (ArraySlice<UInt8>, ArraySlice<UInt8>) -> JournalLine?,
    insert: @escaping @Sendable (Writing, JournalLine) throws -> Void, restMilliseconds: Int = 1_000
  ) {
    self.end = end
    self.seal = seal
    self.parse = parse
    self.insert = insert
    self.restMilliseconds = restMilliseconds
  }
}

/// 「追記の一行」 One line with its place in the sequence.
public struct JournalLine: Sendable {
  /// What `JournalRules.parse` reads.
  public let bytes: [UInt8]
  /// The mark of the line before.
  public let previous: [UInt8]
  public let end: JournalRules.End

  /// 「追記の一行」 A line from its parts.
  public init(bytes: [UInt8], previous: [UInt8], end: JournalRules.End) {
    self.bytes = bytes
    self.previous = previous
    self.end = end
  }

  /// Lengths first, so that a torn line is noticed.
  func frame(into out: inout [UInt8]) {
    for count in [bytes.count, end.mark.count] { withUnsafeBytes(of: UInt32(count).littleEndian) { out.append(contentsOf: $0) } }
    out.append(contentsOf: bytes)
    out.append(contentsOf: end.mark)
  }

  /// Takes one line off the front; nil at the end, or where no whole line stands.
  static func unframe(_ rest: inout Data.SubSequence) -> (bytes: ArraySlice<UInt8>, mark: ArraySlice<UInt8>)? {
    guard rest.count >= 8 else { return nil }
    let lengths = (0..<2).map { part in
      (0..<4).reduce(0) { $0 | Int(rest[rest.startIndex + part * 4 + $1]) << ($1 * 8) }
    }
    guard lengths[0] > 0, lengths[0] < 1 << 20, lengths[1] < 256, rest.count >= 8 + lengths[0] + lengths[1] else { return nil }
    let body = Array(rest.dropFirst(8).prefix(lengths[0] + lengths[1]))
    rest = rest.dropFirst(8 + body.count)
    return (body[..<lengths[0]], body[lengths[0]...])
  }
}
