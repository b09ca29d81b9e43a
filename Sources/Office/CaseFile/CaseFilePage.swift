import Casework
import HTML

/// 事例の画面: who, where it stands, what was done, what is to be done.
struct CaseFilePage {
  let chrome: Chrome
  let today: CivilDate
  let view: CaseFileView
  /// C-15 対応方法.
  let methods: CodeList
  /// C-02 相談経路.
  let channels: CodeList
  /// The form that moves the stage, as typed when it came back.
  var stageForm = FormView()
  /// Somebody else moved the stage before this form arrived.
  var isConflict = false

  private var path: String { "/cases/\(view.file.id)" }

  var html: HTML {
    Page(
      title: "事例 \(view.file.number)", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases")], reason: view.file.reason,
      hasErrors: !stageForm.problems.isEmpty,
      content: """
        <h1>\(view.label) <small class="quiet">\(view.file.number)</small></h1>\(stageForm.errorSummary)\
        \(HTML.when(isConflict, conflict))\(EmergencyPart(chrome: chrome, running: view.emergency).html)
        <p><span class="chip">\(CaseFileWording.label(view.stage))</span>\
        \(HTML.when(view.preConsent, " <span class=\"chip late\">本人同意なし</span>"))</p>
        <div class="actions"><a class="button" href="\(href: path)/notes/new">支援経過を書く</a>
        \(HTML.when(view.file.lasts, "<a class=\"button outline\" href=\"\(href: path)/referrals/new\">つなぐ</a>"))
        \(HTML.when(isTeam, "<a class=\"button text\" href=\"\(href: path)/genogram\">家族の図</a>"))
        <a class="button text" href="\(href: path)/print">書類</a>
        \(HTML.when(view.file.lasts, "<a class=\"button text\" href=\"\(href: path)/handovers\">引継ぎ</a>"))
        <a class="button text phone-only" href="#beside">本人・つなぎ・やること</a></div>
        <div class="two">\(TimelinePart(timeline: view.timeline, file: view.file, methods: methods, channels: channels).html)
        <div id="beside">\(person)\(facts)\(CoordinationCardPart(card: view.coordination, file: view.file).html)\(ReferralPart(lines: view.referrals).html)\(TaskPart(chrome: chrome, file: view.file, today: today, tasks: view.tasks).html)\
        \(HTML.when(isTeam, HouseholdPart(path: path, members: view.members, today: today, mayRecord: view.file.lasts).html))\(AttachmentPart(file: view.file, attachments: view.attachments).html)</div></div>
        """
    ).html
  }

  private var conflict: HTML {
    """
    <div class="banner warning" role="alert"><h2>ほかの人が先に変更しました</h2>
    <p>いまの段階は「\(CaseFileWording.label(view.stage))」です。入力した内容は下の「段階を変える」に残っています。確かめてから、もう一度選んでください。</p></div>
    """
  }

  private var isTeam: Bool { view.file.reach == .team }

  private var person: HTML {
    guard let person = view.person else { return "<h2>本人</h2><p>氏名のわからない相談です。</p>" }
    guard isTeam else {
      return """
        <h2>本人</h2><dl class="facts"><dt>氏名</dt><dd>\(person.name)</dd><dt>ふりがな</dt><dd>\(person.kana)</dd></dl>
        <p>住所・電話などは、つなぎで渡された内容を見てください。</p>
        """
    }
    let birth = PartialDate(stored: person.birth) ?? .unknown
    return """
      <h2>本人</h2><dl class="facts"><dt>氏名</dt><dd>\(person.name)</dd><dt>ふりがな</dt><dd>\(person.kana)</dd>
      \(HTML.when(!person.otherName.isEmpty, "<dt>通称・旧姓</dt><dd>\(person.otherName)</dd>"))
      <dt>生年月日</dt><dd>\(HouseholdWording.birth(birth, today: today))</dd>
      <dt>性別</dt><dd>\(Sex(rawValue: person.sex)?.label ?? "不明")</dd><dt>住所</dt><dd>\(person.address)</dd>
      <dt>電話</dt><dd>\(person.phones.joined(separator: "、"))\(HTML.when(!person.phoneNote.isEmpty, "<br><span class=\"quiet\">\(person.phoneNote)</span>"))</dd></dl>
      \(HTML.when(view.file.lasts, "<p><a href=\"\(href: path)/resident/edit\">本人の情報を直す</a></p>"))
      """
  }

  private var facts: HTML {
    """
    <h2>この事例</h2><dl class="facts"><dt>受付</dt><dd>\(Wording.date(view.openedOn))　\(view.openedBy)</dd>
    <dt>担当</dt><dd>\(view.inCharge.isEmpty ? "決まっていません" : view.inCharge)\
    \(HTML.when(view.standing.isOwn, "　<a href=\"\(href: path)/charge\">担当を変える</a>"))</dd>
    <dt>段階</dt><dd>\(CaseFileWording.label(view.stage))</dd></dl>
    \(HTML.when(view.standing.isOwn, StagePart(chrome: chrome, file: view.file.id, standing: view.standing, form: stageForm, isOpen: isConflict).html))
    """
  }
}
