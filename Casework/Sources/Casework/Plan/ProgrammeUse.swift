/// 「参加支援の内容」 (reference §5.4 no. 10). Raw values are stored and never renamed.
public enum ParticipationKind: String, CaseIterable, Sendable, Hashable, Codable {
  case work, housing, learning, place, other

  public var label: String {
    switch self {
    case .work: "就労"
    case .housing: "居住"
    case .learning: "学習"
    case .place: "居場所"
    case .other: "その他"
    }
  }
}

/// 「事業の利用」 Use of アウトリーチ等事業 or 参加支援事業 in a plan. It drives the pattern and waits for the town's decision.
///
/// Source: seed 003 ch. 6 5)(3)③, 6)(4); reference §5.4 nos. 9, 10.
public struct ProgrammeUse: Hashable, Sendable, Codable {
  public var programme: PlanProgramme
  public var content = ""
  /// Only for 参加支援.
  public var kinds: [ParticipationKind] = []
  /// 「提供する機関」
  public var provider: AgencyID?
  /// 「受け入れる場」
  public var place = ""
  public var from: CivilDate?
  public var until: CivilDate?
  /// 「先に始めた日」 Outreach begun before the plan, early contact of 参加支援.
  public var beganOn: CivilDate?
  public var beganReason = ""

  public init(_ programme: PlanProgramme, content: String = "", provider: AgencyID? = nil) {
    self.programme = programme
    self.content = content
    self.provider = provider
  }

  /// Begun before the decision, with the day and the reason.
  public var hasEarlyStart: Bool { beganOn != nil && !beganReason.isBlank }

  /// 「利用中」 Is the programme at work on this day? From the town's decision on, or earlier where it was begun earlier with a reason.
  ///
  /// `decision`: the day of a decision that grants; nil while there is none. Source: R-23.
  public func isActive(on day: CivilDate, decision: CivilDate?) -> Bool {
    if let until, day > until { return false }
    if hasEarlyStart, let beganOn, day >= beganOn { return true }
    guard let decision else { return false }
    return day >= max(decision, from ?? decision)
  }

  /// Why it may not be at work on this day, with the way out; nil when it may.
  public func refusal(on day: CivilDate, decision: CivilDate?) -> FieldProblem? {
    if hasEarlyStart, let beganOn, day >= beganOn { return nil }
    if let decision, day >= decision { return nil }
    return FieldProblem(
      "use.\(programme.rawValue).began_on",
      "\(programme.label)は、市の支援決定の前には始められません。すでに始めているときは、先に始めた日と理由の両方を書いてください。")
  }

  /// What is missing before the plan may be submitted. `draftedOn`: the day of the plan.
  func problems(draftedOn: CivilDate?) -> [FieldProblem] {
    let name = "use.\(programme.rawValue)"
    var problems: [FieldProblem] = []
    if content.isBlank {
      problems.append(.init("\(name).content", "\(programme.label)の利用の内容が書かれていません。どのような支援を受けるのかを書いてください。"))
    }
    if provider == nil {
      problems.append(.init("\(name).provider", "\(programme.label)を提供する機関が選ばれていません。機関を選んでください。"))
    }
    if let from, let until, until < from {
      problems.append(.init("\(name).until", "\(programme.label)の利用の終わりが始まりより前です。日付を直してください。"))
    }
    if beganOn != nil || !beganReason.isBlank {
      if beganOn == nil { problems.append(.init("\(name).began_on", "\(programme.label)を先に始めた日が入っていません。始めた日を入れてください。")) }
      if beganReason.isBlank {
        problems.append(.init("\(name).began_reason", "\(programme.label)を支援決定の前に始めた理由が書かれていません。理由を書いてください。"))
      }
    } else if let from, let draftedOn, from < draftedOn, let refusal = refusal(on: from, decision: nil) {
      problems.append(refusal)
    }
    return problems
  }
}
