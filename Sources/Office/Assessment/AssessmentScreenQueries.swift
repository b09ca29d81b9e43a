import Casework
import Store

/// Everything the two screens of form 1-2 show, gathered in one read.
enum AssessmentScreenQueries {
  static func page(_ desk: Desk, _ coordination: OpenedCoordination, round asked: Int?) throws -> AssessmentPage {
    let rounds = try AssessmentQueries.rounds(desk, coordination)
    let round = asked.flatMap { number in rounds.contains { $0.round == number } ? number : nil } ?? coordination.round
    let record = rounds.first { $0.round == round }
    return AssessmentPage(
      chrome: desk.chrome, today: desk.today, lists: desk.visit.office.catalogue, coordination: coordination,
      form: try AssessmentQueries.form(desk, record), round: round, record: record, earlier: rounds.first { $0.round < round },
      rounds: rounds.map(\.round), requests: try InformationRequestQueries.all(desk, coordination),
      offers: coordination.isCoordinator || coordination.isTown ? try InformationRequestQueries.offers(desk, coordination) : [:],
      agencies: try ConsultationQueries.agencies(desk), consent: try ConsentStateQueries.ofPerson(desk, coordination.file).state)
  }

  /// The sheet as it is opened (`sent` nil), or again with what was sent.
  static func form(
    _ desk: Desk, _ coordination: OpenedCoordination, sheet: String, sent: FormView? = nil, version: Int? = nil
  ) throws -> AssessmentFormPage {
    let record = try AssessmentQueries.record(desk, coordination)
    let form = try AssessmentQueries.form(desk, record)
    let (number, section) = AssessmentInput.section(sheet, in: form)
    let isNew = record?.sources.saved.contains(section.id) != true
    let prefilled = isNew ? try AssessmentPrefillQueries.answers(desk, coordination) : [:]
    var answers = record?.answers ?? Answers()
    for field in section.fields where answers[field.id] == nil { answers[field.id] = prefilled[field.id]?.value }
    let view = try sent ?? FormView(DraftQueries.starting(desk, AnswerFields(answers, fields: section.fields).fields))
    let questions = QuestionPart(
      form: view, sections: [section], lists: desk.visit.office.catalogue, agencies: try ConsultationQueries.agencies(desk),
      today: desk.today, moreAt: "/coordinations/\(coordination.id)/assessment/edit?sheet=\(number)",
      settled: ["created_on": Wording.date(record?.startedOn ?? desk.today.iso), "author": record?.staff ?? desk.staff.name])
    return AssessmentFormPage(
      chrome: desk.chrome, coordination: coordination, form: form, number: number, section: section,
      version: version ?? Int(view.fields["version"]) ?? record?.version ?? 0, basics: try basics(desk, coordination),
      questions: questions, beside: try beside(desk, coordination, record, section, prefilled),
      concerns: section.fields.contains { $0.kind.isRanked } ? try concerns(desk, coordination.file) : "")
  }

  private static func beside(
    _ desk: Desk, _ coordination: OpenedCoordination, _ record: AssessmentRecord?, _ section: FormSection,
    _ prefilled: [String: PrefilledAnswer]
  ) throws -> [AssessmentBesidePart] {
    let lists = desk.visit.office.catalogue
    let offers = try InformationRequestQueries.offers(desk, coordination)
    let earlier = try AssessmentQueries.rounds(desk, coordination).first { $0.round < coordination.round }
    return AssessmentInput.questions(section).map { field in
      let said = earlier.flatMap { round in AnswerWording.words(round.answers[field.id], field, lists).map { (round.round, $0) } }
      let source = record?.sources.fields[field.id] ?? (record?.answers[field.id] == nil ? prefilled[field.id]?.source : nil)
      return AssessmentBesidePart(
        field: field, source: source,
        offers: (offers[field.id] ?? []).map { ($0, AnswerWording.words($0.value, field, lists) ?? "") }, earlier: said)
    }
  }

  /// 「◎ひきこもり・不登校、○介護」 as the first reception ticked them.
  private static func concerns(_ desk: Desk, _ file: OpenedFile) throws -> String {
    guard file.reach == .team else { return "" }
    let list = desk.visit.office.list("C-01")
    return try desk.reading.rows(
      """
      SELECT c.code, c.is_main FROM consultation_concern c
      WHERE c.consultation_id = (SELECT k.id FROM consultation k WHERE k.case_file_id = \(file.id) ORDER BY k.received_on, k.id LIMIT 1)
      ORDER BY c.is_main DESC, c.code
      """
    ) { "\($0.bool(1) ? "◎" : "○")\(list.label($0.text(0)))" }.joined(separator: "、")
  }

  /// Who it is about, from the register.
  private static func basics(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [(label: String, text: String)] {
    guard coordination.file.reach == .team, let id = try ResidentQueries.principal(desk.reading, of: coordination.file),
      let known = try ResidentQueries.registration(desk.reading, id)
    else { return [] }
    let facts = known.person.facts
    let lines = [
      ("氏名", known.person.name), ("ふりがな", facts.name?.kana ?? ""),
      ("生年月日", HouseholdWording.birth(facts.birth, today: desk.today)), ("性別", facts.sex?.label ?? ""),
      ("住所", coordination.file.keptBack.masksPrincipal ? PersonSight.mask : facts.noFixedAddress ? "住所不定" : facts.address ?? ""),
    ]
    return lines.filter { !$0.1.isEmpty }
  }
}
