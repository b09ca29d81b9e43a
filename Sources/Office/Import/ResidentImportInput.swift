import Casework

/// Reads a resident extract, naming every fault with line and column. Pure: no clock, no database.
///
/// Source: issue "A real office"; reference §8.1 (never a 個人番号), §8.5 (characters, dates), §8.6 (explicit purpose and log).
struct ResidentImportInput {
  private let sheet: ImportSheet
  private let columns: ResidentColumns
  private let today: CivilDate
  private var faults: [ImportFault]
  private var seen: [String: Int] = [:]

  static func read(_ bytes: [UInt8], today: CivilDate) -> ResidentSheet {
    let sheet = ImportSheet(bytes)
    let columns = ResidentColumns(sheet)
    var input = ResidentImportInput(sheet: sheet, columns: columns, today: today, faults: sheet.faults)
    let isRefused = input.refuseForbidden()
    let errors = columns.errors
    input.faults += isRefused ? errors : errors + columns.notices
    let mayRead = !isRefused && !errors.contains { $0.line == 1 }
    let residents = mayRead ? sheet.rows.compactMap { input.resident($0) } : []
    return ResidentSheet(
      encoding: sheet.encoding, records: sheet.rows.count, residents: residents,
      faults: input.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }

  /// A column of 個人番号 or 住民票コード may not be in the file at all: the programme has no right to hold them.
  private mutating func refuseForbidden() -> Bool {
    let before = faults.count
    for (index, name) in sheet.header.enumerated() {
      let column = ImportSheet.Column(index: index, name: name)
      let plain = ImportedText.narrow(name)
      let cells = sheet.rows.map { $0[column] }.filter { !$0.isEmpty }
      let isNumber = !cells.isEmpty && cells.allSatisfy { $0.count == 12 && !MyNumberGuard.findings(in: $0).isEmpty }
      if plain.contains("個人番号") || plain.contains("マイナンバー") || isNumber {
        faults.append(
          fault(column, "個人番号（マイナンバー）とみられる列です。この事業では扱えないため、列ごと消してから取り込んでください。"))
      } else if plain.contains("住民票コード") {
        faults.append(fault(column, "住民票コードの列です。この事業では扱えないため、列ごと消してから取り込んでください。"))
      }
    }
    return faults.count > before
  }

  private func fault(_ column: ImportSheet.Column, _ message: String) -> ImportFault {
    ImportFault(weight: .error, line: 1, column: column.index + 1, columnName: column.name, message: message)
  }

  private mutating func resident(_ row: ImportSheet.Row) -> ImportedResident? {
    let name = row[columns.name]
    if name.isEmpty { faults.append(row.fault(.error, columns.name, "氏名がありません。氏名を入れるか、この行を消してください。")) }
    let birth = birth(row)
    let household = row[columns.household]
    for column in [columns.name, columns.address] where !MyNumberGuard.findings(in: row[column]).isEmpty {
      faults.append(row.fault(.error, column, MyNumberGuard.warning))
    }
    let isRuined = refuseRuined(row)
    guard !name.isEmpty, !isRuined, let birth else { return nil }
    let number = row[columns.key]
    let key = number.isEmpty ? "\(ImportedText.key(name))|\(birth.stored)|\(household)" : "no:\(number)"
    if let first = seen.updateValue(row.line, forKey: key) {
      faults.append(
        row.fault(.error, number.isEmpty ? columns.name : columns.key, "\(first)行目と同じ人です。どちらかの行を消してください。"))
      return nil
    }
    let relation = row[columns.relation]
    return ImportedResident(
      line: row.line, key: key, name: name, kana: KanaReading.fold(row[columns.kana]), birth: birth, sex: sex(row),
      postalCode: ImportedText.postalCode(row[columns.postalCode])?.code ?? "", address: address(row),
      household: household.isEmpty ? nil : household, relation: ResidentImportWording.relation(relation), relationNote: relation)
  }

  /// 「1.2346E+9」 in a number that says who somebody is, or who lives together: many people would become one.
  private mutating func refuseRuined(_ row: ImportSheet.Row) -> Bool {
    let ruined = [columns.key, columns.household].filter { ImportedText.isScientific(row[$0]) }
    for column in ruined {
      faults.append(
        row.fault(
          .error, column,
          "「\(row[column])」は表計算ソフトで壊れた番号です。元のシステムから抽出し直し、この列を「文字列」として開くか、開かずにそのまま取り込んでください。"))
    }
    return !ruined.isEmpty
  }

  private mutating func birth(_ row: ImportSheet.Row) -> PartialDate? {
    let column = columns.birth
    let text = row[column]
    if text.isEmpty { return .unknown }
    switch DateInput.read(ResidentImportWording.eraDate(text) ?? text, today: today) {
    case .success(let reading):
      let date = reading.date
      if let note = reading.note { faults.append(row.fault(.caution, column, "\(note)元の記録と合っているか確かめてください。")) }
      if let day = date.span?.lowerBound, day > today {
        faults.append(row.fault(.error, column, "生年月日が今日より後です。正しい日付に直してください。"))
        return nil
      }
      return date
    case .failure(let problem):
      faults.append(row.fault(.error, column, problem.message))
      return nil
    }
  }

  private mutating func sex(_ row: ImportSheet.Row) -> Sex {
    let column = columns.sex
    if let sex = ResidentImportWording.sex(row[column]) { return sex }
    faults.append(row.fault(.caution, column, "性別「\(row[column])」は読めないため、「不明」として取り込みます。"))
    return .unknown
  }

  private func address(_ row: ImportSheet.Row) -> String {
    let building = row[columns.building]
    let address = row[columns.address]
    return building.isEmpty || address.contains(building) ? address : "\(address)　\(building)"
  }
}
