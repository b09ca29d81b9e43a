import Casework
import Paper

/// 様式1-1 on paper: 相談受付・申込票 with the person's application, or the reception without the person's agreement.
///
/// The words of 申込み・同意 are those of the form's version under which the reception was taken; the person signs under them.
/// Source: reference §5.1, §5.2, Annex B (申込・同意).
struct ConsultationPaper {
  static let number = "様式1-1"

  let view: ConsultationView
  let lists: FormCatalogue
  let referrer: String?

  /// The 404 for a reception of another case, and for one the viewer may not read.
  init(_ desk: Desk, _ file: OpenedFile, _ copy: Int, forms: Set<String>) throws {
    guard try Self.copies(desk, file, forms: forms).contains(where: { $0.number == copy }) else {
      throw desk.denied("consultation \(copy)")
    }
    view = try ConsultationQueries.view(desk, ConsultationID(copy))
    lists = desk.visit.office.catalogue
    referrer = try ConsultationQueries.agencyName(desk, view.answers)
  }

  /// The receptions of a case that were taken on one of these forms.
  static func copies(_ desk: Desk, _ file: OpenedFile, forms: Set<String>) throws -> [PrintedCopy] {
    try ConsultationQueries.readable(desk, file).filter { forms.contains($0.form) }.map {
      PrintedCopy(number: $0.id.number, words: "\($0.number)　\(Wording.shortDate($0.receivedOn))受付")
    }
  }

  var sections: [Section] {
    var paper = FormPaper(lists: lists, day: view.receivedOn)
    paper.settled = [
      IntakeField.receivedBy: view.receivedBy, IntakeField.receivingOrg: view.agency,
      IntakeField.consentTextVersion: "\(view.form.definition.title) 第\(view.form.definition.version)版",
    ]
    if case .agency(let id) = view.answers[IntakeField.referrerOrg] { paper.agencies[id] = referrer }
    if let main = view.answers[IntakeField.mainTrouble]?.text { paper.mains[view.form.ranked.id] = main }
    let numbers: Block = .table(
      Table(
        widths: FormPaper.columns,
        rows: [[.label("事例番号"), .value(Text(view.file.number)), .label("受付番号"), .value(Text(view.number))]]))
    return [Self.section(view.form, paper, view.answers, head: numbers, right: view.file.number)]
  }

  /// For handwriting, as it is in force today.
  static func blank(_ desk: Desk, form id: String) throws -> [Section] {
    let catalogue = desk.visit.office.catalogue
    guard let form = IntakeForm(catalogue, id: id, on: desk.today) else { throw desk.denied("form") }
    var paper = FormPaper(lists: catalogue, day: desk.today, isBlank: true)
    paper.omitted = [IntakeField.consentTextVersion]
    let numbers: Block = .table(Table(widths: FormPaper.columns, rows: [[.label("事例番号"), "", .label("受付番号"), ""]]))
    return [section(form, paper, Answers(), head: numbers, right: "")]
  }

  private static func section(_ form: IntakeForm, _ paper: FormPaper, _ answers: Answers, head: Block, right: String) -> Section {
    var paper = paper
    let agreements = form.sections.filter { $0.fields.contains { $0.id == IntakeField.consentOn } }
    for section in agreements {
      paper.spoken.insert(section.id)
      paper.after[section.id] = [.signatures(Self.signatures)]
    }
    let title = FormPaper.title(form.definition, number)
    return Section(
      "\(number) \(form.isWithoutConsent ? "受付票（同意なし）" : "申込票")", [title, head] + paper.blocks(form.sections, answers),
      style: Style(size: 9), isBlank: paper.isBlank, headLeft: number, headRight: right)
  }

  /// Signed on the paper; a seal is not asked for (reference §5.1 no. 17).
  static let signatures: [Block.Signature] = [
    Block.Signature("本人氏名（署名）"), Block.Signature("代筆者氏名", after: "（関係・理由：　　　　　　　）"),
  ]
}
