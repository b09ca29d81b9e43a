import Casework
import Store

/// What taking in an extract would do (「住民情報の取込みの見込み」).
struct ResidentImportPlan: Sendable {
  var new: [ImportedResident] = []
  var changed: [ImportedResident] = []
  var unchanged = 0
  /// Taken in earlier, not in the file any more: moved away, died, or left out.
  var missing = 0
  /// People who look like somebody entered at a window.
  var faults: [ImportFault] = []
}

enum ResidentImportQueries {
  /// Compares an extract with what extracts brought in before.
  static func plan(_ reading: Reading, _ sheet: ResidentSheet) throws -> ResidentImportPlan {
    var known = try saved(reading)
    let entered = try enteredByHand(reading)
    var plan = ResidentImportPlan()
    for resident in sheet.residents {
      if let before = known.removeValue(forKey: resident.key) {
        let isSame = zip(before, resident.savedFacts).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
        if isSame { plan.unchanged += 1 } else { plan.changed.append(resident) }
        continue
      }
      plan.new.append(resident)
      if resident.birth.isExact, entered.contains("\(NameKey.of(resident.name)) \(resident.birth.stored)") {
        plan.faults.append(
          ImportFault(
            weight: .caution, line: resident.line, column: 1, columnName: "",
            message: "窓口ですでに登録されている人と、氏名と生年月日が同じです。取り込んだあと、同じ人かを担当者に確かめてください。"))
      }
    }
    plan.missing = known.count
    return plan
  }

  private static func saved(_ reading: Reading) throws -> [String: [String]] {
    let rows = try reading.rows(
      """
      SELECT source_key, name, name_kana, birth, sex, postal_code, address, coalesce(source_household, '') FROM resident
      WHERE source = \(ImportedResident.source) AND source_key IS NOT NULL
      """
    ) { row in (row.text(0), (1...7).map { row.text($0) }) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private static func enteredByHand(_ reading: Reading) throws -> Set<String> {
    Set(try reading.rows("SELECT name_key, birth FROM resident WHERE source = ''") { "\($0.text(0)) \($0.text(1))" })
  }
}

extension ImportedResident {
  /// What the extract says, in the order of the columns above.
  var savedFacts: [String] { [name, kana, birth.stored, sex.rawValue, postalCode, address, household ?? ""] }
}
