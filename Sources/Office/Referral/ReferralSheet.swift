import CSV
import Casework

/// つなぎの一覧 as a file for a spreadsheet: numbers, agencies, stages and dates; no words of the case.
enum ReferralSheet {
  static func bytes(_ lines: [ReferralLine]) -> [UInt8] {
    var csv = CSVWriter(encoding: .utf8, forHumans: true)
    csv.row(["番号", "事例", "つなぎ元", "つなぎ先", "多機関協働", "段階", "誰の番か", "依頼日", "回答期限", "期限切れ", "最後の動き"])
    for line in lines {
      csv.row([
        line.number, line.caseLabel, line.from, line.to, line.isMulti ? "はい" : "", line.stage.label, line.turn,
        line.requestedAt.map { CivilDate.of(epochSeconds: $0).iso } ?? "", line.dueOn ?? "", line.isOverdue ? "はい" : "",
        CivilDate.of(epochSeconds: line.touchedAt).iso,
      ])
    }
    return csv.bytes
  }
}
