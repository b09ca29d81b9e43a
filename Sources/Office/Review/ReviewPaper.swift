import Casework
import Paper

/// 様式2-2 プラン評価シート on paper.
///
/// Source: reference §5.5.
struct ReviewPaper {
  static let number = "様式2-2"

  let opened: OpenedReview
  let plan: ReviewedPlan
  let saved: SavedReview
  let head: PaperHead
  let lists: FormCatalogue
  let today: CivilDate
  let tabled: [TabledReview]

  /// The 404 for a plan of another case, and where nobody has begun its evaluation.
  init(_ desk: Desk, _ file: OpenedFile, _ copy: Int) throws {
    guard try Self.copies(desk, file).contains(where: { $0.number == copy }) else { throw desk.denied("review of plan \(copy)") }
    opened = try desk.openReview(of: PlanID(copy))
    guard let saved = try ReviewQueries.saved(desk, opened.plan) else { throw desk.denied("review of plan \(copy)") }
    self.saved = saved
    plan = try ReviewQueries.plan(desk, opened.plan)
    head = try PaperHead(desk, file)
    lists = desk.visit.office.catalogue
    today = desk.today
    tabled = try ReviewQueries.tabled(desk, opened)
  }

  /// The rounds whose evaluation has been begun.
  static func copies(_ desk: Desk, _ file: OpenedFile) throws -> [PrintedCopy] {
    guard let coordination = try desk.latestCoordination(of: file) else { return [] }
    return try PlanQueries.rounds(desk, coordination).compactMap { round in
      guard round.confirmedOn != nil, let saved = try ReviewQueries.saved(desk, round.id) else { return nil }
      let state = saved.completedAt.map { "\(CivilDate.of(epochSeconds: $0).warekiShort)完了" } ?? "途中"
      return PrintedCopy(number: round.id.number, words: "第\(round.round)回　\(state)")
    }
  }

  var section: Section {
    let review = saved.review
    var paper = FormPaper(lists: lists, day: review.reviewedOn ?? today)
    paper.settled = ["evaluator": saved.staffName]
    for lead in review.leads { paper.agencies[lead] = saved.leadName }
    paper.after = ["goals": itemGoals, "result": closing]
    return Self.section(
      definition, paper, ReviewAnswers(review, plan).answers, head: [head.table, goals], right: "\(head.number)　第\(plan.round)回")
  }

  private var definition: FormDefinition? {
    lists.definition(id: ReviewForm.id, version: saved.formVersion) ?? lists.definition(id: ReviewForm.id, on: today)
  }

  /// What was aimed at, before what was reached.
  private var goals: Block {
    let words = plan.goals.map { "\($0.title)：\($0.text)" }.joined(separator: "\n")
    return .table(
      Table(
        widths: FormPaper.columns,
        rows: [
          [.label("対象プラン"), .value(Text("第\(plan.round)回　\(plan.period)")), .label("確定日"), .value(Text(plan.confirmedOn?.wareki ?? ""))],
          [.label("プランの目標"), .long(Text(words))],
        ]))
  }

  private var itemGoals: [Block] {
    let items = plan.goals.filter { !["long", "short"].contains($0.key) }
    guard !items.isEmpty else { return [] }
    let form = ReviewForm(lists, version: saved.formVersion, today: today)
    let rows = items.map { goal -> [Cell] in
      let found = saved.review.findings.goals[goal.key]
      return [
        .value(Text("\(goal.title)\n\(goal.text)")), .value(Text(found?.attainment.map(form.label) ?? "")),
        Cell(.value, .text(Text(found?.words ?? "")), flows: true),
      ]
    }
    return [.table(Table(columns: [.init("支援内容の目標", width: 4), .init("達成状況", width: 2), .init("説明", width: 5)], rows: rows))]
  }

  private var closing: [Block] {
    let findings = saved.review.findings
    let words = [("終結の理由（説明）", findings.closeWords), ("中断の理由（説明）", findings.interruptWords), ("これから続ける機関に伝えること", findings.onward)]
    let meetings = tabled.map {
      "\($0.heldOn?.warekiShort ?? "")　\($0.name)　\($0.timing.label)　\($0.result?.label ?? "結論はまだ")"
    }
    let rows = words.filter { !$0.1.isEmpty } + [("会議での確認", meetings.joined(separator: "\n"))]
    return [.table(Table(widths: [2.1, 12.1], rows: rows.map { [.label(Text($0.0)), .long(Text($0.1))] }))]
  }

  /// For handwriting, as it is in force today.
  static func blank(_ desk: Desk) -> [Section] {
    let lists = desk.visit.office.catalogue
    let paper = FormPaper(lists: lists, day: desk.today, isBlank: true)
    return [
      section(lists.definition(id: ReviewForm.id, on: desk.today), paper, Answers(), head: [PaperHead.blank], right: "")
    ]
  }

  private static func section(
    _ form: FormDefinition?, _ paper: FormPaper, _ answers: Answers, head: [Block], right: String
  ) -> Section {
    let title: Block = form.map { FormPaper.title($0, number) } ?? .title("プラン評価シート")
    return Section(
      "\(number) 評価", [title] + head + paper.blocks(form?.sections ?? [], answers), style: Style(size: 9), isBlank: paper.isBlank,
      headLeft: number, headRight: right)
  }
}
