import Casework
import HTML

/// The files of a case within its page.
struct AttachmentPart {
  let file: OpenedFile
  let attachments: [AttachmentView]

  var html: HTML {
    """
    <section aria-labelledby="attachments"><h2 id="attachments">添付ファイル</h2>
    \(attachments.isEmpty ? "<p>添付ファイルはありません。</p>" : list)
    \(HTML.when(file.lasts, "<p><a href=\"/cases/\(file.id.number)/attachments/new\">ファイルを添付する</a></p>"))</section>
    """
  }

  private var list: HTML {
    """
    <ul class="plain">\(HTML.each(attachments) { one in
      """
      <li><a href="/cases/\(file.id.number)/attachments/\(one.id.number)">\(one.name)（\(one.kind?.label ?? "ファイル")、\(AttachmentWording.size(one.size))）</a>
      <span class="quiet">\(one.agency) \(one.staff) \(Wording.shortMoment(one.addedAt))</span> <span class="chip">\(one.visibility?.label ?? "")</span></li>
      """
    })</ul>
    """
  }
}

/// ファイルを添付する
struct AttachmentPage {
  let chrome: Chrome
  let file: OpenedFile
  let form: FormView
  /// Largest file in bytes.
  let limit: Int

  var html: HTML {
    Page(
      title: "ファイルを添付する", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>ファイルを添付する <small>\(file.number)</small></h1>\(form.errorSummary)
        <form action="/cases/\(file.id.number)/attachments" method="post" enctype="multipart/form-data">\(FormView.tokens(chrome))
        \(field)
        \(form.radios("visibility", "公開範囲", options: NoteWording.fileVisibilities, help: "支援チーム：この事例を見られるほかの機関にも見えます。会議だけで見せたいファイルは、会議の議題に資料として出してください。"))
        \(WhereaboutsPart(file: file, form: form).html)
        <div class="actions"><button class="button">添付する</button> <a href="/cases/\(file.id.number)">やめる</a></div></form></div>
        """
    ).html
  }

  private var field: HTML {
    let problem = form.problems.first { $0.fieldID == "file" }?.sentence
    return """
      <div class="item"><label for="f-file">ファイル <span class="need">※必須</span></label>
      <p class="help" id="f-file-help">\(AttachmentWording.kinds)。\(AttachmentWording.size(limit))まで。</p>
      <input class="field" type="file" id="f-file" name="file" accept="\(AttachmentWording.endings)"\
      \(attribute: "aria-invalid", problem == nil ? nil : "true") aria-describedby="\(problem == nil ? "" : "f-file-problem ")f-file-help">
      \(problem.map { "<p class=\"problem\" id=\"f-file-problem\">＊\($0)ファイルは選び直してください。</p>" as HTML })</div>
      """
  }
}
