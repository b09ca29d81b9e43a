import CSV
import Casework

/// The list of cases as a file for a spreadsheet (「事例一覧CSV」).
struct CaseListSheet {
  let bytes: [UInt8]
  /// Characters that Shift_JIS cannot hold, each once.
  let lost: [Character]

  init(_ lines: [CaseLine], encoding: TextEncoding) {
    var writer = CSVWriter(encoding: encoding, forHumans: true)
    writer.row(["番号", "本人", "ふりがな", "状況", "担当", "受付日", "受付機関", "最後の動き"])
    for line in lines {
      writer.row([
        line.number, line.label, line.kana, CaseFileWording.label(line.stage), line.inCharge, Wording.shortDate(line.openedOn),
        line.openedBy, Wording.shortMoment(line.touchedAt),
      ])
    }
    bytes = writer.bytes
    lost = writer.lost
  }

  /// 「cp932」 as the address names it, otherwise UTF-8.
  static func encoding(_ code: String) -> TextEncoding { code == "cp932" ? .cp932 : .utf8 }

  static func type(_ encoding: TextEncoding) -> String {
    encoding == .cp932 ? "text/csv; charset=Shift_JIS" : "text/csv; charset=utf-8"
  }
}
