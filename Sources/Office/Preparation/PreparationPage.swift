import Casework
import HTML

/// 会議の準備に答える: four questions on one plain page.
struct PreparationPage {
  let chrome: Chrome
  let preparation: OpenedPreparation
  let form: FormView
  /// What somebody else saved in between.
  var others: SavedBeside?

  /// What was answered before, as the form shows it.
  static func given(_ preparation: OpenedPreparation) -> Fields {
    guard let answer = preparation.answer else { return Fields() }
    return Fields(
      PreparationQuestion.allCases.map { ($0.rawValue, answer[$0]) } + [
        ("not_involved", answer.isInvolved ? "" : "1"), ("way", preparation.way?.rawValue ?? ""), ("told_by", preparation.toldBy),
      ])
  }

  static func beside(_ preparation: OpenedPreparation, _ sent: Fields) -> SavedBeside {
    SavedBeside(
      lines: PreparationQuestion.allCases.map {
        .init(label: $0.short, saved: preparation.answer?[$0] ?? "", typed: sent[$0.rawValue])
      })
  }

  private var crumbs: [(title: String, path: String)] {
    preparation.isOnBehalf
      ? [
        ("会議", "/meetings"), (preparation.meetingNumber, "/meetings/\(preparation.meeting)"),
        ("会議の準備", "/meetings/\(preparation.meeting)/preparation"),
      ] : [("会議", "/meetings"), ("会議の準備", "/preparations")]
  }

  var html: HTML {
    Page(
      title: "会議の準備に答える", chrome: chrome, place: "/meetings", crumbs: crumbs, reason: preparation.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>会議の準備に答える <small>\(preparation.caseLabel)　\(preparation.caseNumber)</small></h1>
        \(others?.html)\(form.errorSummary)
        <dl class="facts"><dt>会議</dt><dd>\(preparation.meetingName)　\(MeetingWording.when(preparation.heldOn, preparation.startsAt))\
        （招集：\(preparation.convenerName)）</dd><dt>答える機関</dt><dd>\(preparation.agencyName)\(preparation.isOnBehalf ? "（届いた内容を代わりに記録します）" : "")</dd>
        <dt>回答の期限</dt><dd>\(preparation.due.wareki)</dd>\(HTML.when(!preparation.asked.isEmpty, "<dt>添え書き</dt><dd>\(lines: preparation.asked)</dd>"))\
        \(HTML.when(!preparation.points.isEmpty, "<dt>決めたいこと</dt><dd>\(lines: preparation.points)</dd>"))\
        \(preparation.itemPath.map { "<dt>議題</dt><dd><a href=\"\(href: $0)\">議題を読む</a></dd>" as HTML } ?? .empty)</dl>
        <p>答えは会議資料になり、この議題の構成員が読みます。一つの問いに二、三行で足ります。</p>
        \(preparation.isOpen ? fields : closed)</div>
        """
    ).html
  }

  private var fields: HTML {
    """
    <form action="\(href: preparation.path)" method="post"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)\
    <input type="hidden" name="version" value="\(version)">
    \(HTML.when(preparation.isOnBehalf, """
      \(form.radios("way", "どう届いたか", options: [PreparationWay.phone, .fax].map { ($0.rawValue, $0.label) }, need: .required))\
      \(form.text("told_by", "答えた人", width: .medium))
      """))
    \(form.flag("not_involved", "\(preparation.isOnBehalf ? "この機関" : "うち")は関わっていません", help: "関わっていないときは、ここに印を付けるだけで足ります。"))
    \(HTML.each(PreparationQuestion.allCases) { form.area($0.rawValue, $0.label, rows: 3) })
    <div class="actions"><button class="button">\(preparation.answer == nil ? "答える" : "答えを直す")</button>\(draft.buttons)</div></form>
    """
  }

  /// Nothing more is taken in; what was answered stays to be read.
  private var closed: HTML {
    """
    <p class="banner">この議題の回答の受け付けは終わりました。</p>\(HTML.when(preparation.answer != nil, """
      <dl class="facts">\(HTML.each(PreparationQuestion.allCases) {
        "<dt>\($0.short)</dt><dd>\(lines: preparation.answer?[$0] ?? "")</dd>"
      })</dl>
      """))
    """
  }

  private var version: String {
    let sent = form.fields["version"]
    return others == nil && !sent.isEmpty ? sent : String(preparation.version)
  }

  private var draft: DraftForm {
    DraftForm(form: "会議の準備", path: preparation.path, title: "会議の準備（\(preparation.meetingNumber)）", fields: form.fields)
  }
}
