import Casework
import HTML

/// ホームの画面: six short lists; for somebody who works on no case, the places they may enter.
struct HomePage {
  let chrome: Chrome
  let today: CivilDate
  let view: HomeView?
  /// For who works on no case and looks at 緊急閲覧 afterwards.
  var emergencies: [EmergencyLine] = []

  var html: HTML {
    Page(
      title: "ホーム", chrome: chrome, place: "/",
      content: """
        <h1>ホーム <small class="quiet">\(today.wareki)（\(today.weekday.label)）</small></h1>
        \(view.map(lists) ?? places)
        """
    ).html
  }

  private func lists(_ view: HomeView) -> HTML {
    """
    \(HTML.when(mayEnter("/consultations/new"), "<div class=\"actions\"><a class=\"button\" href=\"/consultations/new\">相談を受ける</a></div>"))
    <div class="cards">
    \(HomeWatchPart(watch: view.watch).html)
    \(HTML.when(!view.overdue.lines.isEmpty, referrals("overdue", "回答期限切れ", view.overdue, all: "/referrals?overdue=1", empty: .empty)))
    \(referrals("mine", "自分の番", view.mine, all: "/referrals", empty: "<p>こちらの対応を待っているつなぎはありません。新しい相談は「相談を受ける」から記録します。</p>"))
    \(HTML.when(!view.comments.lines.isEmpty, comments(view.comments)))
    \(HTML.when(!view.ahead.lines.isEmpty, HomeAheadPart(list: view.ahead, today: today, leads: mayEnter("/coordinations")).html))
    \(tasks(view.tasks))
    \(referrals("theirs", "相手の番", view.theirs, all: "/referrals?tab=sent", empty: "<p>返事を待っているつなぎはありません。ほかの機関の力を借りたいときは、事例を開いて「つなぐ」を選びます。</p>"))
    \(drafts(view.drafts))
    \(cases(view.recent))
    </div>
    """
  }

  private func referrals(_ id: String, _ title: String, _ list: HomeView.List<HomeView.Waiting>, all: String, empty: HTML) -> HTML {
    card(id, title, isEmpty: list.lines.isEmpty, empty: empty, more: more(list.hasMore, all, "つなぎをすべて見る")) {
      HTML.each(list.lines) { line in
        """
        <li><a href="\(href: line.path)">\(line.number)\(HTML.when(!line.label.isEmpty, "　\(line.label)"))</a>
        <span class="chip\(raw: isLate(line) ? " late" : line.rest == nil ? "" : " turn")">\(stage(line))</span>
        <span class="quiet">\(line.isSender ? "つなぎ先" : "つなぎ元")　\(line.otherAgency)\(line.stage == .requested ? line.dueOn.map { "　回答期限 \(Wording.shortDate($0))" } : nil)</span>\
        \(HTML.when(isLate(line), " <strong>期限を過ぎています</strong>"))\(line.rest.map(rest))</li>
        """
      }
    }
  }

  private func stage(_ line: HomeView.Waiting) -> String {
    if line.rest != nil, line.stage != .reported { return ReferralStage.acceptedInPart.label }
    return line.coordination == nil ? line.stage.label : "多機関協働への新しい依頼"
  }

  /// What the other agency did not take up, and what the sender does about it.
  private func rest(_ words: String) -> HTML {
    """
    <br>\(words.isEmpty ? "引き受けられなかったことがあります。" : "引き受けられなかったこと：\(words)")
    <br><span class="quiet">\(ReferralWording.restToDo)つなぎの画面で「確認した」を選ぶと、ここから消えます。</span>
    """
  }

  private func comments(_ list: HomeView.List<CommentedNote>) -> HTML {
    card("comments", "記録へのコメント", isEmpty: false, empty: .empty, more: .empty) {
      HTML.each(list.lines) { line in
        """
        <li><a href="/notes/\(line.note.number)/comments">\(line.number)　\(line.label)</a>
        <span class="quiet">\(line.supervisor)から　\(Wording.shortMoment(line.at))</span></li>
        """
      }
    }
  }

  private func isLate(_ line: HomeView.Waiting) -> Bool {
    Referral.isOverdue(line.stage, due: line.dueOn.flatMap(CivilDate.init(iso:)), today: today)
  }

  private func tasks(_ list: HomeView.List<HomeView.Due>) -> HTML {
    card(
      "tasks", "今日の予定", isEmpty: list.lines.isEmpty,
      empty: "<p>今日までの予定はありません。支援経過に「次の対応」と期限を書くと、ここに出ます。</p>", more: more(list.hasMore, "/tasks", "やることをすべて見る")
    ) {
      HTML.each(list.lines) { line in
        """
        <li><a href="/cases/\(line.caseFile.number)">\(line.what)</a>
        <span class="quiet">\(line.number)　\(line.label)\(HTML.when(line.isShared, "　担当未定"))</span>
        \(line.dueOn < today.iso ? late(line.dueOn) : "<span class=\"chip turn\">今日</span>")</li>
        """
      }
    }
  }

  private func late(_ dueOn: String) -> HTML { "<span class=\"chip late\">\(Wording.shortDate(dueOn)) 期限切れ</span>" }

  private func drafts(_ list: HomeView.List<DraftLine>) -> HTML {
    card(
      "drafts", "書きかけ", isEmpty: list.lines.isEmpty, empty: "<p>書きかけはありません。記録の途中で席を離れても、入力した内容はここから続けられます。</p>",
      more: more(list.hasMore, "/drafts", "書きかけをすべて見る")
    ) {
      HTML.each(list.lines) { draft in
        """
        <li><a href="/drafts/\(draft.id.number)">\(draft.title.isEmpty ? "題名のない書きかけ" : draft.title)</a>
        <span class="quiet">\(Wording.shortMoment(draft.savedAt)) 保存</span></li>
        """
      }
    }
  }

  private func cases(_ list: HomeView.List<HomeView.Recent>) -> HTML {
    card(
      "recent", "最近の事例", isEmpty: list.lines.isEmpty, empty: "<p>見られる事例はまだありません。相談を受け付けるか、つなぎを受理すると、ここに出ます。</p>",
      more: more(!list.lines.isEmpty, "/cases", "事例をすべて見る")
    ) {
      HTML.each(list.lines) { line in
        """
        <li><a href="/cases/\(line.id.number)">\(line.number)　\(line.label)</a> <span class="chip">\(line.stage.label)</span>
        <span class="quiet">\(Wording.shortMoment(line.touchedAt))</span></li>
        """
      }
    }
  }
}

extension HomePage {
  private func card(_ id: String, _ title: String, isEmpty: Bool, empty: HTML, more: HTML, _ lines: () -> HTML) -> HTML {
    """
    <section class="card" aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>
    \(isEmpty ? empty : "<ul class=\"plain\">\(lines())</ul>")\(more)</section>
    """
  }

  private func more(_ isShown: Bool, _ path: String, _ words: String) -> HTML {
    HTML.when(isShown, "<p><a href=\"\(href: path)\">\(words)</a></p>")
  }

  private func mayEnter(_ path: String) -> Bool { chrome.places.contains { $0.path == path } }

  /// For administrators, auditors and others who work on no case: where they can go, and nothing else.
  private var places: HTML {
    let others = (chrome.places + chrome.furtherPlaces).filter { $0.path != "/" }
    guard !others.isEmpty else { return "<p>いまの役割で使える機能はありません。役割の追加が必要なときは、システム管理者に連絡してください。</p>" }
    return """
      \(HomeEmergencyPart(lines: emergencies).html)<ul class="plain">\(HTML.each(others) { "<li><a href=\"\(href: $0.path)\">\($0.title)</a></li>" })</ul>
      """
  }
}
