import Casework
import HTML

/// 資料を出す: a text, a file, or a note kept for the members of a meeting.
struct PaperFormPage {
  let chrome: Chrome
  let item: OpenedMeetingItem
  /// The own agency's notes that may be put on the table.
  let notes: [(code: String, label: String)]
  /// Largest file in bytes.
  let limit: Int
  let form: FormView

  static func blank(_ item: OpenedMeetingItem) -> Fields {
    Fields([("kind", MeetingPaperKind.text.rawValue), ("collects", item.meeting.kind == .confidential ? "1" : "0")])
  }

  static func crumbs(_ item: OpenedMeetingItem) -> [(title: String, path: String)] {
    [("会議", "/meetings"), (item.meeting.number, "/meetings/\(item.meeting.id)"), ("議題\(item.position)", item.path)]
  }

  var html: HTML {
    Page(
      title: "会議資料を出す", chrome: chrome, place: "/meetings", crumbs: Self.crumbs(item), reason: item.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>会議資料を出す <small>\(item.meeting.number)　議題\(item.position)</small></h1>\(form.errorSummary)
        <p>出した資料は、招集した機関と、この議題に加わる構成員だけが見られます。事例の記録には入らず、開催の\(MeetingStage.sightDays)日後に構成員には閉じます。</p>
        <form action="\(href: "\(item.path)/papers")" method="post" enctype="multipart/form-data"\(DraftForm.attributes)>\
        \(FormView.tokens(chrome))\(draft.hiddenFields)
        \(form.radios("kind", "資料の種類", options: PaperWording.kinds, need: .required))
        \(form.text("title", "題名", help: "ファイルと記録では、空欄なら元の名前になります。60文字以内"))
        \(form.area("words", "文章", help: "種類が「文章」のときに書きます。事実と見立てを分けて書くと伝わります。", rows: 10))
        \(file)\(form.select("note", "支援経過の記録", options: notes, help: "自機関の記録のうち、公開範囲が「会議構成員」のものだけが出ます。", blank: "選ばない"))
        <div class="columns">\(form.radios("collects", "会議のあとの回収", options: PaperWording.collecting))\
        \(form.text("copies", "紙で配る部数", help: "画面だけで見てもらうときは空欄", width: .short, inputMode: "numeric"))</div>
        <div class="actions"><button class="button">資料を出す</button>\(draft.buttons)</div></form></div>
        """
    ).html
  }

  private var draft: DraftForm {
    DraftForm(
      form: "会議資料", path: "\(item.path)/papers/new", title: "会議資料（\(item.meeting.number)-\(item.position)）", fields: form.fields)
  }

  private var file: HTML {
    let problem = form.problems.first { $0.fieldID == "file" }?.sentence
    return """
      <div class="item"><label for="f-file">ファイル</label>
      <p class="help" id="f-file-help">種類が「ファイル」のときに選びます。\(AttachmentWording.kinds)。\(AttachmentWording.size(limit))まで。</p>
      <input class="field" type="file" id="f-file" name="file" accept="\(AttachmentWording.endings)"\
      \(attribute: "aria-invalid", problem == nil ? nil : "true") aria-describedby="\(problem == nil ? "" : "f-file-problem ")f-file-help">
      \(problem.map { "<p class=\"problem\" id=\"f-file-problem\">＊\($0)ファイルは選び直してください。</p>" as HTML })</div>
      """
  }
}

/// 事例に移す: what it is, on which ground, why, who will read it.
struct PaperReleasePage {
  let chrome: Chrome
  let item: OpenedMeetingItem
  /// Nothing where it is what the meeting said.
  let paper: OpenedPaper?
  let consent: ConsentState
  let form: FormView

  static let blank = Fields([("visibility", NoteVisibility.ownAgency.rawValue)])

  private var path: String { item.path + (paper.map { "/papers/\($0.id)" } ?? "") }

  var html: HTML {
    Page(
      title: "事例に移す", chrome: chrome, place: "/meetings", crumbs: PaperFormPage.crumbs(item), reason: item.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>事例に移す <small>\(item.meeting.number)　議題\(item.position)</small></h1>\(form.errorSummary)
        <div class="banner warning"><p>会議の資料や話し合われたことは、そのままでは事例の記録に入りません。移すには、会議とは別の根拠が要ります。\
        誰が、いつ、どの根拠で、なぜ移したかを残します。移したものは元に戻せません。</p></div>
        <dl class="facts"><dt>移すもの</dt><dd>\(paper.map { "資料「\($0.title)」（\($0.agencyName)が提出）" } ?? "検討内容と結論")</dd>
        <dt>移す先</dt><dd>事例 \(item.caseNumber) の支援経過</dd><dt>いまの本人の同意</dt><dd>\(consent.label)</dd></dl>
        <form action="\(href: "\(path)/release")" method="post">\(FormView.tokens(chrome))
        \(form.radios("ground", "移す根拠", options: PaperWording.grounds, need: .required, help: "本人の同意は、いま有効で、読むことになる機関すべてに及ぶときだけ使えます。"))
        \(form.date("said_on", "本人の申出の日", help: "「本人の申出」のときに入れます。"))
        \(form.area("words", "申出の内容、または法律の定め", help: "「本人の申出」ではだれに何と言ったか、「ほかの法律」では法律の名前と条を書きます。", rows: 3))
        \(form.area("reason", "移す理由", need: .required, rows: 3))
        \(form.radios("visibility", "移した記録の公開範囲", options: PaperWording.visibilities, help: "支援チーム：この事例を見られるほかの機関にも見えます。"))
        <div class="actions"><button class="button">事例に移す</button> <a href="\(href: path)">やめる</a></div></form></div>
        """
    ).html
  }
}
