import CSV
import Casework

/// The board as a file for a spreadsheet.
enum CoordinationSheet {
  static func bytes(_ lines: [CoordinationLine]) -> [UInt8] {
    var table = CSVWriter(encoding: .utf8, forHumans: true)
    table.row(["番号", "本人", "段階", "段階の開始日", "回", "誰の番か", "次の予定日", "担当", "つなぎ元", "主担当", "気にかけること"])
    for line in lines {
      table.row([
        line.number, line.caseLabel, line.stage.label, line.stageSince.iso, String(line.round), line.turn?.label ?? "",
        line.nextDay?.iso ?? "", line.coordinator, line.referrer, line.lead, line.reasons.map(\.label).joined(separator: "、"),
      ])
    }
    return table.bytes
  }
}
