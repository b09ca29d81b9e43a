import Casework
import HTML

/// 相談受付の画面: everything that was said, with labels; what is worth asking; what was corrected.
struct ConsultationPage {
  let chrome: Chrome
  let lists: FormCatalogue
  let view: ConsultationView
  let prompts: [Prompt]
  /// 紹介元の機関, by name.
  let referrer: String?
  let canCorrect: Bool

  var html: HTML {
    Page(
      title: "相談受付 \(view.number)", chrome: chrome, place: "/consultations", crumbs: [("相談受付", "/consultations")],
      reason: view.file.reason,
      content: """
        <h1>\(view.caseLabel) <small class="quiet">相談受付 \(view.number)</small></h1>
        <p><span class="chip">\(view.stage.label)</span> <span class="chip\(consentTone)">\(view.consent.label)</span></p>
        <div class="actions"><a class="button" href="/cases/\(view.file.id.number)">事例 \(view.file.number) を開く</a>
        <a class="button outline" href="/cases/\(view.file.id.number)/referrals/new?consultation=\(view.id.number)">つなぐ</a>
        <a class="button outline" href="/consultations/new?case=\(view.file.id.number)">続きの相談を受ける</a>
        \(HTML.when(canCorrect, "<a class=\"button outline\" href=\"/consultations/\(view.id.number)/edit\">訂正する</a>"))</div>
        <div class="two"><div>\(concerns)\(sections)\(corrections)</div><div>\(promptPart)\(reception)</div></div>
        """
    ).html
  }

  private var consentTone: String {
    switch view.consent {
    case .applied: " done"
    case .undecided: ""
    case .notObtained: " late"
    }
  }

  private var concerns: HTML {
    """
    <h2>困りごと</h2><ul class="plain">\(HTML.each(view.marks) { mark in
      """
      <li>\(mark.isMain ? "◎ いちばん困っていること：" : "○ ")\(mark.isMain ? "<strong>\(lists.label(mark.code, in: "C-01"))</strong>" : "\(lists.label(mark.code, in: "C-01"))" as HTML)\
      \(mark.note.isEmpty ? "" : "（\(mark.note)）")</li>
      """
    })</ul>
    """
  }

  private var sections: HTML {
    HTML.each(view.form.sections) { section in
      let told = section.fields.compactMap { field in
        field.id == IntakeField.concerns
          ? nil : AnswerWording.words(view.answers[field.id], field, lists, agency: referrer).map { (field, $0) }
      }
      return HTML.when(
        !told.isEmpty,
        """
        <h2>\(section.title)</h2><dl class="facts">\(HTML.each(told) { field, words in
          "<dt>\(field.label)</dt><dd>\(lines: words)</dd>"
        })</dl>
        """)
    }
  }

  private var reception: HTML {
    """
    <h2>受付の記録</h2><dl class="facts"><dt>受付番号</dt><dd>\(view.number)</dd><dt>様式</dt><dd>\(view.form.definition.title)（第\(view.form.definition.version)版）</dd>
    <dt>受付日</dt><dd>\(view.receivedOn.inFull)</dd><dt>受付機関</dt><dd>\(view.agency)</dd><dt>受付者</dt><dd>\(view.receivedBy)</dd>
    <dt>記録</dt><dd>\(Wording.moment(view.recordedAt))</dd><dt>本人同意</dt><dd>\(view.consent.label)</dd></dl>
    """
  }

  private var promptPart: HTML {
    let open = prompts.filter { !view.asked.contains($0.ruleID) }
    return HTML.when(
      !prompts.isEmpty,
      """
      <section class="card" aria-labelledby="prompts"><h2 id="prompts">聞いておきたいこと</h2>
      <p class="help">入力から選んだ問いかけです。判定ではありません。</p>
      \(open.isEmpty ? "<p>すべて聞きました。</p>" : .empty)<ul class="plain">\(HTML.each(open) { prompt in
        """
        <li><strong>\(prompt.question)</strong> <span class="chip">\(prompt.level.label)</span><br><span class="quiet">\(prompt.reason)</span>
        \(HTML.when(canCorrect, """
          <form action="/consultations/\(view.id.number)/prompts" method="post">\(FormView.tokens(chrome))\
          <button class="button outline small" name="rule" value="\(prompt.ruleID)">聞いた<span class="visually-hidden">：\(prompt.question)</span></button></form>
          """))</li>
        """
      })</ul></section>
      """)
  }

  private var corrections: HTML {
    HTML.when(!view.corrections.isEmpty, CorrectionsPart(form: view.form, lists: lists, view: view).html)
  }
}

/// 訂正の履歴: for each correction what was said before and after, and the whole text of before.
struct CorrectionsPart {
  let form: IntakeForm
  let lists: FormCatalogue
  let view: ConsultationView

  var html: HTML {
    var after = view.answers
    return """
      <section aria-labelledby="corrections"><h2 id="corrections">訂正の履歴</h2>\(HTML.each(view.corrections) { correction in
        let part = one(correction, after: after)
        after = correction.before
        return part
      })</section>
      """
  }

  private func one(_ correction: ConsultationView.Correction, after: Answers) -> HTML {
    """
    <article class="note"><h3>\(Wording.moment(correction.at))　\(correction.staff)</h3><p>訂正の理由　\(lines: correction.reason)</p>
    \(DifferencePart(form: form, lists: lists, before: correction.before, after: after, titles: ("訂正前", "訂正後")).html)
    <details><summary>訂正前の全文</summary><dl class="facts">\(HTML.each(form.fields) { field in
      AnswerWording.words(correction.before[field.id], field, lists).map { "<dt>\(field.label)</dt><dd>\(lines: $0)</dd>" } ?? .empty
    })</dl></details></article>
    """
  }
}

/// Two sets of answers side by side, where they differ.
struct DifferencePart {
  let form: IntakeForm
  let lists: FormCatalogue
  let before: Answers
  let after: Answers
  let titles: (String, String)

  var html: HTML {
    let lines = form.fields.compactMap { field -> (String, String, String)? in
      let old = AnswerWording.words(before[field.id], field, lists) ?? ""
      let new = AnswerWording.words(after[field.id], field, lists) ?? ""
      return old.utf8.elementsEqual(new.utf8) ? nil : (field.label, old, new)
    }
    if lines.isEmpty { return "<p>内容の違いはありません。</p>" }
    return """
      <div class="table-box" tabindex="0" role="region" aria-label="\(titles.0)と\(titles.1)"><table><thead><tr><th scope="col">項目</th>\
      <th scope="col">\(titles.0)</th><th scope="col">\(titles.1)</th></tr></thead><tbody>\(HTML.each(lines) { label, old, new in
        "<tr><th scope=\"row\">\(label)</th><td>\(lines: old.isEmpty ? "（なし）" : old)</td><td>\(lines: new.isEmpty ? "（なし）" : new)</td></tr>"
      })</tbody></table></div>
      """
  }
}
