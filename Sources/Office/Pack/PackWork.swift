import Casework
import Paper
import Store

/// Making packs, one after another, apart from any request (「会議資料一式を作る仕事」).
extension Office {
  /// What was in hand when the server stopped is done from the start again.
  func resumePacks() async throws { try await database.write { try PackRecords.requeue($0) } }

  /// Makes one pack: the cover, then a case at a time, so that it can be seen how far it is and cancelled in between.
  func make(_ job: PackJob) async throws {
    let now = clock()
    let frame = try await leaf(job) { desk, meeting, recipient in
      let items = try PackQueries.items(desk, meeting, for: recipient?.member).filter { job.items.contains($0.id) }
      let paper = PackPaper.of(desk, meeting, recipient)
      let document = Printout("会議資料一式 \(meeting.number)", subject: "", desk: desk, caution: paper.caution, sections: [paper.cover(items)])
      return document.document
    }
    var document = frame.document
    for (index, item) in job.items.enumerated() {
      let part = try await leaf(job) { desk, meeting, recipient in
        let opened = try desk.openMeetingItem(meeting, item)
        guard try PackQueries.items(desk, meeting, for: recipient?.member).contains(where: { $0.id == item }) else {
          throw desk.denied("item \(item) of pack \(job.id)")
        }
        let (content, file) = try PackCase.gather(desk, opened, for: recipient?.member)
        let drawings = content.file == nil ? [] : try file.map { try PackDrawings.sections(desk, $0) } ?? []
        let sections = PackPaper.of(desk, meeting, recipient).sections(content, drawings: drawings)
        return Document(title: "", made: frame.document.made, sections: sections)
      }
      document.sections += part.document.sections
      guard try await database.write({ try PackRecords.advance($0, job.id, done: index + 1) }) else { return }
    }
    let bytes = try await PaperFile.pdf(document, press)
    let name = try await files.keep(bytes)
    try await database.write {
      try PackRecords.finish($0, job.id, sha256: name, size: bytes.count, veiled: frame.veiled, at: now)
    }
  }

  /// A part of a pack: read at the desk of who ordered it, veiled, and in the audit log before it goes onto paper.
  private func leaf(
    _ job: PackJob, _ compose: @escaping @Sendable (Desk, OpenedMeeting, PackRecipient?) throws -> Document
  ) async throws -> (document: Document, veiled: Int) {
    let now = clock()
    let office = self
    let made = try await database.read { reading in
      let desk = try office.errand(reading, for: job.staff, act: .buildPack, at: now)
      let meeting = try desk.ownMeeting(job.meeting)
      try desk.checkPledge(meeting)
      let recipient = try PackQueries.recipients(desk, meeting).first { $0.member.id == job.member }
      guard job.member == nil || recipient != nil else { throw desk.denied("pack \(job.id)") }
      let document = try compose(desk, meeting, recipient)
      desk.note("pack \(job.id)")
      return (
        document: document.covered(by: desk.visit.veil), veiled: Set(desk.visit.veil.all).count, entry: desk.entry(.done)
      )
    }
    try await database.write { try AuditRecords.append($0, made.entry) }
    return (made.document, made.veiled)
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
