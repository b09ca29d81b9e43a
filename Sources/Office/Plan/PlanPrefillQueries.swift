import Casework
import Foundation
import Store

/// What a new plan begins with, so that nothing is typed twice (「プランの下書きの初めの内容」).
enum PlanPrefillQueries {
  /// From the plan of the round before where there is one, otherwise from form 1-2.
  static func start(_ desk: Desk, _ coordination: OpenedCoordination) throws -> PlanDraft {
    if let previous = try PlanQueries.previous(desk, coordination, before: coordination.round) {
      return previous.draft.carriedOver(on: desk.today)
    }
    return try fromAssessment(desk, coordination)
  }

  private static func fromAssessment(_ desk: Desk, _ coordination: OpenedCoordination) throws -> PlanDraft {
    var draft = PlanDraft()
    draft.draftedOn = desk.today
    let sheet = try desk.reading.first(
      """
      SELECT answers, needs_outreach, needs_participation FROM assessment WHERE coordination_id = \(coordination.id)
      ORDER BY round DESC LIMIT 1
      """
    ) { (answers: answers($0.text(0)), outreach: $0.bool(1), participation: $0.bool(2)) }
    guard let sheet else { return draft }
    let issues = desk.visit.office.list("C-08")
    draft.goalWords = words(sheet.answers["wishes"], issues) ?? words(sheet.answers["chief_complaint"], issues) ?? ""
    draft.issues = words(sheet.answers["issues"], issues) ?? words(sheet.answers["formulation"], issues) ?? ""
    draft.policy = words(sheet.answers["direction"], issues) ?? ""
    draft.otherServices = words(sheet.answers["services"], issues) ?? ""
    for (programme, isNeeded) in [(PlanProgramme.outreach, sheet.outreach), (.participation, sheet.participation)] where isNeeded {
      draft.uses.append(ProgrammeUse(programme, content: words(sheet.answers["need_\(programme.rawValue)_reason"], issues) ?? ""))
    }
    return draft
  }

  /// The answers of a sheet; none where it was kept in another shape, because a plan can be begun without them.
  private static func answers(_ stored: String) -> Answers {
    do { return try JSONDecoder().decode(Answers.self, from: Data(stored.utf8)) } catch { return Answers() }
  }

  /// An answer as words; nil where there are none.
  private static func words(_ answer: AnswerValue?, _ list: CodeList) -> String? {
    let text: String
    switch answer {
    case .text(let words): text = words
    case .choice(let code, let other): text = [list.label(code), other ?? ""].filter { !$0.isEmpty }.joined(separator: "：")
    case .choices(let codes, let other): text = (codes.map(list.label) + [other ?? ""]).filter { !$0.isEmpty }.joined(separator: "\n")
    case .concerns(let concerns):
      let others = concerns.codes.filter { $0 != concerns.main }.sorted().map(list.label)
      text = ([concerns.main.map { "（主な課題）\(list.label($0))" } ?? ""] + others + [concerns.other ?? ""]).filter { !$0.isEmpty }
        .joined(separator: "\n")
    case .rows(let rows):
      text = rows.map { row in row.values.sorted { $0.key < $1.key }.compactMap { $0.value.text }.joined(separator: " ") }
        .filter { !$0.isEmpty }.joined(separator: "\n")
    case .number, .flag, .date, .partialDate, .staff, .agency, nil: text = ""
    }
    return text.trimmed.isEmpty ? nil : text
  }
}
