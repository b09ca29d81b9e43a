import Casework
import Paper
import Store

/// A pack that only has to be drawn (「とじた一式」).
struct BoundPack: Sendable {
  var document: Document
  /// ``Veil/mark(of:)`` of what was kept back from who ordered it.
  let veil: String
  /// Plans that could not be opened any more when it was finished.
  var lost: [PlanID] = []
}

/// Making packs, one after another, apart from any request (「会議資料一式を作る仕事」).
extension Office {
  /// What was in hand when the server stopped is done from the start again.
  func resumePacks() async throws { try await database.write { try PackRecords.requeue($0) } }

  /// Makes one pack, a case at a time, so that it can be seen how far it is and cancelled in between.
  func make(_ job: PackJob) async throws {
    let now = clock()
    let bound =
      switch job.content {
      case .meeting(let meeting, let member, let items): try await bindMeeting(job, meeting, member, items)
      case .year(let year, let plans): try await bindYear(job, year, plans)
      }
    guard let bound else { return }
    let bytes = try await PaperFile.pdf(bound.document, press)
    let name = try await files.keep(bytes)
    try await database.write {
      try PackRecords.leaveOut($0, job.id, plans: bound.lost)
      try PackRecords.finish($0, job.id, sha256: name, size: bytes.count, veil: bound.veil, at: now)
    }
  }

  /// The cover with the agenda, then each case as the screens show it to who ordered it. Nothing when it was cancelled in between.
  private func bindMeeting(
    _ job: PackJob, _ meeting: MeetingID, _ member: MeetingMemberID?, _ chosen: [MeetingItemID]
  ) async throws -> BoundPack? {
    let frame = try await leaf(job, meeting, member) { desk, meeting, recipient in
      let items = try PackQueries.items(desk, meeting, for: recipient?.member).filter { chosen.contains($0.id) }
      let paper = PackPaper.of(desk, meeting, recipient)
      let document = Printout("会議資料一式 \(meeting.number)", subject: "", desk: desk, caution: paper.caution, sections: [paper.cover(items)])
      return document.document
    }
    var bound = frame
    for (index, item) in chosen.enumerated() {
      let part = try await leaf(job, meeting, member) { desk, meeting, recipient in
        let opened = try desk.openMeetingItem(meeting, item)
        guard try PackQueries.items(desk, meeting, for: recipient?.member).contains(where: { $0.id == item }) else {
          throw desk.denied("item \(item) of pack \(job.id)")
        }
        let (content, file) = try PackCase.gather(desk, opened, for: recipient?.member)
        let drawings = content.file == nil ? [] : try file.map { try PackDrawings.sections(desk, $0) } ?? []
        let sections = PackPaper.of(desk, meeting, recipient).sections(content, drawings: drawings)
        return Document(title: "", made: frame.document.made, sections: sections)
      }
      bound.document.sections += part.document.sections
      guard try await isWanted(job, done: index + 1) else { return nil }
    }
    return bound
  }

  /// A part of the pack of a meeting, veiled.
  private func leaf(
    _ job: PackJob, _ meeting: MeetingID, _ member: MeetingMemberID?,
    _ compose: @escaping @Sendable (Desk, OpenedMeeting, PackRecipient?) throws -> Document
  ) async throws -> BoundPack {
    try await atDesk(of: job) { desk in
      let meeting = try desk.ownMeeting(meeting)
      try desk.checkPledge(meeting)
      let recipient = try PackQueries.recipients(desk, meeting).first { $0.member.id == member }
      guard member == nil || recipient != nil else { throw desk.denied("pack \(job.id)") }
      let document = try compose(desk, meeting, recipient)
      return BoundPack(document: document.covered(by: desk.visit.veil), veil: Veil.mark(of: desk.visit.veil.all))
    }
  }

  /// So many cases are in it. False when it was cancelled in between.
  func isWanted(_ job: PackJob, done: Int) async throws -> Bool {
    try await database.write { try PackRecords.advance($0, job.id, done: done) }
  }

  /// Reads at the desk of who ordered it; what was looked at is in the audit log before it goes onto paper.
  func atDesk<Part: Sendable>(of job: PackJob, _ read: @escaping @Sendable (Desk) throws -> Part) async throws -> Part {
    let now = clock()
    let office = self
    let made = try await database.read { reading in
      let desk = try office.errand(reading, for: job.staff, act: .buildPack, at: now)
      let part = try read(desk)
      desk.note("pack \(job.id)")
      return (part: part, entry: desk.entry(.done))
    }
    try await database.write { try AuditRecords.append($0, made.entry) }
    return made.part
  }

  /// 「保管の終わり」 Removes the files of packs whose days are over, and of those that were cancelled.
  func removeOldPacks() async throws {
    let now = clock()
    for (id, file) in try await database.read({ try PackQueries.over($0, now: now) }) {
      try await database.write { try PackRecords.close($0, id) }
      // Somebody may just have made the very same bytes; the next round tries again.
      guard try await files.remove(file) else { continue }
      try await database.write { try PackRecords.forgetFile($0, id) }
    }
  }
}

extension PackPaper {
  static func of(_ desk: Desk, _ meeting: OpenedMeeting, _ recipient: PackRecipient?) -> PackPaper {
    PackPaper(meeting: meeting, recipient: recipient, today: desk.today, channels: desk.visit.office.list("C-02"))
  }
}
