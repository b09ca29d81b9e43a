import Casework
import HTML

/// 職員の画面: the account, its roles with dates, and what an administrator can do to it.
struct StaffPage {
  let chrome: Chrome
  /// Seconds since 1970.
  let now: Int
  let today: String
  let staff: StaffView
  /// Of the role form.
  let form: FormView

  private var path: String { "/staff/\(staff.id)" }

  var html: HTML {
    Page(
      title: "職員の画面", chrome: chrome, place: "/staff", crumbs: [("職員", "/staff")], hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(staff.person.name)</h1>\(form.errorSummary)
        <div class="actions"><a class="button outline" href="\(href: "\(path)/edit")">内容を変更する</a></div>
        <dl class="facts"><dt>ふりがな</dt><dd>\(staff.person.nameKana)</dd><dt>機関</dt><dd>\(staff.agencyName)</dd>
        <dt>職名</dt><dd>\(staff.person.jobTitle)</dd><dt>サインイン名</dt><dd>\(staff.person.signInName)</dd>
        <dt>使える期間</dt><dd>\(Wording.date(staff.person.from))から\(end)</dd>
        <dt>パスワード</dt><dd>\(staff.mustChangePassword ? "仮パスワード（最初のサインインで変更します）" : "本人が設定済み")</dd>
        <dt>確認コード</dt><dd>\(staff.hasSecondFactor ? "設定済み" : "設定していません")</dd></dl>
        <h2>役割</h2>\(roles)\(grant)
        <h2>サインイン</h2>\(signIn)
        """
    ).html
  }

  /// A last day that was set, or the moment at which the account was stopped at once.
  private var end: String {
    if let moment = staff.stoppedAt { return "　\(Wording.moment(moment))に停止（それからは使えません）" }
    return staff.person.until.map { "\(Wording.date($0))まで" } ?? ""
  }

  private var roles: HTML {
    if staff.roles.isEmpty { return "<p>役割がありません。役割を付けるまで、ホーム以外は使えません。</p>" }
    return """
      <div class="table-box" tabindex="0" role="region" aria-label="役割の一覧"><table>
      <thead><tr><th scope="col">役割</th><th scope="col">期間</th><th scope="col">終える</th></tr></thead>
      <tbody>\(HTML.each(staff.roles) { line in
        """
        <tr><th scope="row">\(line.role.label)</th>\
        <td>\(Wording.shortDate(line.from))から\(line.until.map { "\(Wording.shortDate($0))まで" })</td>\
        <td>\(line.until.map { $0 < today } ?? false ? .empty : ending(line))</td></tr>
        """
      })</tbody></table></div>
      """
  }

  private func ending(_ line: StaffView.RoleLine) -> HTML {
    """
    <form action="\(href: "\(path)/roles/ending")" method="post">\(FormView.tokens(chrome))
    <input type="hidden" name="role" value="\(line.role.rawValue)"><input type="hidden" name="from" value="\(line.from)">
    <label>最後の日 <input class="field short" name="last_day" data-date></label>
    <button class="button outline small">この日で終える</button>
    <span class="help">空欄は今日まで。すぐに外すときは「昨日」と入れます。</span></form>
    """
  }

  private var grant: HTML {
    """
    <h3>役割を付ける</h3>
    <form class="narrow" action="\(href: "\(path)/roles")" method="post">\(FormView.tokens(chrome))
    \(form.select("role", "役割", options: Role.allCases.map { ($0.rawValue, $0.label) }, need: .required))
    \(form.date("from", "始まる日", help: "空欄は今日から。"))\(form.date("until", "最後の日", help: "決まっていなければ空欄。"))
    <div class="actions"><button class="button">役割を付ける</button></div></form>
    """
  }

  private var signIn: HTML {
    let locked = staff.lockedUntil.map { $0 > now } ?? false
    return """
      <p>開いているサインイン：\(staff.sessions)件\(locked ? "　間違いが続いたため、サインインを止めています。" : "")</p>
      <div class="actions">\(HTML.when(locked, button("unlocking", "サインインの停止を解く")))
      \(button("password", "仮パスワードを発行する"))\(button("sessions/ending", "すべての端末でサインアウトさせる"))
      \(HTML.when(staff.hasSecondFactor, button("second-factor/reset", "確認コードを取り消す")))</div>
      <p class="help">仮パスワードを発行すると、今のパスワードは使えなくなり、すべての端末でサインアウトします。\
      確認コードを取り消すのは、本人が端末をなくしたことを確かめたときだけにしてください。本人に知らせが出ます。</p>\(HTML.when(mayStop, stop))
      """
  }

  /// The account can be used today or later.
  private var mayStop: Bool { staff.person.until.map { $0 >= today } ?? true }

  private var stop: HTML {
    """
    <details><summary>利用をすぐに止める</summary><p>本日付けで停止します。いまから使えなくなり、すべての端末でサインアウトします。記録は残ります。</p>\
    \(button("stopping", "本日付けで停止する"))</details>
    """
  }

  private func button(_ act: String, _ label: String) -> HTML {
    """
    <form action="\(href: "\(path)/\(act)")" method="post">\(FormView.tokens(chrome))<button class="button outline">\(label)</button></form>
    """
  }
}

/// The one page on which a temporary password stands.
struct TemporaryPasswordPage {
  let staff: StaffID
  let password: String

  var html: HTML {
    Page(
      title: "仮パスワード",
      content: """
        <div class="narrow"><h1>仮パスワード</h1>
        <p>この画面を閉じると、もう一度表示することはできません。本人に直接渡してください。最初のサインインで、本人が新しいパスワードに変えます。</p>
        <p class="count"><code>\(password)</code></p>
        <p><a class="button" href="/staff/\(staff.number)">職員の画面へ</a></p></div>
        """
    ).html
  }
}
