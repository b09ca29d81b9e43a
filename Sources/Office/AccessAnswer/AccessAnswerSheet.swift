import CSV
import Casework

/// The answer as a file, for who wants to go on with it.
struct AccessAnswerSheet {
  let answer: AccessAnswer

  var bytes: [UInt8] {
    var writer = CSVWriter(encoding: .utf8, forHumans: true)
    let names = answer.request.namesStaff
    writer.row(["日", "機関", "行為", "回数"] + (names ? ["職員"] : []))
    for line in answer.lines {
      writer.row(
        [line.day.wareki, line.agency, AuditTrailWording.act(line.act), String(line.count)] + (names ? [line.staff] : []))
    }
    return writer.bytes
  }
}
