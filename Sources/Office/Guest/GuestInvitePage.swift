import Casework
import HTML

/// The items of a meeting as somebody from outside is called for them.
struct GuestChoice: Sendable {
  let meeting: OpenedMeeting
  /// Items that are still open.
  let items: [OpenedMeetingItem]

  var options: [(code: String, label: String)] {
    items.map { ("\($0.id)", "\($0.position)　\($0.caseLabel)（\($0.basis?.label ?? "")）") }
  }
}

/// The form that makes a link, for a new person or for a member.
struct GuestInviteForm {
  let chrome: Chrome
  let action: String
  let choice: GuestChoice
  let form: FormView
  let isNew: Bool

  var html: HTML {
    let latest = GuestPass.latestDay(heldOn: choice.meeting.heldOn)
    return """
      <form id="f-invite" action="\(href: action)" method="post">\(FormView.tokens(chrome))
      \(HTML.when(isNew, """
        <div class="columns">\(form.text("position", "所属・職名", width: .medium))\(form.text("name", "氏名", width: .medium))</div>
        """))\(form.checkboxes("item", "見せる議題", options: choice.options, need: .required, help: "印を付けた議題と、そこに出された資料だけが見えます。"))
      \(form.area("question", "お聞きしたいこと", help: "この方の画面の初めに出ます。", rows: 3))
      \(form.date("until", "リンクの期限", help: "空欄のときは\(latest.wareki)まで。それより長くはできません。"))
      <div class="actions"><button class="button">リンクと番号を作る</button></div>
      <p class="help">リンクと番号は次の画面に一度だけ出ます。リンクは手紙かメールで、番号は電話で、別々に伝えてください。</p></form>
      """
  }
}

/// 外部の構成員: who is called without an account, and a link for one more.
struct GuestListPage {
  let chrome: Chrome
  let today: CivilDate
  let choice: GuestChoice
  let guests: [MeetingMemberLine]
  let passes: [GuestPassLine]
  let form: FormView

  private var meeting: OpenedMeeting { choice.meeting }

  var html: HTML {
    Page(
      title: "外部の構成員 \(meeting.number)", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)")], reason: meeting.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>外部の構成員 <small>\(meeting.name)　\(meeting.number)</small></h1>\(form.errorSummary)
        <p>サインインできない方（学校・病院・民生委員など）を、この会議の議題を選んで招きます。招いた方には、選んだ議題と資料のほかは何も見えません。</p>
        \(guests.isEmpty ? "<p>外部の構成員はまだいません。</p>" : table)
        <section class="narrow" aria-labelledby="new"><h2 id="new">新しく招く</h2>
        \(GuestInviteForm(chrome: chrome, action: "/meetings/\(meeting.id)/guests", choice: choice, form: form, isNew: true).html)</section>
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="外部の構成員の一覧"><table>
    <thead><tr><th scope="col">構成員</th><th scope="col">リンク</th><th scope="col">出欠</th></tr></thead>
    <tbody>\(HTML.each(guests) { guest in
      """
      <tr><th scope="row"><a href="/meetings/\(meeting.id.number)/guests/\(guest.id.number)">\(guest.label)</a></th>\
      <td>\(GuestWording.state(passes.first { $0.member == guest.id }, meeting, today: today))</td><td>\(guest.reply?.label ?? "返事待ち")</td></tr>
      """
    })</tbody></table></div>
    """
  }
}

/// 外部の構成員の一人: the link, and everything that came from them by another way.
struct GuestMemberPage {
  let chrome: Chrome
  let today: CivilDate
  let choice: GuestChoice
  let member: MeetingMemberLine
  let pass: GuestPassLine?
  /// The items this member is called for and that are still open.
  let called: [OpenedMeetingItem]
  let invite: FormView
  let record: FormView

  private var meeting: OpenedMeeting { choice.meeting }
  private var path: String { "/meetings/\(meeting.id)/guests/\(member.id)" }
  private var problems: [FieldProblem] { invite.problems + record.problems }

  var html: HTML {
    Page(
      title: "外部の構成員 \(meeting.number)", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)"), ("外部の構成員", "/meetings/\(meeting.id)/guests")],
      reason: meeting.reason, hasErrors: !problems.isEmpty,
      content: """
        <div class="narrow"><h1>外部の構成員 <small>\(member.label)</small></h1>\(FormView(problems: problems).errorSummary)
        <section aria-labelledby="link"><h2 id="link">リンクで招く</h2>
        <p>\(GuestWording.state(pass, meeting, today: today))</p>\(HTML.when(pass?.rule.isRevoked == false, """
          <form class="inline" action="\(href: "\(path)/revocation")" method="post">\(FormView.tokens(chrome))\
          <button class="button outline">リンクを取り消す</button></form>
          """))
        <details\(flag: "open", pass == nil || !invite.problems.isEmpty)><summary>\(pass == nil ? "リンクを作る" : "リンクを作り直す")</summary>
        \(GuestInviteForm(chrome: chrome, action: path, choice: choice, form: invite, isNew: false).html)</details></section>
        \(recording)</div>
        """
    ).html
  }

  private var recording: HTML {
    """
    <section aria-labelledby="record"><h2 id="record">代わりに記録する</h2>
    <p>電話・FAX・紙で届いたことを、この方に代わって記録します。誰が記録したかも残ります。</p>
    <form action="\(href: "\(path)/record")" method="post">\(FormView.tokens(chrome))
    \(record.radios("way", "届いた方法", options: GuestWording.ways))
    \(HTML.when(meeting.kind.needsPledge, member.hasPledged
      ? "<p>守秘の確認：確認済み</p>" : record.flag("pledged", "守秘の確認文に署名した紙を受け取りました")))
    \(HTML.when(meeting.stage.isAhead, record.radios("reply", "出欠", options: MeetingWording.replies)))
    \(called.isEmpty ? "<p>この方が加わる議題のうち、結論の出ていないものはありません。</p>" : HTML.each(called) { item in
      """
      \(HTML.when(meeting.mode == .written, record.radios(
        "answer_\(item.id)", "議題\(item.position)への回答", options: MeetingAnswer.allCases.map { ($0.rawValue, $0.label) })))\
      \(record.area("words_\(item.id)", "議題\(item.position)　\(item.caseLabel)についての意見", rows: 4))
      """
    })
    <div class="actions"><button class="button">記録する</button></div></form></section>
    """
  }
}

/// リンクと番号: shown once. Printed it is the invitation, with the link and without the code.
struct GuestLinkPage {
  let chrome: Chrome
  let meeting: OpenedMeeting
  let member: MeetingMemberLine
  let until: CivilDate
  let question: String
  /// With the name of this server.
  let link: String
  let code: String

  var html: HTML {
    Page(
      title: "招待状 \(meeting.number)", chrome: chrome, place: "/meetings",
      crumbs: [("会議", "/meetings"), (meeting.number, "/meetings/\(meeting.id)"), ("外部の構成員", "/meetings/\(meeting.id)/guests")],
      content: """
        <div class="narrow"><section class="banner warning no-print" aria-labelledby="code"><h2 id="code">番号（電話で伝えます。印刷されません）</h2>
        <p><strong>\(GuestWording.spoken(code))</strong></p>
        <p>リンクと番号が見られるのは、いまだけです。番号は招待状に書かず、電話などで本人に直接伝えてください。控えられなかったときは、作り直せます。</p>
        <p><a href="/meetings/\(meeting.id.number)/guests/\(member.id.number)">伝えたので、この画面を閉じる</a></p></section>
        <article aria-labelledby="invitation"><h1 id="invitation">\(meeting.name)へのご参加のお願い</h1><p>\(member.label)　様</p>
        <p>\(meeting.convenerName)です。次の会議への参加をお願いします。下のリンクを開き、電話でお伝えする\(GuestPass.codeDigits)けたの番号を入れると、関わっていただく議題が見られます。</p>
        <dl class="facts"><dt>会議</dt><dd>\(meeting.name)（\(meeting.number)）</dd><dt>日時</dt><dd>\(MeetingWording.when(meeting.heldOn, meeting.startsAt))</dd>
        <dt>方法・場所</dt><dd>\(meeting.mode.label)　\(meeting.place)</dd><dt>リンク</dt><dd>\(link)</dd><dt>期限</dt><dd>\(until.wareki)まで</dd></dl>
        \(HTML.when(!question.isEmpty, "<h2>お聞きしたいこと</h2><p>\(lines: question)</p>"))
        \(HTML.when(meeting.kind.needsPledge, "<p>開くと、初めに守秘の確認があります。会議で知ったことは、ほかの人に話したり見せたりしないでください。</p>"))
        <p>リンクを使えないときは、電話かFAXでもお答えいただけます。この紙は、会議が終わったら細かく裁断して捨ててください。</p></article></div>
        """
    ).html
  }
}
