import Casework
import HTML

/// この情報を見られる人と理由.
struct SightPage {
  let chrome: Chrome
  let view: SightView
  let now: Int

  private var file: OpenedFile { view.file }

  var html: HTML {
    Page(
      title: "この情報を見られる人と理由", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: CaseReason(words: file.reason.words, sightPath: ""),
      content: """
        <h1>この情報を見られる人と理由 <small>\(file.number)</small></h1>
        <h2>いま見られる機関</h2><ul class="plain">\(HTML.each(view.open) { ground($0) })</ul>
        \(HTML.when(!view.members.isEmpty, members))\(HTML.when(view.emergencies.contains(where: \.isRunning), running))
        \(ended)\(HTML.when(!view.people.isEmpty, protections))
        """
    ).html
  }

  private func ground(_ ground: SightGround) -> HTML {
    """
    <li><strong>\(ground.agency)</strong><br>\(ground.ground.sentence(agency: ground.agency, since: day(ground.since)))<br>
    <span class="quiet">\(SightWording.reach(ground, now: now))</span></li>
    """
  }

  private var members: HTML {
    """
    <h2>会議の議題として見られる人</h2><p>事例そのものではなく、会議に出された内容だけを見られます。</p>
    <ul class="plain">\(HTML.each(view.members) { member in
      """
      <li><strong>\(member.name)</strong>　\(member.meeting)（\(member.heldOn.wareki)）
      <span class="quiet">\(member.heldOn.adding(days: MeetingStage.sightDays).wareki)まで</span></li>
      """
    })</ul>
    """
  }

  private var running: HTML {
    """
    <h2>緊急閲覧</h2><ul class="plain">\(HTML.each(view.emergencies.filter(\.isRunning)) { one in
      """
      <li><strong>\(one.agency)　\(one.staff)</strong>　\(one.reason?.label ?? "")
      <span class="quiet">\(Wording.moment(one.from))から\(Wording.moment(one.until))まで</span></li>
      """
    })</ul>
    """
  }

  private var ended: HTML {
    let past = view.emergencies.filter { !$0.isRunning }
    guard !view.ended.isEmpty || !past.isEmpty else { return .empty }
    return """
      <h2>終わった根拠</h2><ul class="plain">\(HTML.each(view.ended) { ground in
        """
        <li>\(ground.agency)　\(ground.ground.sentence(agency: ground.agency, since: day(ground.since)))
        <span class="quiet">\(ground.until.map { Wording.moment($0) } ?? "")に終わりました</span></li>
        """
      })\(HTML.each(past) { one in
        """
        <li>\(one.agency)　\(one.staff)　緊急閲覧（\(one.reason?.label ?? "")）
        <span class="quiet">\(Wording.moment(one.from))から\(Wording.moment(one.until))まで</span></li>
        """
      })</ul>
      """
  }

  private var protections: HTML {
    """
    <section class="no-print" aria-labelledby="protections"><h2 id="protections">支援措置</h2>
    <p>DV・ストーカー・虐待などから守る必要がある方は、住所や世帯とのつながりを、知らせる機関のほかには隠せます。</p>
    <ul class="plain">\(HTML.each(view.people) { person in
      let name = person.name.isEmpty ? "氏名のわからない方" : person.name
      let path = person.protection.map { "/protections/\($0)" } ?? "/protections/new?case=\(file.id)&resident=\(person.resident)"
      return "<li>\(name)　<a href=\"\(href: path)\">\(person.protection == nil ? "支援措置を登録する" : "支援措置を見る")<span class=\"visually-hidden\">：\(name)</span></a></li>"
    })</ul></section>
    """
  }

  private func day(_ at: Int) -> String { CivilDate.of(epochSeconds: at).wareki }
}
