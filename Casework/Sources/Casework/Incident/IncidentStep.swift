/// 「対応の段階」 What is done about an incident, each with its day. Raw values are stored.
public enum IncidentStep: String, CaseIterable, Sendable, Hashable {
  case quickReport, finalReport, notice, publication, closing

  public var label: String {
    switch self {
    case .quickReport: "個人情報保護委員会への速報"
    case .finalReport: "個人情報保護委員会への確報"
    case .notice: "本人への通知"
    case .publication: "公表"
    case .closing: "終結"
    }
  }

  /// Those that are done, or not done for a reason, before an incident is closed.
  public static let duties: [IncidentStep] = [.quickReport, .finalReport, .notice]
}

/// 「対応の記録」 One step that was taken, or that was given up with a reason.
public struct TakenStep: Hashable, Sendable {
  public let step: IncidentStep
  public let isWaived: Bool
  public let on: CivilDate
  public let words: String

  public init(_ step: IncidentStep, isWaived: Bool = false, on: CivilDate, words: String = "") {
    self.step = step
    self.isWaived = isWaived
    self.on = on
    self.words = words
  }
}

/// 「期限のようす」 How a duty stands on a day.
public enum DutyStanding: Hashable, Sendable {
  case done(CivilDate)
  case waived(CivilDate)
  case late(since: CivilDate)
  case open(until: CivilDate?)
  case none
}

/// 「漏えい等への対応」 An incident with what was done about it.
public struct IncidentCourse: Hashable, Sendable {
  public let incident: Incident
  public let steps: [TakenStep]

  public init(incident: Incident, steps: [TakenStep]) {
    self.incident = incident
    self.steps = steps
  }

  public var isClosed: Bool { steps.contains { $0.step == .closing } }

  /// Where one duty stands. Nothing is asked where no report is due.
  public func standing(_ step: IncidentStep, today: CivilDate) -> DutyStanding {
    if let taken = steps.last(where: { $0.step == step }) { return taken.isWaived ? .waived(taken.on) : .done(taken.on) }
    guard IncidentStep.duties.contains(step), incident.duty.mayBeDue else { return .none }
    guard let deadlines = ReportDeadlines(incident), let last = last(step, deadlines) else { return .open(until: nil) }
    return today > last ? .late(since: last.adding(days: 1)) : .open(until: last)
  }

  /// The notice is due "without delay": no day is set.
  private func last(_ step: IncidentStep, _ deadlines: ReportDeadlines) -> CivilDate? {
    switch step {
    case .quickReport: deadlines.quick.upperBound
    case .finalReport: deadlines.final
    case .notice, .publication, .closing: nil
    }
  }

  /// Why a step cannot be recorded.
  public func problems(_ step: TakenStep, today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if isClosed { problems.append(.init("step", "この記録は終結しています。続きがあるときは、新しく登録し、概要にこの番号を書いてください。")) }
    if step.on > today { problems.append(.init("on", "日付が今日より先です。行った日を入れてください。")) }
    if let known = incident.knownOn, step.on < known { problems.append(.init("on", "日付が、知った日より前です。行った日を入れてください。")) }
    if step.isWaived, step.words.isBlank { problems.append(.init("words", "行わないときは、その理由を書いてください。")) }
    return problems
  }

  /// What still keeps it from being closed, in Japanese; empty when it may be.
  ///
  /// Source: reference §8.1; issue "Who may see what": closed only when each due thing is done or has a reason.
  public var missing: [String] {
    var missing: [String] = []
    if incident.duty == .undetermined { missing.append("人数（報告の要否が決まりません）") }
    for step in IncidentStep.duties where incident.duty.mayBeDue && !steps.contains(where: { $0.step == step }) {
      missing.append("\(step.label)（行った日か、行わない理由）")
    }
    if incident.items.isBlank { missing.append("漏えい等した項目") }
    if incident.cause.isBlank { missing.append("原因") }
    if incident.handling.isBlank { missing.append("本人への対応") }
    if incident.prevention.isBlank { missing.append("再発防止") }
    return missing
  }
}
