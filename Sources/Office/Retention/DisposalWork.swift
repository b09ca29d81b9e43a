import Casework
import Store

/// Carries an approved list out in bounded steps, so that nobody's saving waits (「廃棄の実施」): each case is a transaction of its own; then the
/// files, then the search index a few pages at a time, then the log of the database.
struct DisposalWork {
  let visit: Visit
  let id: DisposalID

  /// Cases in one go; the page then offers to go on.
  static let casesAtOnce = 50
  /// Steps through the search index in one go, and the pages of each.
  static let indexSteps = 200
  static let pagesAStep = 64

  func run() async throws {
    let id = id
    let waiting = try await visit.read { desk in
      let disposal = try desk.openDisposal(id)
      guard disposal.stage == .approved else { throw FieldErrors([FieldProblem("act", DisposalWording.notApproved)], staff: desk.staff) }
      return Array(try DisposalQueries.lines(desk, disposal).filter(\.isWaiting).prefix(DisposalWork.casesAtOnce))
    }
    for line in waiting {
      try await visit.write { desk in try DisposalRecords.carryOut(desk, try desk.openDisposal(id), line) }
    }
    try await visit.office.removeDisposedFiles()
    guard try await visit.office.tidySearch(steps: DisposalWork.indexSteps), try await visit.office.database.emptyLog() else { return }
    try await visit.write { desk in try DisposalRecords.finish(desk, try desk.openDisposal(id)) }
    _ = try await visit.office.database.emptyLog()
  }
}

extension Office {
  /// Removes the files of disposed cases from the disk. A file that somebody has just brought again stays.
  func removeDisposedFiles() async throws {
    for name in try await database.read({ try DisposalQueries.files($0) }) {
      let isNeeded = try await database.read { try $0.exists("SELECT 1 FROM attachment WHERE sha256 = \(name)") }
      let isGone = isNeeded ? true : try await files.remove(name)
      guard isGone else { continue }
      try await database.write { try DisposalRecords.forgetFile($0, name) }
    }
  }

  /// Brings the search index together, so that nothing of deleted words is left in it. Each step is a transaction of some milliseconds.
  ///
  /// - Returns: whether it came to an end.
  func tidySearch(steps: Int) async throws -> Bool {
    var left = steps
    let parts: [@Sendable (Writing, Int, Bool) throws -> Bool] = [
      { try NoteRecords.tidyWords($0, $1, $2) }, { try ResidentRecords.tidyWords($0, $1, $2) },
    ]
    for tidy in parts {
      var (isFirst, isMore) = (true, true)
      while isMore {
        guard left > 0 else { return false }
        left -= 1
        let begins = isFirst
        isMore = try await database.write { try tidy($0, DisposalWork.pagesAStep, begins) }
        isFirst = false
      }
    }
    return true
  }

  /// `tsunagi vacuum`: what earlier versions left between the rows goes too.
  public func vacuum(as operator: String) async throws {
    try await operate(as: `operator`, act: "vacuum", subject: "office") { _ in }
    try await removeDisposedFiles()
    _ = try await tidySearch(steps: .max)
    try await database.vacuum()
    guard try await database.emptyLog() else {
      throw CommandRefusal("ほかの処理が読み取りを続けているため、書き込みの控えを空にできませんでした。少し待って、もう一度実行してください。")
    }
  }
}
