import CSV
import Casework

/// 相談受付の一覧 as a file for a spreadsheet.
struct ConsultationSheet {
  let lines: [ConsultationLine]
  let lists: FormCatalogue

  /// The bytes, and what CP932 could not hold.
  func file(_ encoding: TextEncoding) -> (bytes: [UInt8], lost: [Character]) {
    var writer = CSVWriter(encoding: encoding, forHumans: true)
    writer.row(["受付日", "受付番号", "事例番号", "本人", "いちばんの困りごと", "相談経路", "来談者", "緊急度", "本人同意", "状況", "受付機関", "受付者"])
    for line in lines {
      writer.row([
        line.receivedOn, line.number, line.caseNumber, line.label, label(line.mainConcern, "C-01"), label(line.channel, "C-02"),
        label(line.callerKind, "caller-kind"), Urgency(rawValue: line.urgency)?.label ?? "", ConsultationWording.consent(line.consent),
        line.stage.label, line.agency, line.staff,
      ])
    }
    return (writer.bytes, writer.lost)
  }

  private func label(_ code: String, _ list: String) -> String { code.isEmpty ? "" : lists.label(code, in: list) }
}

/// Sends the file, or first says which characters Shift_JIS would lose.
enum ConsultationExport {
  static func answer(_ visit: Visit) async throws -> Answer {
    let isCP932 = visit.query["encoding"] == "cp932"
    let lists = visit.office.catalogue
    let (sheet, chrome) = try await visit.read { desk in
      let filter = ConsultationFilter(desk.visit.query, today: desk.today)
      let lines = try ConsultationListQueries.everything(desk, desk.scope, filter)
      desk.note(detail: "相談受付一覧 rows=\(lines.count) \(isCP932 ? "CP932" : "UTF-8")")
      return (ConsultationSheet(lines: lines, lists: lists), desk.chrome)
    }
    let file = sheet.file(isCP932 ? .cp932 : .utf8WithBOM)
    if !file.lost.isEmpty, !visit.query.isOn("confirmed") {
      let filter = ConsultationFilter(visit.query, today: visit.today)
      return .page(LostCharactersPage(chrome: chrome, lost: file.lost, filter: filter).html)
    }
    return .download(
      .init(name: "相談受付_\(visit.today.iso).csv", type: "text/csv; charset=\(isCP932 ? "Shift_JIS" : "utf-8")", bytes: file.bytes))
  }
}
