import Casework
import Foundation
import PDF
import Paper
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 書類の形: every paper as it lies on the sheet, text with its place. `PAPERS=<folder>` keeps the PDF files too, to look at.
struct PaperGoldenTests {
  /// The drawings are kept by the stories of their own slices.
  private static let elsewhere: Set<String> = ["pledge", "genogram", "ecomap", "family-timeline"]

  @Test(arguments: PrintCatalogue.all.map(\.id).filter { !elsewhere.contains($0) })
  func `事例の書類は、見本のまちで決まった形になる`(_ id: String) async throws {
    let world = try await PrintWorld.open()
    let document = try await world.town.document(id, of: world.running, as: "takikan")
    // A reception without the person's agreement is of another household.
    guard id != "consultation-no-consent" else {
      let file = try await world.town.number(
        "SELECT case_file_id FROM consultation WHERE form = 'consultation-no-consent' ORDER BY id LIMIT 1")
      let agency = try await world.town.number("SELECT opened_by FROM case_file WHERE id = \(file)")
      let name = try #require(
        try await world.town.text(
          """
          SELECT s.sign_in_name FROM staff s JOIN staff_role r ON r.staff_id = s.id
          WHERE s.agency_id = \(agency) AND r.role IN ('consultStaff', 'cityStaff', 'multiCoordinator') ORDER BY s.id LIMIT 1
          """))
      return try Self.compare(try await world.town.document(id, of: file, as: name), id)
    }
    #expect(!document.sections.isEmpty, "見本のまちに\(id)が一つもない")
    try Self.compare(document, id)
  }

  @Test func `本人にわたす計画は、ふりがな付きでも決まった形になる`() async throws {
    let world = try await PrintWorld.open()
    let file = CaseFileID(world.running)
    let document = try await world.town.printing(as: "takikan") { desk in
      let opened = try desk.open(file)
      var paper = try PlainPlanPaper(desk, opened, try #require(try PlanPaper.copies(desk, opened).first?.number))
      paper.isRuby = true
      return Printout("わたしの計画", subject: "", desk: desk, sections: [paper.section]).document
    }
    try Self.compare(document, "plain-plan-ruby")
  }

  @Test(arguments: PrintCatalogue.all.filter { $0.blank != nil }.map(\.id))
  func `手書き用の用紙は、決まった形になり、だれのことも書いていない`(_ id: String) async throws {
    let town = try await Town.open()
    let document = try await town.printing(as: "houkatsu") { desk in
      let form = try #require(PrintCatalogue.form(id))
      let blank = try #require(form.blank)
      return Printout(form.title, subject: "", desk: desk, caution: "", sections: try blank(desk)).document
    }
    let areBlank = document.sections.allSatisfy { $0.isBlank }
    #expect(areBlank)
    try Self.compare(document, "blank-\(id)")
  }

  @Test(arguments: MeetingPrint.allCases)
  func `会議の書類は、見本のまちで決まった形になる`(_ paper: MeetingPrint) async throws {
    let world = try await PrintWorld.open()
    let kind = paper == .minutes ? "planning" : "confidential"
    let meeting = MeetingID(try await world.town.number("SELECT id FROM meeting WHERE kind = \(kind) ORDER BY id LIMIT 1"))
    let name = paper == .minutes ? "takikan" : "shi"
    let document = try await world.town.printing(as: name) { desk in
      let opened = try desk.openMeeting(meeting)
      let section = try paper.section(desk, opened)
      return Printout(paper.label, subject: "", desk: desk, caution: MeetingPrint.caution(opened), sections: [section]).document
    }
    try Self.compare(document, "meeting-\(paper.rawValue)")
  }

  private static func compare(_ document: Document, _ name: String) throws {
    let pdf = try PDF(document)
    if let folder = ProcessInfo.processInfo.environment["PAPERS"] {
      try Data(pdf.bytes).write(to: URL(filePath: folder).appending(path: "\(name).pdf"))
    }
    try Golden.compare(pdf.transcript, "Tests/OfficeTests/Golden/Paper/\(name).txt")
  }
}
