/// 「プランをとりまく事実」 What the completeness of a plan depends on beside the plan itself.
public struct PlanCircumstances: Hashable, Sendable {
  /// 「保護の実施機関」 where the household receives 生活保護; it is part of the team.
  public var publicAssistance: AgencyID?
  /// The day form 1-2 of this round was completed.
  public var assessedOn: CivilDate?

  public init(publicAssistance: AgencyID? = nil, assessedOn: CivilDate? = nil) {
    self.publicAssistance = publicAssistance
    self.assessedOn = assessedOn
  }
}

extension PlanDraft {
  /// What is missing before it may be put to the meeting, in the order of the page; empty when it is complete.
  ///
  /// Source; reference §4.3 (order of days), §5.4.
  public func problems(_ circumstances: PlanCircumstances = PlanCircumstances()) -> [FieldProblem] {
    words(circumstances) + rows + sharing(circumstances) + programmes + times + agreed
  }

  /// What had better be settled; never blocks.
  public func warnings() -> [FieldProblem] {
    var warnings: [FieldProblem] = []
    if goalWords.isBlank {
      warnings.append(.init("goal_words", "本人の希望が本人の言葉で書かれていません。聞き取れたら、そのままの言葉で書いてください。"))
    }
    if !roles.isEmpty, !roles.contains(where: \.isMain) {
      warnings.append(.init("roles", "主担当の機関が決まっていません。終結までに、役割分担の中からひとつ決めてください。"))
    }
    return warnings
  }

  private func words(_ circumstances: PlanCircumstances) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let assessed = circumstances.assessedOn, let draftedOn, draftedOn < assessed {
      problems.append(
        .init("drafted_on", "作成日がアセスメントを終えた日（\(assessed.wareki)）より前です。アセスメントのあとの日付に直してください。"))
    }
    let texts = [
      ("issues", issues, "解決したい課題が書かれていません。何に困っていて、何を解決したいのかを書いてください。"),
      ("goal_long", goalLong, "長期の目標が書かれていません。本人・世帯がめざす暮らしを書いてください。"),
      ("goal_short", goalShort, "短期の目標が書かれていません。このプランの期間でめざすことを書いてください。"),
      ("policy", policy, "支援の方向性が書かれていません。関係機関がどう支えるのかを書いてください。"),
    ]
    problems += texts.filter { $0.1.isBlank }.map { FieldProblem($0.0, $0.2) }
    return problems
  }

  private var rows: [FieldProblem] {
    if items.isEmpty {
      return [.init("items", "支援内容がひとつも書かれていません。だれが何をするのかを、ひとつ以上書いてください。")]
    }
    return items.enumerated().flatMap { index, item in
      let (name, label) = ("item.\(index + 1)", "支援内容\(index + 1)")
      var problems: [FieldProblem] = []
      if item.action.isBlank { problems.append(.init("\(name).action", "\(label)の「実施すること」が書かれていません。何をするのかを書いてください。")) }
      if item.owner == nil { problems.append(.init("\(name).owner", "\(label)の担い手が決まっていません。本人・家族・機関から選んでください。")) }
      if let programme = item.programme, use(programme) == nil {
        problems.append(
          .init("\(name).programme", "\(label)は\(programme.label)の支援ですが、事業の利用が書かれていません。「事業の利用」に内容と機関を書いてください。"))
      }
      if let from = item.from, let until = item.until, until < from {
        problems.append(.init("\(name).until", "\(label)の終わりが始まりより前です。日付を直してください。"))
      } else if let days = period, [item.from, item.until].contains(where: { $0.map { !days.contains($0) } ?? false }) {
        problems.append(.init("\(name).from", "\(label)の期間がプランの期間からはみ出ています。プランの期間の中の日付に直してください。"))
      }
      return problems
    }
  }

  private func sharing(_ circumstances: PlanCircumstances) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if roles.isEmpty { problems.append(.init("roles", "役割分担がひとつも書かれていません。どの機関が何を受け持つのかを書いてください。")) }
    for (index, share) in roles.enumerated() {
      let label = "役割分担\(index + 1)"
      if share.agency == nil { problems.append(.init("role.\(index + 1).agency", "\(label)の機関が選ばれていません。機関を選んでください。")) }
      if share.role.isBlank { problems.append(.init("role.\(index + 1).role", "\(label)の役割が書かれていません。受け持つことを書いてください。")) }
    }
    if roles.count(where: \.isMain) > 1 { problems.append(.init("roles", "主担当の機関が二つ以上あります。ひとつに決めてください。")) }
    if let centre = circumstances.publicAssistance, !roles.contains(where: { $0.agency == centre }) {
      problems.append(.init("roles", "生活保護を受けている世帯のプランです。保護の実施機関を役割分担に加えてください。"))
    }
    return problems
  }

  private var programmes: [FieldProblem] { uses.flatMap { $0.problems(draftedOn: draftedOn) } }

  private var times: [FieldProblem] {
    var problems: [FieldProblem] = []
    if from == nil { problems.append(.init("period_from", "プランの期間の始まりが入っていません。日付を入れてください。")) }
    if until == nil { problems.append(.init("period_to", "プランの期間の終わりが入っていません。日付を入れてください。")) }
    if let from, let until, until < from {
      problems.append(.init("period_to", "プランの期間の終わりが始まりより前です。日付を直してください。"))
    }
    if monitoring.isEmpty {
      problems.append(.init("monitor.1", "モニタリングの時期が決まっていません。プランの期間の中で、ひとつ以上の日を入れてください。"))
    }
    if let days = period {
      for (index, day) in monitoring.enumerated() where !days.contains(day) {
        problems.append(
          .init("monitor.\(index + 1)", "モニタリングの日（\(day.wareki)）がプランの期間の外です。期間の中の日付に直してください。"))
      }
    }
    return problems
  }

  private var agreed: [FieldProblem] {
    guard pattern != .othersOnly, !agreement.isComplete else { return [] }
    return [
      .init(
        agreement.on == nil ? "agreed_on" : "agreed_how",
        "アウトリーチ等事業や参加支援事業を使うプランには、本人の同意・利用申込が要ります。同意した日と方法（署名・代筆・口頭）を入れてください。")
    ]
  }

  private var period: ClosedRange<CivilDate>? {
    guard let from, let until, from <= until else { return nil }
    return from...until
  }
}
