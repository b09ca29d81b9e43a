import Casework
import HTML

/// One person of a plan: from where to where, what lies at the desk, who takes it over.
struct MoverPart {
  let chrome: Chrome
  /// Of the plan.
  let path: String
  let mover: MoverView
  let opened: OpenedTransfer
  /// What was typed, when this person's form came back.
  let form: FormView?
  var isConflict = false

  /// Where the summary of what is wrong links to; only one person's form comes back at a time.
  private var allID: String { form == nil ? "successor-\(mover.id)" : FormView.anchor("successor") }
  private var own: String { "\(path)/movers/\(mover.id)" }
  private var isOpen: Bool { opened.transfer.isOpen }

  var html: HTML {
    """
    <section class="card" aria-labelledby="mover-\(mover.id)"><h3 id="mover-\(mover.id)">\(mover.name) <small>\(mover.kind.label)</small></h3>
    <dl class="facts">\(HTML.when(mover.from != nil, "<dt>いまの機関</dt><dd>\(mover.fromName)</dd>"))\
    \(HTML.when(mover.to != nil, "<dt>行き先</dt><dd>\(mover.toName)</dd><dt>新しい役割</dt><dd>\(mover.template)（\(mover.roles.map(\.label).joined(separator: "、"))）</dd>"))\
    </dl>\(rights)\(HTML.when(isOpen && mover.isOwn && mover.kind.clearsDesk, successors))\(removal)</section>
    """
  }

  private var rights: HTML {
    guard isOpen, mover.kind.givesRights else { return .empty }
    if mover.kind == .arrives {
      guard opened.isAdministrator else { return .empty }
      return "<p><a href=\"/staff/\(mover.staff.number)\">職員の画面（仮パスワードの発行）</a></p>"
    }
    if mover.isConfirmed { return "<p><span class=\"chip done\">新しい権利を確認済み</span></p>" }
    return """
      <p><span class="chip late">新しい権利は未確認</span> システム管理者が確認するまで、新しい権利は始まりません。</p>
      \(HTML.when(opened.isAdministrator, button("confirmation", "新しい権利を確認する")))
      """
  }

  private var removal: HTML { HTML.when(isOpen && opened.mayManage, button("removal", "この人を外す")) }

  private func button(_ act: String, _ label: String) -> HTML {
    """
    <form class="inline" action="\(href: "\(own)/\(act)")" method="post">\(FormView.tokens(chrome))\
    <button class="button outline small">\(label)</button></form>
    """
  }

  /// The successors as they are saved.
  private var saved: Fields {
    Fields(
      [("successor", mover.successor.map { String($0.number) } ?? "")] + mover.choices.map { ($0.key, String($0.value.number)) })
  }

  private var handed: [DeskMatterLine] { mover.desk.lines.filter { $0.matter.hasSuccessor } }

  private var successors: HTML {
    let shown = form ?? FormView(saved)
    return """
      <h4>机にあるもの</h4>\(counts)\(isConflict ? conflict(shown) : .empty)
      <form action="\(href: own)/successors" method="post" aria-label="\(mover.name)の引き継ぎ">\(FormView.tokens(chrome))
      <input type="hidden" name="version" value="\(mover.version)">
      <div class="item"><label for="\(allID)">すべてを引き継ぐ人</label>\
      <p class="help">同じ機関で、異動の日に合う役割のある人から選びます。</p>
      \(choice("successor", id: allID, shown))\(shown.problemPart("successor"))</div>
      \(HTML.when(!handed.isEmpty, single(shown)))
      <div class="actions"><button class="button">引き継ぐ人を保存する</button></div></form>\(stays)
      """
  }

  private var counts: HTML {
    let kinds = DeskMatter.allCases.map { kind in (kind.label, mover.desk.lines.filter { $0.matter == kind }.count) }
    let all = kinds.filter { $0.1 > 0 } + (mover.desk.drafts > 0 ? [(DeskMatter.draft.label, mover.desk.drafts)] : [])
    return """
      <p>\(all.isEmpty ? "何もありません。" : all.map { "\($0.0) \($0.1)件" }.joined(separator: "、"))</p>
      \(HTML.when(mover.desk.drafts > 0, "<p class=\"help\">書きかけは本人だけのもので、引き継げません。異動の日に消えるため、それまでに本人が記録するか破棄します。</p>"))
      """
  }

  private func single(_ shown: FormView) -> HTML {
    let isOpened = handed.contains { !shown.fields[$0.field].isEmpty }
    return """
      <details\(flag: "open", isOpened)><summary>一つずつ決める（\(handed.count)件）</summary>
      <div class="table-box" tabindex="0" role="region" aria-label="\(mover.name)の机にあるもの"><table>
      <thead><tr><th scope="col">種類</th><th scope="col">番号</th><th scope="col">期限など</th><th scope="col">引き継ぐ人</th></tr></thead>
      <tbody>\(HTML.each(handed) { line in
        """
        <tr><td>\(line.matter.label)</td><th scope="row">\(name(line))</th><td>\(line.day?.warekiShort)</td>\
        <td>\(choice(line.field, id: FormView.anchor(line.field), shown, label: "\(line.matter.label) \(line.number)を引き継ぐ人"))\(shown.problemPart(line.field))</td></tr>
        """
      })</tbody></table></div></details>
      """
  }

  /// The number, and what the case is called for who has a ground on it.
  private func name(_ line: DeskMatterLine) -> HTML {
    guard !line.label.isEmpty, let file = line.caseFile else { return "\(line.number)" }
    return "<a href=\"/cases/\(file.number)\">\(line.label)</a> <span class=\"quiet\">\(line.number)</span>"
  }

  private func choice(_ field: String, id: String, _ shown: FormView, label: String? = nil) -> HTML {
    """
    <select class="field" id="\(id)" name="\(field)"\(attribute: "aria-label", label)\(shown.wrongMarks(field))>
    <option value="">\(field == "successor" ? "決めない" : "上と同じ")</option>\(HTML.each(mover.offers) {
      "<option value=\"\($0.code)\"\(flag: "selected", shown.fields[field] == $0.code)>\($0.label)</option>"
    })</select>
    """
  }

  private func conflict(_ shown: FormView) -> HTML {
    func words(_ fields: Fields, _ name: String) -> String { mover.offers.first { $0.code == fields[name] }?.label ?? "" }
    let fields = [("successor", "すべてを引き継ぐ人")] + handed.map { ($0.field, "\($0.matter.label) \($0.number)") }
    return SavedBeside(
      lines: fields.map { field, label in
        SavedBeside.Line(label: label, saved: words(saved, field), typed: words(shown.fields, field))
      }
    ).html
  }

  /// What the agency goes on answering for.
  private var stays: HTML {
    let lines = mover.desk.lines.filter { !$0.matter.hasSuccessor }
    return HTML.when(
      !lines.isEmpty,
      """
      <h4>機関に残るもの</h4><p class="help">機関のだれでも続けられます。異動の前に、だれが見るかを話し合ってください。</p>
      <ul class="plain">\(HTML.each(lines) { "<li>\($0.matter.label)　\(name($0))\($0.day.map { "（\($0.warekiShort)）" })</li>" })</ul>
      """)
  }
}
