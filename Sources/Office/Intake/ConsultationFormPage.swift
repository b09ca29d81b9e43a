import Casework
import HTML

/// 相談を受ける: the form, what may be the same person, what is worth asking. Also the form on which a consultation is corrected.
struct ConsultationFormPage {
  enum Purpose: Sendable {
    case new(forms: [(id: String, title: String)])
    /// A correction of a recorded consultation.
    case correction(ConsultationID, number: String, version: Int)
  }

  let chrome: Chrome
  let purpose: Purpose
  let intake: IntakeForm
  let questions: QuestionPart
  /// The case in which the consultation goes on, when it was chosen on the case page.
  var goesOnIn: OpenedFile?
  /// What a search for the same person found; nil while nobody searched.
  var samePerson: SamePersonPart?
  var prompts: [Prompt]?
  /// What was typed on another form and is not asked on this one.
  var carried: [Fields.Pair] = []
  /// What somebody else saved in between, beside what was typed.
  var conflict: HTML = .empty

  private var form: FormView { questions.form }

  static func blank(_ form: IntakeForm, today: CivilDate) -> Fields {
    var fields = form.typed(Answers())
    fields.set(IntakeField.receivedOn, today.warekiShort)
    fields.set(IntakeField.requestSupportMeeting, "1")
    return fields
  }

  var html: HTML {
    Page(
      title: title, chrome: chrome, place: isCorrection ? "/consultations" : "/consultations/new",
      crumbs: [("相談受付", "/consultations")], hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(title) <small class="quiet">\(intake.definition.title)</small></h1>\(form.errorSummary)\(WritingCautionPart(file: goesOnIn).html)\(conflict)
        <form action="\(href: action)" method="post"\(isCorrection ? .empty : DraftForm.attributes)>\(FormView.tokens(chrome))
        \(isCorrection ? recordButton : stayButton)
        <input type="hidden" name="form" value="\(intake.definition.id)">\(head)
        \(promptPart)\(samePerson?.html)
        <p>※必須のほかは、分かるところだけで記録できます。\(isCorrection ? "" : "書きかけのまま保存もできます。")</p>
        \(asked.html)\(foot)</form>
        """
    ).html
  }

  /// Where the person's name and birth are asked, one can look whether the person is on record.
  private var asked: QuestionPart {
    var asked = questions
    if !isCorrection { asked.beside[IntakeField.birthDate] = samePersonButton }
    return asked
  }

  private var samePersonButton: HTML {
    """
    <div class="item beside"><button class="button outline" formaction="/consultations/candidates" formnovalidate>同じ人がいないか確かめる</button>
    <p class="help">氏名・ふりがな・生年月日で確かめます。入力した内容は残ります。</p></div>
    """
  }

  /// The first button is the one that Enter in a box presses: it only shows the form again. Nothing is recorded by an Enter too many.
  private var stayButton: HTML {
    "<button class=\"visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\" formaction=\"/consultations/new\" formnovalidate>入力を続ける</button>"
  }

  private var recordButton: HTML { "<button class=\"visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">記録する</button>" }

  private var carriedFields: HTML {
    // A tick may be how the other form begins: nobody typed it, and nothing is said of it.
    let isTyped = carried.contains { $0.value != "1" }
    return """
      \(HTML.each(carried) { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      \(HTML.when(isTyped, "<p class=\"help\">この様式にない欄に入力したものは、様式を戻すとまた出ます。記録されるのは、いま表示している様式の欄だけです。</p>"))
      """
  }

  private var isCorrection: Bool { if case .correction = purpose { true } else { false } }
  private var title: String { isCorrection ? "相談受付の訂正" : "相談を受ける" }

  private var action: String {
    switch purpose {
    case .new: "/consultations"
    case .correction(let id, _, _): "/consultations/\(id)/edit"
    }
  }

  private var head: HTML {
    switch purpose {
    case .correction(_, let number, let version):
      return """
        <input type="hidden" name="version" value="\(version)"><p>受付番号 \(number)　訂正前の内容は、理由とともに残ります。</p>
        \(form.area(IntakeField.correctionReason, IntakeField.correctionReasonLabel, need: .required, help: "例）本人から生年月日の聞き直しがあったため", rows: 2))
        """
    case .new(let forms):
      return """
        \(draft.hiddenFields)
        <div class="actions" role="group" aria-label="様式の切り替え">様式：\(HTML.each(forms) { item in
          item.id == intake.definition.id
            ? "<strong class=\"chip turn\" aria-current=\"true\">\(item.title)</strong>"
            : "<button class=\"button outline small\" name=\"switch\" value=\"\(item.id)\" formaction=\"/consultations/new\" formnovalidate>\(item.title)</button>"
        })</div><p class="help">様式を切り替えても、入力した内容は残ります。</p>\(carriedFields)\(goesOn)
        """
    }
  }

  private var goesOn: HTML {
    guard let goesOnIn else { return .empty }
    return """
      <div class="banner info"><h2>事例 \(goesOnIn.number) の続きの相談として記録します</h2>
      <p>本人の欄は、変わったところだけで構いません。</p></div><input type="hidden" name="same" value="case:\(goesOnIn.id.number)">
      """
  }

  private var promptPart: HTML {
    guard let prompts else { return .empty }
    return """
      <section class="card" aria-labelledby="prompts"><h2 id="prompts">聞いておきたいこと</h2>\
      \(prompts.isEmpty ? "<p>いまの入力からは、特にありません。困りごとや世帯を入力すると増えることがあります。</p>" : PromptsPart.list(prompts))</section>
      """
  }

  private var foot: HTML {
    if isCorrection { return "<div class=\"actions\"><button class=\"button\">訂正する</button></div>" }
    return """
      <div class="actions"><button class="button outline" name="show" value="prompts" formaction="/consultations/new" formnovalidate>聞いておきたいことを見る</button></div>
      <div class="actions"><button class="button">記録する</button>\(draft.buttons)</div>
      """
  }

  private var draft: DraftForm {
    DraftForm(
      form: "相談受付", path: "/consultations/new?form=\(intake.definition.id)", title: intake.definition.title,
      fields: form.fields, named: [IntakeField.name, IntakeField.nameKana, IntakeField.description])
  }
}
