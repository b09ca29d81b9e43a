import Casework
import HTML

/// 職員の一覧。
struct StaffListPage {
  let chrome: Chrome
  /// Seconds since 1970.
  let now: Int
  let today: String
  let agencies: [(code: String, label: String)]
  let agency: AgencyID?
  let withFormer: Bool
  let lines: [StaffLine]
  var templates: [RoleTemplate] = []

  var html: HTML {
    let form = FormView(Fields([("agency", agency.map { String($0.number) } ?? ""), ("former", withFormer ? "1" : "")]))
    return Page(
      title: "職員", chrome: chrome, place: "/staff",
      content: """
        <h1>職員</h1><div class="actions"><a class="button" href="/staff/new">職員を登録する</a>\
        <a class="button outline" href="/transfers">人事異動</a><a class="button outline" href="/staff/sessions">開いているサインイン</a></div>
        <form action="/staff" method="get" aria-label="職員の絞り込み">
        \(form.select("agency", "機関", options: agencies, blank: "すべて"))\(form.flag("former", "退職・異動した人も含める"))
        <div class="actions"><button class="button outline">絞り込む</button></div></form>
        <p>\(lines.count)人</p>
        \(lines.isEmpty ? "<p>この機関の職員はまだ登録されていません。「職員を登録する」から登録してください。</p>" : table)
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="職員の一覧"><table>
    <thead><tr><th scope="col">選ぶ</th><th scope="col">機関</th><th scope="col">氏名</th><th scope="col">職名</th><th scope="col">サインイン名</th>\
    <th scope="col">役割（今日）</th><th scope="col">状態</th></tr></thead>
    <tbody>\(HTML.each(lines) { line in
      """
      <tr><td><input type="checkbox" name="staff" form="role-set" value="\(line.id.number)" aria-label="\(line.name)を選ぶ"></td><td>\(line.agencyName)</td><th scope="row"><a href="/staff/\(line.id.number)">\(line.name)</a> \
      <span class="quiet">\(line.kana)</span></th><td>\(line.jobTitle)</td><td>\(line.signInName)</td>\
      <td>\(line.roles.map(\.label).joined(separator: "、"))</td><td>\(state(line))</td></tr>
      """
    })</tbody></table></div>\(RoleSetPart(templates: templates).html)
    """
  }

  private func state(_ line: StaffLine) -> HTML {
    if let moment = line.stoppedAt { return "<span class=\"chip\">\(Wording.shortMoment(moment)) 停止</span>" }
    if let until = line.activeUntil, until < today { return "<span class=\"chip\">\(Wording.shortDate(until))まで</span>" }
    if line.activeFrom > today { return "<span class=\"chip\">\(Wording.shortDate(line.activeFrom))から</span>" }
    if let locked = line.lockedUntil, locked > now { return "<span class=\"chip late\">サインイン停止中</span>" }
    return "利用中"
  }
}
