import CSV
import Casework

/// The audit log as a file for people. The hash lets a copy kept elsewhere be compared with the log.
struct AuditTrailSheet {
  let lines: [AuditLine]

  static let header = ["番号", "日時", "職員", "所属", "行為", "結果", "事例番号", "対象", "詳細", "要求番号", "接続元", "ハッシュ"]

  var bytes: [UInt8] {
    var writer = CSVWriter(encoding: .utf8, forHumans: true)
    writer.row(AuditTrailSheet.header)
    for line in lines {
      writer.row([
        String(line.id), Wording.moment(line.at), line.staff, line.agency, AuditTrailWording.act(line.act),
        AuditTrailWording.outcome(line.outcome), line.caseNumber, AuditTrailWording.subject(line.subject), line.detail, line.request,
        line.remote, Hex.text(line.hash),
      ])
    }
    return writer.bytes
  }
}
