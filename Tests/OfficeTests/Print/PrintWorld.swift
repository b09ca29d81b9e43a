import Casework
import Foundation
import PDF
import Paper
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// The lived-in sample town, with an evaluation of the plan that runs in it: every paper of a case can be printed.
struct PrintWorld {
  let town: Town
  /// The case in support.
  let running: Int

  static func open() async throws -> PrintWorld { try await open(in: SampleTownStory.furnished()) }

  /// The same in a town where a case is in support.
  static func open(in town: Town) async throws -> PrintWorld {
    let running = try await town.number("SELECT case_file_id FROM coordination WHERE stage = 'inSupport'")
    let world = PrintWorld(town: town, running: running)
    try await world.evaluate()
    try await world.drawEcomap()
    try await world.handOver()
    return world
  }

  private func handOver() async throws {
    let now = town.now
    try await town.office.database.write { [running] writing in
      try writing.run(
        """
        INSERT INTO handover (case_file_id, agency_id, writer, taker, situation, works, avoid, promises, next, next_on, first_call, written_at,
          confirmed_at)
        SELECT \(running), w.agency_id, w.id, (SELECT t.id FROM staff t WHERE t.sign_in_name = 'outreach'), '架空：プランが決まり、役割ごとの支援が始まった。',
          '架空：水曜の午前に、短く話す。', '架空：同じ話を何度も聞くこと。', '架空：話す窓口を一つにすると約束した。', '架空：見守りの電話', '2026-12-02',
          '架空 四郎：家計の相談を続けている。', \(now), \(now) FROM staff w WHERE w.sign_in_name = 'takikan'
        """)
    }
  }

  /// As the page offers it: the agencies of the case around the household.
  private func drawEcomap() async throws {
    let browser = try await town.signedIn("takikan")
    let path = "/cases/\(running)/ecomap"
    let form = try SentForm(try await browser.get("\(path)/new"), to: path)
    try #require(try await browser.post(form.action, form.fields).status == 303)
  }

  private func evaluate() async throws {
    var findings = ReviewFindings()
    findings.goals = ["long": .init(attainment: .mostly, words: "架空の説明"), "short": .init(attainment: .achieved, words: "")]
    (findings.changes, findings.status, findings.remaining) = (["01", "04"], "架空の現在の状況", "架空の残る課題")
    (findings.personView, findings.onward) = ("架空の本人の声", "架空の約束")
    let answers = try StoredJSON.text(findings)
    let now = town.now
    try await town.office.database.write { [running] writing in
      try writing.run(
        """
        INSERT INTO plan_review (plan_id, form_version, reviewed_on, answers, resource_gap, result, close_reason, lead_agency, lead_person,
          needs_follow_up, follow_up_on, follow_up_how, completed_at, staff_id, saved_at)
        SELECT p.id, 1, '2026-11-20', \(answers), '架空の居場所が足りない', 'close', '01', k.agency_id, '架空 花子', 1, '2027-02-20', '電話で聞く', \(now),
          p.author, \(now) FROM plan p JOIN coordination k ON k.id = p.coordination_id WHERE k.case_file_id = \(running)
        """)
    }
  }
}

extension Town {
  /// Does something at the desk of somebody who prints.
  func printing<T: Sendable>(as name: String, _ body: @escaping @Sendable (Desk) throws -> T) async throws -> T {
    let (office, now) = (office, now)
    return try await office.database.write { writing in
      let staff = try #require(try writing.first("SELECT id FROM staff WHERE sign_in_name = \(name)") { $0.id(0) as StaffID })
      return try body(try office.seat(writing, staff: staff, act: .printPaper, at: now))
    }
  }

  /// Every copy of a paper of a case, as that person would print them, one after the other.
  func document(_ id: String, of file: Int, as name: String) async throws -> Document {
    try await printing(as: name) { desk in
      let opened = try desk.open(CaseFileID(file))
      let form = try #require(PrintCatalogue.form(id))
      let sections = try form.copies(desk, opened).flatMap { try form.sections(desk, opened, $0.number) }
      return Printout(form.title, subject: "", desk: desk, sections: sections).document.covered(by: desk.visit.veil)
    }
  }
}

extension Reply {
  /// The addresses of the papers that a page offers.
  var papers: [String] {
    text.matches(of: /href="(\/(?:cases|meetings|blanks)[^"]*\/[^"]*as=[^"]*)"/).map { String($0.1).replacing("&amp;", with: "&") }
  }
}

extension Document {
  /// All that is said in it.
  var words: String { lines.map { $0.joined(separator: "\t") }.joined(separator: "\n") }
}
