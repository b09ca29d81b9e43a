import Casework
import HTML

/// 自分のサインインの一覧.
struct SessionListPage {
  static let place = "/sessions"

  let chrome: Chrome
  let sessions: [OpenSession]
  let notices: [SignInNoticeLine]
  let factor: SecondFactorState?

  var html: HTML {
    Page(
      title: "サインインの一覧", chrome: chrome, place: SessionListPage.place,
      content: """
        <h1>サインインの一覧</h1>\(told)
        <p>あなたの名前で開いているサインインです。覚えのないものがあれば、そのサインインを終わらせ、<a href="/password">パスワードを変更</a>して、システム管理者に連絡してください。</p>
        \(SessionTable(chrome: chrome, sessions: sessions, action: "/sessions/ending", withNames: false).html)
        \(HTML.when(sessions.count > 1, others))
        <h2>確認コード</h2><p>\(factor == nil ? "設定していません。" : "設定しています。")<a href="/second-factor">確認コードの設定へ</a></p>
        """
    ).html
  }

  private var told: HTML {
    guard !notices.isEmpty else { return .empty }
    return """
      <div class="banner warning" role="status"><h2>確かめてほしいこと</h2><ul>\(HTML.each(notices) { line in
        "<li>\(Wording.moment(line.at))　\(line.notice.words)\(SessionListPage.from(line))</li>"
      })</ul>
      <p>覚えがあれば「確かめました」を押してください。覚えがないときは、押さずにシステム管理者に連絡してください。</p>
      <form action="/sessions/notices" method="post">\(FormView.tokens(chrome))<button class="button outline">確かめました</button></form></div>
      """
  }

  private static func from(_ line: SignInNoticeLine) -> HTML {
    line.remote.isEmpty ? .empty : "（接続元 \(line.remote)、\(SignInWording.browser(line.browser))）"
  }

  private var others: HTML {
    """
    <form action="/sessions/ending" method="post">\(FormView.tokens(chrome))
    <button class="button outline" name="session" value="others">この画面のほかは、すべて終わらせる</button></form>
    """
  }
}

/// すべての人のサインインの一覧、システム管理者のため.
struct StaffSessionsPage {
  let chrome: Chrome
  let sessions: [OpenSession]

  var html: HTML {
    Page(
      title: "開いているサインイン", chrome: chrome, place: "/staff", crumbs: [("職員", "/staff")],
      content: """
        <h1>開いているサインイン</h1><p>\(sessions.count)件。終わらせると、その画面は次の操作から使えなくなります。</p>
        \(SessionTable(chrome: chrome, sessions: sessions, action: "/staff/sessions/ending", withNames: true).html)
        """
    ).html
  }
}

/// A table of open sessions, each with a button that ends it.
struct SessionTable {
  let chrome: Chrome
  let sessions: [OpenSession]
  let action: String
  let withNames: Bool

  var html: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="開いているサインイン"><table>
    <thead><tr>\(HTML.when(withNames, "<th scope=\"col\">職員</th><th scope=\"col\">機関</th>"))<th scope="col">はじまり</th>\
    <th scope="col">最後の操作</th><th scope="col">接続元</th><th scope="col">ブラウザ</th><th scope="col">方法</th><th scope="col">終わらせる</th></tr></thead>
    <tbody>\(HTML.each(sessions) { row($0) })</tbody></table></div>
    """
  }

  private func row(_ line: OpenSession) -> HTML {
    """
    <tr>\(HTML.when(withNames, "<td><a href=\"\(href: "/staff/\(line.staff)")\">\(line.name)</a></td><td>\(line.agencyName)</td>"))\
    <td>\(Wording.shortMoment(line.startedAt))</td><td>\(Wording.shortMoment(line.seenAt))\
    \(line.isThis ? "　<strong>この画面</strong>" : .empty)</td><td>\(line.remote)</td><td>\(SignInWording.browser(line.browser))</td>\
    <td>\(SignInWording.way(line.way, withFactor: line.hasFactor))</td><td><form action="\(href: action)" method="post">\
    \(FormView.tokens(chrome))<input type="hidden" name="staff" value="\(line.staff.number)">\
    <input type="hidden" name="session" value="\(line.mark)"><button class="button outline small">終わらせる</button></form></td></tr>
    """
  }
}
