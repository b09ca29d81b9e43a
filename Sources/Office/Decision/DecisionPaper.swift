import Casework
import Paper

/// 支援決定通知書: what the town decided about the programmes of a plan, to the person who applied for them.
///
/// The wording of remedies (教示) is the municipality's own and is not printed here. Source: reference §4.3.
struct DecisionPaper {
  let plan: OpenedPlan
  let view: PlanView
  let decision: DecisionView
  let head: PaperHead
  let town: String

  /// The 404 for a decision about a plan of another case, and where it is not for the viewer.
  init(_ desk: Desk, _ file: OpenedFile, _ copy: Int) throws {
    guard let found = try Self.all(desk, file).first(where: { $0.decision.id == copy }) else { throw desk.denied("decision \(copy)") }
    decision = found.decision
    plan = try desk.openPlan(found.plan)
    view = try PlanQueries.view(desk, plan)
    head = try PaperHead(desk, file)
    town = try desk.municipality()
  }

  static func copies(_ desk: Desk, _ file: OpenedFile) throws -> [PrintedCopy] {
    try all(desk, file).map { found in
      PrintedCopy(
        number: found.decision.id, words: "第\(found.round)回　\(found.decision.number)　\(found.decision.result.label)")
    }
  }

  /// Every decision about the plans of the case's 多機関協働, those of the first round first.
  private static func all(_ desk: Desk, _ file: OpenedFile) throws -> [(plan: PlanID, round: Int, decision: DecisionView)] {
    guard let coordination = try desk.latestCoordination(of: file) else { return [] }
    return try PlanQueries.rounds(desk, coordination).flatMap { round in
      try DecisionQueries.decisions(desk, desk.openPlan(round.id)).reversed().map { (round.id, round.round, $0) }
    }
  }

  var section: Section {
    let day = Wording.date(decision.on)
    return Section(
      "支援決定通知書",
      [
        .paragraph(Text(decision.number), align: .right), .paragraph(Text(day), align: .right), .gap(4),
        .paragraph(Text("\(head.name)　様")), .gap(2), .paragraph(Text("\(town)　\(decision.decider)"), align: .right), .gap(6),
        .title("支援決定通知書"), .gap(3), .paragraph(Text(opening)), .gap(3), table, .gap(4), .paragraph("写し："),
        .paragraph(Text(view.agencyName)),
        .notes(["この通知についての問い合わせは、上の決定をした課にお願いします。"]),
      ], style: Style(size: 10.5), headRight: head.number)
  }

  private var opening: String {
    switch decision.result {
    case .granted, .grantedWithConditions: "プラン（支援計画書）兼利用申込書により申込みのあった支援について、次のとおり\(decision.result.label)しましたので通知します。"
    case .refused: "プラン（支援計画書）兼利用申込書により申込みのあった支援について、次の理由により支援の決定をしないこととしましたので通知します。"
    }
  }

  private var table: Block {
    let uses = view.programmes.map { use in
      [
        use.programme.label, use.content, use.provider.flatMap { view.names[$0] }.map { "提供する機関：\($0)" } ?? "",
        PlanWording.period(use.from, use.until).isEmpty ? "" : "期間：\(PlanWording.period(use.from, use.until))",
      ].filter { !$0.isEmpty }.joined(separator: "\n")
    }
    let items = [
      ("決定番号", decision.number), ("決定日", Wording.date(decision.on)), ("結果", decision.result.label),
      ("対象のプラン", "第\(plan.round)回　\(PlanWording.period(view.draft.from, view.draft.until))"), ("利用する事業", uses.joined(separator: "\n")),
      ("決定の内容", decision.content), ("条件", decision.conditions), ("理由", decision.reason),
      ("ほかの支援", decision.confirmsRest ? "プランに書かれたほかの支援の内容を確認しました。" : ""),
    ].filter { !$0.1.isEmpty }
    return .table(Table(labelWidth: 0.22, items: items.map { (Text($0.0), Text($0.1)) }))
  }
}
