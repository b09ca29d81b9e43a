import Casework
import HTML

/// 支援措置の画面: what is hidden from whom, why, until when it is looked at again, and what was changed.
struct ProtectionPage {
  let chrome: Chrome
  let today: CivilDate
  let opened: OpenedProtection
  let names: ProtectionNames
  let events: [ProtectionEventLine]
  var form = FormView()
  /// Somebody else changed or ended it before this form arrived.
  var isConflict = false

  var html: HTML {
    Page(
      title: "支援措置 \(opened.id)", chrome: chrome, place: "/protections", crumbs: [("支援措置", "/protections")], reason: reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(opened.name.isEmpty ? "氏名のわからない方" : opened.name) <small class="quiet">支援措置</small></h1>\(form.errorSummary)\
        \(HTML.when(isConflict, "<div class=\"banner warning\" role=\"alert\"><h2>ほかの人が先に変更しました</h2><p>下が最新の内容です。確かめてから、必要ならもう一度行ってください。</p></div>"))
        <p>\(state)</p>\(due)
        <dl class="facts">\(HTML.each(facts) { "<dt>\($0.label)</dt><dd>\(lines: $0.words)</dd>" })
        <dt>登録</dt><dd>\(Wording.moment(opened.registeredAt))　\(opened.agencyName)　\(opened.staffName)</dd></dl>
        \(HTML.when(opened.mayChange, "<div class=\"actions\"><a class=\"button outline\" href=\"\(href: opened.path)/edit\">内容を変える</a></div>"))
        \(HTML.when(opened.endedAt == nil, lookThrough))\(history)\(HTML.when(opened.mayChange, ending))
        """
    ).html
  }

  private var reason: String { "\(chrome.agencyName)が、この支援措置を登録したか、知らせる機関に選ばれているか、市の事業担当課であるため" }

  private var facts: [(label: String, words: String)] {
    ProtectionWording.facts(opened.draft, perpetrator: opened.perpetratorName, names: names).filter { !$0.words.isEmpty }
  }

  private var state: HTML {
    guard let ended = opened.endedAt else {
      return opened.isReviewDue(today) ? "<span class=\"chip late\">見直しの日を過ぎています</span>" : "<span class=\"chip done\">続いています</span>"
    }
    return """
      <span class="chip">終了（\(CivilDate.of(epochSeconds: ended).wareki)　\(opened.endedBy)）</span> \(opened.endReason)
      """
  }

  private var due: HTML {
    HTML.when(
      opened.isReviewDue(today),
      """
      <div class="banner warning"><h2>見直しの日を過ぎています</h2><p>支援措置は続いています。続けるときは見直しの日を改め、要らなくなったときは理由を書いて終えてください。</p></div>
      """)
  }

  /// The veil covers spellings, not meanings: only people can find the rest.
  private var lookThrough: HTML {
    """
    <div class="banner"><h2>文章の中の手がかりを確かめてください</h2>
    <p>氏名・住所・電話は、すでに書かれた文章の中でも隠します。「母」「妹の職場」「駅前の学校」のような言い回しや、添付ファイルの中身は隠せません。\
    ほかの機関も読める支援経過に残っているときは、「この記録を訂正する」から公開範囲を「自機関のみ」に改めてください。</p></div>
    """
  }

  private var history: HTML {
    """
    <section aria-labelledby="history"><h2 id="history">経過</h2>\(HTML.each(events) { event in
      """
      <article class="note"><h3>\(Wording.moment(event.at))　\(ProtectionWording.event(event.event))</h3>
      <p class="quiet">\(event.agency)　\(event.staff)</p><p>\(lines: event.content)</p></article>
      """
    })</section>
    """
  }

  private var ending: HTML {
    """
    <section class="no-print" aria-labelledby="ending"><h2 id="ending">支援措置を終える</h2>
    <p>終えると、住所・連絡先・世帯とのつながりが、事例を見られるすべての機関に見えるようになります。</p>
    <form action="\(href: opened.path)/ending" method="post" class="narrow">\(FormView.tokens(chrome))
    <input type="hidden" name="version" value="\(opened.version)">
    \(form.area("end_reason", "終える理由", need: .required, rows: 2))
    <button class="button outline">支援措置を終える</button></form></section>
    """
  }
}
