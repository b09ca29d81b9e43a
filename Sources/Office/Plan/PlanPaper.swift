import Casework
import Paper

/// 様式2-1 プラン（支援計画書）兼利用申込書 on paper, two pages: goals, support and roles; then the programmes, the period, the person's
/// application with room to sign, the meeting and the town's decision.
///
/// Source: reference §5.4, Annex B (プラン同意).
struct PlanPaper {
  static let number = "様式2-1"

  let plan: OpenedPlan
  let view: PlanView
  let state: PlanState
  let head: PaperHead
  let lists: FormCatalogue
  let meetingDay: CivilDate?
  let decisions: [DecisionView]
  let report: TownReportView?

  /// The 404 for a plan of another case, and where it is not for the viewer.
  init(_ desk: Desk, _ file: OpenedFile, _ copy: Int) throws {
    guard try Self.copies(desk, file).contains(where: { $0.number == copy }) else { throw desk.denied("plan \(copy)") }
    try self.init(desk, try desk.openPlan(PlanID(copy)))
  }

  init(_ desk: Desk, _ opened: OpenedPlan) throws {
    plan = opened
    view = try PlanQueries.view(desk, plan)
    state = try PlanQueries.state(desk, plan)
    head = try PaperHead(desk, plan.coordination.file)
    lists = desk.visit.office.catalogue
    meetingDay = plan.isPresent ? try PlanQueries.meetingDay(desk, plan.coordination) : nil
    decisions = try DecisionQueries.decisions(desk, plan)
    report = try DecisionQueries.report(desk, plan)
  }

  /// The rounds of the case's 多機関協働.
  static func copies(_ desk: Desk, _ file: OpenedFile) throws -> [PrintedCopy] {
    guard let coordination = try desk.latestCoordination(of: file) else { return [] }
    return try PlanQueries.rounds(desk, coordination).map { round in
      PrintedCopy(
        number: round.id.number, words: "第\(round.round)回　\(round.confirmedOn.map { "確定 \($0.warekiShort)" } ?? "確定していません")")
    }
  }

  var section: Section {
    var paper = FormPaper(lists: lists, day: view.draft.draftedOn ?? .latest, agencies: view.names)
    paper.settled = ["author": view.author, "org": view.agencyName]
    paper.tables = [
      "items": PlanItemTable.filled(view), "roles": PlanItemTable.roles(view, hiding: plan.coordination.file.keptBack.agencies),
    ]
    paper.after["agreement"] = [.signatures(ConsultationPaper.signatures), .heading("会議と市の決定"), settlement]
    let draft = state.isEditable ? "（案）" : ""
    return Self.section(definition, paper, PlanAnswers(view).answers, head: head.table, right: "\(head.number)　第\(plan.round)回\(draft)")
  }

  private var definition: FormDefinition? { lists.definition(id: PlanAnswers.form, on: view.draft.draftedOn ?? .latest) }

  private var settlement: Block {
    let decision = decisions.first.map { "\($0.result.label)　\($0.number)　\(Wording.date($0.on))\n\($0.decider)" } ?? ""
    let told = report.map { "\(Wording.moment($0.reportedAt))\($0.receivedAt == nil ? "　受領待ち" : "　受領済み")" } ?? ""
    return .table(
      Table(
        widths: FormPaper.columns,
        rows: [
          [.label("了承した会議"), .value(Text(meetingDay?.wareki ?? "")), .label("確定の仕方"), .value(Text(view.pattern.label))],
          [.label("支援決定"), .value(Text(decision)), .label("市への報告"), .value(Text(told))],
          [.label("プランの状態"), .value(Text(state.label)), .label("確定日"), .value(Text(view.confirmedOn?.wareki ?? ""))],
        ]))
  }

  /// For handwriting, as it is in force today.
  static func blank(_ desk: Desk) -> [Section] {
    let lists = desk.visit.office.catalogue
    var paper = FormPaper(lists: lists, day: desk.today, isBlank: true, longHeight: 13)
    paper.tables = ["items": PlanItemTable.blank, "roles": PlanItemTable.blankRoles]
    paper.after["agreement"] = [.signatures(ConsultationPaper.signatures)]
    return [section(lists.definition(id: PlanAnswers.form, on: desk.today), paper, Answers(), head: PaperHead.blank, right: "")]
  }

  /// The programmes begin the second page.
  private static func section(_ form: FormDefinition?, _ paper: FormPaper, _ answers: Answers, head: Block, right: String) -> Section {
    guard let form else { return Section(number, [.title("プラン（支援計画書）兼利用申込書"), head], headRight: right) }
    var paper = paper
    paper.spoken.insert("agreement")
    let blocks = form.sections.flatMap { section in
      (section.id == "programmes" ? [Block.pageBreak] : []) + paper.blocks(section, answers)
    }
    return Section(
      "\(number) プラン", [FormPaper.title(form, number), head] + blocks, style: Style(size: 9), isBlank: paper.isBlank, headLeft: number,
      headRight: right)
  }
}

/// 「支援内容」 and 「役割分担」 of a plan as tables that fit across the paper.
enum PlanItemTable {
  private static let columns: [Table.Column] = [
    .init("課題", width: 2), .init("目標", width: 2), .init("実施すること", width: 3), .init("担い手", width: 2.2), .init("頻度", width: 1.3),
    .init("開始～終了", width: 1.7), .init("備考", width: 1.6),
  ]
  private static let roleColumns: [Table.Column] = [
    .init("主担当", width: 0.9), .init("機関", width: 3.4), .init("担当者", width: 2), .init("役割", width: 5),
  ]

  static func filled(_ view: PlanView) -> Table {
    Table(
      columns: columns,
      rows: view.items.map { item in
        let programme = item.programme.map { "［\($0.label)］\n" } ?? ""
        return [
          item.issue, item.goal, programme + item.action, PlanWording.owner(item.owner, view.names), item.frequency,
          PlanWording.period(item.from, item.until), item.remarks,
        ].map { Cell(.value, .text(Text($0)), flows: true) }
      })
  }

  /// `hiding`: agencies whose staff are not named to this viewer.
  static func roles(_ view: PlanView, hiding hidden: Set<AgencyID>) -> Table {
    Table(
      columns: roleColumns,
      rows: view.draft.roles.map { share in
        let isHidden = share.agency.map(hidden.contains) ?? false
        return [
          .value(share.isMain ? "◎" : "", align: .centre), .value(Text(share.agency.flatMap { view.names[$0] } ?? "（未定）")),
          .value(Text(isHidden ? "" : share.person)), Cell(.value, .text(Text(share.role)), flows: true),
        ]
      })
  }

  static let blank = empty(columns, rows: 5, height: 12)
  static let blankRoles = empty(roleColumns, rows: 4, height: 9)

  private static func empty(_ columns: [Table.Column], rows: Int, height: Double) -> Table {
    let row = columns.map { _ in Cell(.value, .text(""), blankHeight: height) }
    return Table(columns: columns, rows: Array(repeating: row, count: rows))
  }
}
