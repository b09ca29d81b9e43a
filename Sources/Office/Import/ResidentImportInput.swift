import Casework

/// Reads a resident extract, naming every fault with line and column. Pure: no clock, no database.
///
/// Source: issue "A real office"; reference §8.1 (never a 個人番号), §8.5 (characters, dates), §8.6 (explicit purpose and log).
struct ResidentImportInput {
  private let sheet: ImportSheet
  private let today: CivilDate
  private var faults: [ImportFault]
  private var seen: [String: Int] = [:]

  static func read(_ bytes: [UInt8], today: CivilDate) -> ResidentSheet {
    let sheet = ImportSheet(bytes)
    var input = ResidentImportInput(sheet: sheet, today: today, faults: sheet.faults)
    let isRefused = input.refuseForbidden()
    if !sheet.header.isEmpty, sheet.column(names) == nil {
      input.faults.append(ImportFault(weight: .error, line: 1, column: 1, columnName: "", message: "「氏名」の列がありません。氏名の列のあるファイルを選んでください。"))
    }
    let mayRead = !isRefused && sheet.column(names) != nil
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
    let nameColumn = sheet.column(Self.names)
    let name = row[nameColumn]
    if name.isEmpty { faults.append(row.fault(.error, nameColumn, "氏名がありません。氏名を入れるか、この行を消してください。")) }
    let birth = birth(row)
    let household = row[sheet.column(["世帯番号", "世帯コード", "世帯キー", "世帯ID"])]
    for column in [nameColumn, sheet.column(Self.addresses)] where !MyNumberGuard.findings(in: row[column]).isEmpty {
      faults.append(row.fault(.error, column, MyNumberGuard.warning))
    }
    guard !name.isEmpty, let birth else { return nil }
    let number = row[sheet.column(Self.keys)]
    let key = number.isEmpty ? "\(ImportedText.key(name))|\(birth.stored)|\(household)" : "no:\(number)"
    if let first = seen.updateValue(row.line, forKey: key) {
      faults.append(
        row.fault(.error, number.isEmpty ? nameColumn : sheet.column(Self.keys), "\(first)行目と同じ人です。どちらかの行を消してください。"))
      return nil
    }
    let relation = row[sheet.column(["続柄", "続柄名", "続柄名称"])]
    return ImportedResident(
      line: row.line, key: key, name: name, kana: KanaReading.fold(row[sheet.column(Self.kana)]), birth: birth, sex: sex(row),
      postalCode: ImportedText.postalCode(row[sheet.column(["郵便番号"])])?.code ?? "", address: address(row),
      household: household.isEmpty ? nil : household, relation: ResidentImportWording.relation(relation), relationNote: relation)
  }

  private mutating func birth(_ row: ImportSheet.Row) -> PartialDate? {
    let column = sheet.column(["生年月日", "誕生日"])
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
    let column = sheet.column(["性別"])
    if let sex = ResidentImportWording.sex(row[column]) { return sex }
    faults.append(row.fault(.caution, column, "性別「\(row[column])」は読めないため、「不明」として取り込みます。"))
    return .unknown
  }

  private func address(_ row: ImportSheet.Row) -> String {
    let building = row[sheet.column(["方書", "建物名等(方書)"])]
    let address = row[sheet.column(Self.addresses)]
    return building.isEmpty || address.contains(building) ? address : "\(address)　\(building)"
  }

  private static let names = ["氏名", "氏名_漢字", "氏名漢字", "氏名(漢字)", "漢字氏名", "名前"]
  private static let kana = [
    "氏名カナ", "氏名_カナ", "氏名(カナ)", "カナ氏名", "フリガナ", "ふりがな", "氏名フリガナ", "氏名ふりがな", "氏名_フリガナ", "氏名(フリガナ)",
  ]
  private static let addresses = ["住所", "現住所", "所在地_連結表記", "住所_連結表記"]
  private static let keys = ["宛名番号", "住民番号", "住民コード", "整理番号", "識別番号"]
}
