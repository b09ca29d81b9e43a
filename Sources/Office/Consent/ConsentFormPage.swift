import Casework
import HTML

/// 同意を記録する.
struct ConsentFormPage {
  let chrome: Chrome
  let opened: OpenedConsents
  let offer: ConsentOffer
  let form: FormView
  /// Largest file in bytes.
  let limit: Int

  private var path: String { "/cases/\(opened.file.id)/consents" }

  var html: HTML {
    Page(
      title: "同意を記録する", chrome: chrome, place: "/cases",
      crumbs: [("事例", "/cases"), (opened.file.number, "/cases/\(opened.file.id)"), ("本人同意", path)], reason: opened.file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>同意を記録する <small>\(opened.file.number)</small></h1>\(form.errorSummary)
        \(HTML.when(!offer.source.isEmpty, "<div class=\"banner info\"><p>\(offer.source)</p></div>"))
        <form action="\(href: path)" method="post" enctype="multipart/form-data"\(DraftForm.attributes)>\(FormView.tokens(chrome))\(draft.hiddenFields)
        \(form.radios("person", "だれの同意か", options: offer.people, need: .required, help: "同意は一人ずつです。世帯のほかの方の分は、その方の同意を別に記録します。"))
        \(explained)\(given)\(scope)\(exclusions)\(paper)\(effects)
        <div class="actions"><button class="button">同意を記録する</button>\(draft.buttons)</div></form></div>
        """
    ).html
  }

  private var draft: DraftForm {
    DraftForm(form: "本人同意", path: "\(path)/new", title: "本人同意（\(opened.file.number)）", fields: form.fields)
  }

  private var explained: HTML {
    """
    <h2>説明</h2><div class="columns">\(form.date("explained_on", "説明した日", need: .required))
    \(form.text("explained_by", "説明した職員", need: .required, width: .medium))</div>
    \(form.text(
      "rules_version", "説明した取扱規程の版", need: .required, help: "個人情報に関する管理・取扱規程。例）令和8年4月版", width: .medium))
    """
  }

  private var given: HTML {
    """
    <h2>同意</h2><div class="columns">\(form.date("given_on", "同意した日", need: .required))
    \(form.date("until_on", "同意の期限", help: "期限を決めたときだけ。空欄は取消しまで。"))</div>
    \(form.radios("how", "同意の方法", options: ConsentWording.ways, need: .required, help: "押印は要りません。"))
    <div class="columns">\(form.text("proxy_writer", "代筆者の氏名", help: "代筆のときだけ。", width: .medium))
    \(form.text("proxy_reason", "代筆の理由", help: "代筆のときだけ。例）手が不自由なため"))</div>
    """
  }

  private var scope: HTML {
    """
    <h2>共有してよい相手と事項</h2>\(form.radios("scope", "共有してよい相手", options: ConsentWording.scopes, need: .required))
    \(agencies("named", "共有してよい機関（「名前を挙げた機関だけ」のとき）"))
    \(form.area("matters", "共有してよい事項", help: "限るときだけ書きます。空欄は、支援に必要な範囲のすべて。", rows: 2))
    """
  }

  private var exclusions: HTML {
    """
    \(agencies("excluded", "共有を望まない機関"))
    \(form.area("exclusions", "共有を望まない事項・ほかの機関や人", help: "本人の言葉で。例）勤め先には知らせないでほしい", rows: 2))
    """
  }

  /// A long list, folded until somebody needs it.
  private func agencies(_ name: String, _ label: String) -> HTML {
    let isOpen = form.fields.isOn(name) || form.isWrong(name)
    return """
      <details\(flag: "open", isOpen)><summary>\(label)を選ぶ</summary>\(form.checkboxes(name, label, options: offer.agencies))</details>
      """
  }

  private var paper: HTML {
    """
    <h2>同意書</h2>\(WhereaboutsPart(file: opened.file, form: form).html)<p class="help">紙の同意書を撮影・読み取りしたものがあれば添えます。なくても記録できます。</p>
    <div class="item"><label for="f-file">新しく添える</label><p class="help" id="f-file-help">\(AttachmentWording.kinds)。\(AttachmentWording.size(limit))まで。</p>
    <input class="field" type="file" id="f-file" name="file" accept="\(AttachmentWording.endings)"\(form.wrongMarks("file"))>\(form.problemPart("file"))</div>
    \(HTML.when(!offer.papers.isEmpty, form.select("paper", "添付済みのファイルから選ぶ", options: offer.papers, blank: "選ばない")))
    """
  }

  private var effects: HTML {
    """
    <h2>この同意で行うこと</h2>
    \(form.flag("is_application", "利用申込（様式1-1）を兼ねる", help: "本人が多機関協働事業の利用を申し込むとき。世帯のほかの方の同意には関係しません。"))
    \(HTML.when(opened.awaitsApplication, form.flag("apply_now", "記録と同時に、段階を「利用申込」に進める")))
    \(form.flag("releases_earlier", "これまでの記録も共有する", help: "選ばないときは、同意より前にほかの機関が書いた記録は見えないままです。あとから共有することもできます。"))
    """
  }
}
