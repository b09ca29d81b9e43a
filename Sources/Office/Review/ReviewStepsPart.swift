import Casework
import HTML

/// 次にすること: what the result leads to, and what is still missing for it.
struct ReviewStepsPart {
  let chrome: Chrome
  let view: ReviewView
  let saved: SavedReview

  private var coordination: OpenedCoordination { view.coordination }
  private var plan: PlanID { view.opened.plan }

  var html: HTML {
    """
    <section aria-labelledby="next-step"><h2 id="next-step">次にすること</h2>\(tabled)\(step)
    \(edit)</section>
    """
  }

  private var edit: HTML {
    guard view.mayWrite else { return "<p class=\"quiet\">\(view.standing.problem?.sentence ?? "")</p>" }
    return "<p><a href=\"/plans/\(plan.number)/review/edit\">\(saved.completedAt == nil ? "評価の続きを書く" : "評価を直す")</a></p>"
  }

  private var step: HTML {
    guard saved.completedAt != nil else { return "<p>評価を完了すると、会議や次の段階へ進めます。</p>" }
    if coordination.stage == .ended {
      return """
        <p>死亡・転出などで終わった支援です。<a href="/meetings/new?kind=planning&amp;coordination=\(coordination.id.number)">次の重層的支援会議の議題</a>に加えて報告してください。</p>
        """
    }
    guard !view.opened.isPast else { return "<p>この評価にもとづく手続きは終わっています。</p>" }
    switch saved.review.result {
    case nil: return .empty
    case .replan:
      return button(
        "replanning", "再プランをはじめる", about: "今のプランは次のプランが確定するまで続きます。新しいプランの作成に移ります。")
    case .close: return toMeeting(.close, act: .close, path: "closure", label: "終結する")
    case .interrupt: return toMeeting(.interrupt, act: .interrupt, path: "interruption", label: "中断する")
    }
  }

  /// The button once the meeting has agreed and nothing is missing; until then the missing things with where they are done.
  private func toMeeting(_ timing: MeetingTiming, act: CoordinationAct, path: String, label: String) -> HTML {
    let missing = Coordination.obstacles(coordination.stage, act, facts: view.facts)
    if missing.isEmpty {
      return button(path, label, about: "会議で認められています。")
    }
    return """
      <p>「\(label)」には、次のものが足りません。</p><ul>\(HTML.each(missing) { requirement in
        """
        <li><a href="\(href: self.path(requirement, timing))">\(requirement.label)</a>　\(requirement.wayOut)</li>
        """
      })</ul>
      """
  }

  private func path(_ requirement: CoordinationRequirement, _ timing: MeetingTiming) -> String {
    requirement.place == .meeting
      ? "/meetings/new?kind=planning&coordination=\(coordination.id)&timing=\(timing.rawValue)" : "/plans/\(plan)/review/edit"
  }

  private func button(_ path: String, _ label: String, about: String) -> HTML {
    """
    <form action="/plans/\(plan.number)/\(path)" method="post">\(FormView.tokens(chrome))<p>\(about)</p>
    <div class="actions"><button class="button">\(label)</button></div></form>
    """
  }

  private var tabled: HTML {
    guard !view.tabled.isEmpty else { return .empty }
    return """
      <ul class="plain">\(HTML.each(view.tabled) { item in
        """
        <li><a href="/meetings/\(item.meeting.number)">\(item.name)</a>　\(item.heldOn?.warekiShort ?? "")　\(item.timing.label)　\
        <strong>\(item.result?.label ?? "結果はまだ記録されていません")</strong></li>
        """
      })</ul>
      """
  }
}
