import Casework
import Store

extension Office {
  /// Makes the pack of a meeting as its convener would, for the benchmark. Gives the size of the PDF.
  @_spi(Bench)
  public func benchPack(_ meeting: MeetingID, staff: StaffID) async throws -> Int {
    let now = clock()
    try await database.write { writing in
      let desk = try self.seat(writing, staff: staff, act: .buildPack, at: now)
      let opened = try desk.ownMeeting(meeting)
      try PackRecords.queue(desk, opened, try desk.items(of: opened), member: nil, copy: 0)
    }
    try await makeQueuedPacks()
    return try await database.read { reading in
      try reading.first("SELECT size FROM pack WHERE state = 'done' ORDER BY id DESC LIMIT 1") { $0.int(0) } ?? 0
    }
  }

  /// Prints one form of a case, for the benchmark: read, compose, lay out, draw. Gives the size of the PDF.
  @_spi(Bench)
  public func benchForm(_ file: CaseFileID, staff: StaffID) async throws -> Int {
    let now = clock()
    let printout = try await database.write { writing in
      let desk = try self.seat(writing, staff: staff, act: .printPaper, at: now)
      let opened = try desk.open(file)
      return Printout("支援経過記録", subject: "bench", desk: desk, sections: [try NotePaper(desk, opened).section])
    }
    return try await PaperFile.pdf(printout.document, press).count
  }
}
