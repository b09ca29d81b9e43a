import Casework
import HTML

/// プランの内容: goals, rows, roles, programmes, days.
struct PlanContentPart {
  let view: PlanView

  private var draft: PlanDraft { view.draft }

  var html: HTML {
    """
    <section class="card" aria-labelledby="words"><h2 id="words">本人の希望（本人の言葉）</h2>\(words(draft.goalWords))</section>
    <dl class="facts"><dt>長期の目標</dt><dd>\(told(draft.goalLong))</dd><dt>短期の目標</dt><dd>\(told(draft.goalShort))</dd>
    <dt>解決したい課題</dt><dd>\(told(draft.issues))</dd><dt>支援の方向性</dt><dd>\(told(draft.policy))</dd>
    <dt>プランの期間</dt><dd>\(told(PlanWording.period(draft.from, draft.until)))</dd>
    <dt>モニタリング時期</dt><dd>\(told(draft.monitoring.map(\.wareki).joined(separator: "、")))</dd>
    <dt>本人の同意・利用申込</dt><dd>\(told(PlanWording.agreement(draft.agreement)))</dd>
    \(optional("ほかの制度の利用", draft.otherServices))\(optional("特記事項（連携上の注意）", draft.notes))
    <dt>作成</dt><dd>\(draft.draftedOn?.wareki ?? "")　\(view.agencyName)　\(view.author)</dd></dl>
    \(items)\(roles)\(uses)
    """
  }

  private var items: HTML {
    guard !draft.items.isEmpty else { return "<h2>支援内容</h2><p>支援内容はまだ書かれていません。</p>" }
    return """
      <h2>支援内容</h2><div class="table-box" tabindex="0" role="region" aria-label="支援内容の表"><table><thead><tr>\
      <th scope="col">実施すること</th><th scope="col">担い手</th><th scope="col">課題・目標</th><th scope="col">頻度・期間</th>\
      <th scope="col">備考</th></tr></thead><tbody>\(HTML.each(draft.items) { item in
        """
        <tr><th scope="row">\(lines: item.action)\
        \(item.programme.map { " <span class=\"chip main\">\($0.label)</span>" as HTML } ?? .empty)</th>\
        <td>\(PlanWording.owner(item.owner, view.names))</td><td>\(lines: pair(item.issue, item.goal))</td>\
        <td>\(lines: pair(item.frequency, PlanWording.period(item.from, item.until)))</td><td>\(lines: item.remarks)</td></tr>
        """
      })</tbody></table></div>
      """
  }

  private var roles: HTML {
    guard !draft.roles.isEmpty else { return "<h2>機関の役割分担</h2><p>役割分担はまだ書かれていません。</p>" }
    return """
      <h2>機関の役割分担</h2><div class="table-box" tabindex="0" role="region" aria-label="役割分担の表"><table><thead><tr>\
      <th scope="col">機関</th><th scope="col">担当者</th><th scope="col">役割</th></tr></thead><tbody>\(HTML.each(draft.roles) { share in
        """
        <tr><th scope="row">\(share.agency.flatMap { view.names[$0] } ?? "（未定）")\
        \(HTML.when(share.isMain, " <span class=\"chip main\">主担当</span>"))</th><td>\(share.person)</td><td>\(lines: share.role)</td></tr>
        """
      })</tbody></table></div>
      """
  }

  private var uses: HTML {
    guard !draft.uses.isEmpty else { return "<h2>事業の利用</h2><p>アウトリーチ等事業・参加支援事業は使いません。</p>" }
    return """
      <h2>事業の利用</h2>\(HTML.each(draft.uses) { use in
        """
        <h3>\(use.programme.label)</h3><dl class="facts"><dt>内容</dt><dd>\(told(use.content))</dd>
        \(optional("種類", use.kinds.map(\.label).joined(separator: "・")))<dt>提供する機関</dt>\
        <dd>\(told(use.provider.flatMap { view.names[$0] } ?? ""))</dd>\(optional("受け入れる場", use.place))\
        \(optional("利用の期間", PlanWording.period(use.from, use.until)))\
        \(use.beganOn.map { optional("先に始めた日と理由", "\($0.wareki)　\(use.beganReason)") } ?? .empty)</dl>
        """
      })
      """
  }

  private func pair(_ first: String, _ second: String) -> String { [first, second].filter { !$0.isEmpty }.joined(separator: "\n") }

  private func words(_ text: String) -> HTML {
    text.isEmpty ? "<p class=\"quiet\">まだ聞き取っていません。</p>" : "<p>\(lines: text)</p>"
  }

  private func told(_ text: String) -> HTML { text.isEmpty ? "<span class=\"quiet\">未記入</span>" : "\(lines: text)" }

  private func optional(_ label: String, _ text: String) -> HTML {
    text.isEmpty ? .empty : "<dt>\(label)</dt><dd>\(lines: text)</dd>"
  }
}

/// ふたつの回を並べて: the same headings, the other round beside this one.
struct PlanComparisonPart {
  let view: PlanView
  let beside: PlanView

  var html: HTML {
    let rows = zip(PlanWording.lines(beside.draft, beside.names), PlanWording.lines(view.draft, view.names))
    return """
      <h2>第\(beside.round)回と第\(view.round)回を並べて</h2><p><a href="/plans/\(view.id.number)">第\(view.round)回だけを見る</a></p>
      <div class="table-box" tabindex="0" role="region" aria-label="ふたつの回の表"><table><thead><tr><th scope="col">項目</th>\
      <th scope="col">第\(beside.round)回</th><th scope="col">第\(view.round)回</th></tr></thead><tbody>\(HTML.each(rows) { before, after in
        """
        <tr><th scope="row">\(after.label)\(HTML.when(before.text != after.text, " <span class=\"chip turn\">変更</span>"))</th>\
        <td>\(lines: before.text)</td><td>\(lines: after.text)</td></tr>
        """
      })</tbody></table></div>
      """
  }
}
