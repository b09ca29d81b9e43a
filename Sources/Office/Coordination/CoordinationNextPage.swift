import Casework
import HTML

/// 「段階の線」 The steps of the main line, with the one reached.
struct CoordinationLinePart {
  let stage: CoordinationStage
  let pattern: PlanPattern?
  /// Newest first.
  let events: [CoordinationView.Event]

  var html: HTML {
    """
    <ol class="steps no-print" aria-label="多機関協働の段階">\(HTML.each(steps) { step in
      step == stage
        ? "<li aria-current=\"step\">\(step.label)</li>" : "<li\(raw: isDone(step) ? " class=\"done\"" : "")>\(step.label)</li>"
    })</ol>
    """
  }

  /// Pattern C passes the decision by; what lies off the line stands where it was left.
  private var steps: [CoordinationStage] {
    var line = CoordinationStage.line.filter { $0 != .awaitingDecision || pattern != .othersOnly || stage == .awaitingDecision }
    guard !line.contains(stage) else { return line }
    switch stage {
    case .preConsent: line.replaceSubrange(2..<3, with: [.preConsent, .applied])
    case .replanning, .interrupted: line.insert(stage, at: line.count - 1)
    case .closed, .followUp: line.append(stage)
    case .reopened: line = [.reopened] + line.drop { $0 != .assessing }
    default: line = reached + [stage]
    }
    return line
  }

  private func isDone(_ step: CoordinationStage) -> Bool {
    guard let now = steps.firstIndex(of: stage), let place = steps.firstIndex(of: step) else { return false }
    return place < now
  }

  /// What was passed before a line that ended early.
  private var reached: [CoordinationStage] {
    let passed = Set([.requested] + events.map(\.stage))
    return CoordinationStage.line.filter { passed.contains($0) && $0 != stage }
  }
}

/// 「次の一歩」 What leads on, what is missing for it with a link each, and what else may be done.
struct CoordinationNextPart {
  let chrome: Chrome
  let view: CoordinationView
  let today: CivilDate

  private var coordination: OpenedCoordination { view.coordination }
  private var path: String { "/coordinations/\(coordination.id)" }
  private var sides: [CoordinationSide] { CoordinationSide.allCases.filter(coordination.sides.contains) }

  private var available: [CoordinationAct] {
    let acts = sides.flatMap { Coordination.availableActs(coordination.stage, side: $0) }
    return CoordinationAct.allCases.filter(acts.contains)
  }

  var html: HTML {
    """
    <section class="no-print" aria-labelledby="next"><h2 id="next">次の一歩</h2>\(step)\(others)</section>
    """
  }

  private var step: HTML {
    guard let next = Coordination.nextStep(coordination.stage, facts: view.recorded) else {
      return "<p>\(CoordinationWording.rest(coordination.stage))</p>"
    }
    let missing = Coordination.obstacles(coordination.stage, next, facts: view.recorded)
    if coordination.stage == .inSupport, view.recorded.review == nil { return running(missing) }
    let isMine = available.contains(next) || (next == .approve && coordination.isCoordinator)
    return """
      <p><strong>\(next.label)</strong>\(HTML.when(!isMine, "（\(CoordinationWording.turn(coordination.stage, sides: coordination.sides))）"))</p>
      \(missing.isEmpty ? HTML.when(isMine, button(next)) : missingPart(missing))
      """
  }

  /// While a plan runs, its agencies are heard and it is looked at on its day; what an end asks for stands folded below.
  private func running(_ missing: [CoordinationRequirement]) -> HTML {
    let day = view.days.first { $0.kind == .monitoring }?.day
    let asks = coordination.isCoordinator
    return """
      <p>プランにもとづく支援が進んでいます。\(asks ? "各機関の様子を聞き、モニタリングの日に見直します。" : "担っている役割の様子を、多機関協働に伝えてください。")\
      \(day.map { "次のモニタリングは\($0.wareki)です。" })</p>
      <div class="actions"><a class="button" href="\(href: path)/progress">実施の状況を見る</a>\(view.plan.map { plan in
        HTML.when(asks, " <a class=\"button outline\" href=\"/plans/\(plan.id.number)/monitoring/new\">モニタリングを記録する</a> <a class=\"button outline\" href=\"/plans/\(plan.id.number)/review\">プランを評価する</a>")
      })</div>
      \(HTML.when(asks, "<details><summary>終結に進むには</summary>\(missingPart(missing))</details>"))
      """
  }

  private func missingPart(_ missing: [CoordinationRequirement]) -> HTML {
    """
    <p>進むには、次のものが要ります。</p><ul>\(HTML.each(missing) { requirement in
      CoordinationPlace.path(requirement, view).map {
        "<li><a href=\"\(href: $0)\">\(requirement.label)</a><br><span class=\"quiet\">\(requirement.wayOut)</span></li>" as HTML
      } ?? "<li>\(requirement.label)<br><span class=\"quiet\">\(requirement.wayOut)</span></li>"
    })</ul>\(HTML.when(missing.contains(.plan) && beginsPlan, begin))
    """
  }

  /// The round in hand has no plan yet.
  private var beginsPlan: Bool { coordination.isCoordinator && view.plan?.round != coordination.round }

  private var begin: HTML {
    """
    <form action="\(href: path)/plan" method="post">\(FormView.tokens(chrome))<div class="actions"><button class="button">プランを作りはじめる</button></div></form>
    """
  }

  /// One click where nothing has to be typed, otherwise the place where it is done.
  private func button(_ act: CoordinationAct) -> HTML {
    if let place = CoordinationPlace.form(act, view) {
      return "<div class=\"actions\"><a class=\"button\" href=\"\(href: place)\">\(act.label)</a></div>"
    }
    guard let name = CoordinationPlace.direct(act) else { return .empty }
    return """
      <form action="\(href: path)/\(name)" method="post">\(FormView.tokens(chrome))<input type="hidden" name="version" value="\(coordination.version)">\
      <div class="actions"><button class="button">\(act.label)</button></div></form>
      """
  }

  private var others: HTML {
    let next = Coordination.nextStep(coordination.stage, facts: view.recorded)
    let rest = available.filter { $0 != next }.compactMap { act in CoordinationPlace.form(act, view).map { (act, $0) } }
    guard !rest.isEmpty else { return .empty }
    return """
      <p>ほかにできること：</p><div class="actions">\(HTML.each(rest) { act, place in
        "<a class=\"button outline\" href=\"\(href: place)\">\(act.label)</a> "
      })</div>
      """
  }
}

/// Who is in it: household and agencies.
struct CoordinationTeamPart {
  let view: CoordinationView
  let today: CivilDate

  var html: HTML {
    """
    \(HTML.when(!view.members.isEmpty, HouseholdPart(path: "/cases/\(view.coordination.file.id)", members: view.members, today: today, mayRecord: view.coordination.file.lasts).html))
    <section aria-labelledby="team"><h2 id="team">関わっている機関</h2><ul class="plain">\(HTML.each(view.team) { member in
      "<li>\(member.name)　<span class=\"quiet\">\(CoordinationWording.ground(member.ground))</span></li>"
    })</ul></section>
    """
  }
}
