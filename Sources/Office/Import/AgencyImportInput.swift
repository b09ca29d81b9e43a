import Casework

/// Reads an open-data file into agencies, naming every fault with line and column. Pure: no clock, no database.
struct AgencyImportInput {
  private let sheet: ImportSheet
  private let family: OpenDataFamily
  private var faults: [ImportFault]
  private var seen: [String: Int] = [:]

  static func read(_ bytes: [UInt8]) -> AgencySheet {
    let sheet = ImportSheet(bytes)
    var input = AgencyImportInput(sheet: sheet, family: OpenDataFamily(sheet), faults: sheet.faults)
    input.checkHeader()
    let agencies = input.faults.contains { $0.weight == .error && $0.line == 1 } ? [] : sheet.rows.compactMap { input.agency($0) }
    let town = ["地方公共団体名", "市区町村名", "所在地_市区町村"].lazy.compactMap { sheet.column([$0]) }
      .compactMap { column in sheet.rows.lazy.map { $0[column] }.first { !$0.isEmpty } }.first
    return AgencySheet(
      title: [town, input.family.label].compactMap(\.self).joined(separator: " "), encoding: sheet.encoding, records: sheet.rows.count,
      agencies: agencies, faults: input.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }

  private mutating func checkHeader() {
    func missing(_ what: String) -> ImportFault {
      ImportFault(
        weight: .error, line: 1, column: 1, columnName: "",
        message: "「\(what)」の列がありません。推奨データセットか自治体標準オープンデータセットの形式のファイルを選んでください。")
    }
    if sheet.header.isEmpty { return }
    if sheet.column(OpenDataFamily.names) == nil { faults.append(missing("名称")) }
    if sheet.column(OpenDataFamily.code) == nil { faults.append(missing("全国地方公共団体コード")) }
    if sheet.column(["災害種別_洪水", "想定収容人数"]) != nil {
      faults.append(
        ImportFault(weight: .error, line: 1, column: 1, columnName: "", message: "避難場所の一覧は機関として取り込めません。別のファイルを選んでください。"))
    }
  }

  private mutating func agency(_ row: ImportSheet.Row) -> ImportedAgency? {
    let nameColumn = sheet.column(OpenDataFamily.names)
    let name = row[nameColumn]
    if name.isEmpty { faults.append(row.fault(.error, nameColumn, "名称がありません。名称を入れてから、もう一度取り込んでください。")) }
    let code = code(row)
    let address = address(row)
    let id = row[sheet.column(OpenDataFamily.id)]
    if id.isEmpty, address.isEmpty {
      faults.append(
        row.fault(.error, sheet.column(OpenDataFamily.address), "IDも所在地もないため、次に取り込むときに見分けられません。どちらかを入れてください。"))
    }
    guard !name.isEmpty, let code, !(id.isEmpty && address.isEmpty) else { return nil }
    let key = id.isEmpty ? "\(ImportedText.key(name))|\(ImportedText.key(address))" : id
    let source = "\(code)/\(family.rawValue)"
    if let first = seen.updateValue(row.line, forKey: "\(source) \(key)") {
      seen["\(source) \(key)"] = first
      let what = id.isEmpty ? "名称と所在地" : "ID"
      faults.append(
        row.fault(.caution, nameColumn, "\(first)行目と\(what)が同じため、この行は取り込みません。別の施設なら、区別できる名称にしてください。"))
      return nil
    }
    let service = row[sheet.column(["実施サービス"])]
    let guess = family.kind(name: name, service: service)
    var agency = ImportedAgency(
      line: row.line, source: source, key: key, name: name, kana: KanaReading.fold(row[sheet.column(OpenDataFamily.kana)]),
      kind: guess.kind, fields: guess.fields)
    agency.address = address
    fill(&agency, row)
    return agency
  }

  private mutating func fill(_ agency: inout ImportedAgency, _ row: ImportSheet.Row) {
    agency.phone = phone(row, ["電話番号"])
    agency.fax = phone(row, ["FAX番号"])
    agency.postalCode = postalCode(row)
    agency.corporationNumber = corporationNumber(row)
    agency.hours = AgencyImportInput.hours(sheet, row)
    agency.about = AgencyImportInput.about(sheet, row)
    checkPlace(row)
  }

  /// the check digit is verified; what a spreadsheet has lost is put back.
  private mutating func code(_ row: ImportSheet.Row) -> String? {
    let column = sheet.column(OpenDataFamily.code)
    let text = row[column]
    if let code = MunicipalityCode(text) { return code.digits }
    if let code = MunicipalityCode(ruined: text) {
      faults.append(row.fault(.repaired, column, "「\(text)」を\(code.digits)に直しました（先頭の0や検査数字が失われていました）。"))
      return code.digits
    }
    faults.append(
      row.fault(.error, column, "全国地方公共団体コード「\(text)」は検査数字が合わないか、6けたではありません。正しいコードに直してください。"))
    return nil
  }

  private mutating func address(_ row: ImportSheet.Row) -> String {
    let column = sheet.column(OpenDataFamily.address)
    var written = row[column]
    if written.isEmpty { written = OpenDataFamily.addressParts.map { row[sheet.column([$0])] }.joined() }
    let building = row[sheet.column(OpenDataFamily.building)]
    let address = ImportedText.address(written)
    if address.wasWide { faults.append(row.fault(.repaired, column, "番地の全角の数字を半角に直しました。")) }
    let house = ImportedText.address(building).text
    return house.isEmpty || address.text.contains(house) ? address.text : "\(address.text)　\(house)"
  }

  private mutating func phone(_ row: ImportSheet.Row, _ names: [String]) -> String {
    let column = sheet.column(names)
    switch ImportedText.phone(row[column]) {
    case .number(let number): return number
    case .repaired(let number, let message):
      faults.append(row.fault(.repaired, column, message))
      return number
    case .doubtful(let number, let message):
      faults.append(row.fault(.caution, column, message))
      return number
    case .unusable(let message):
      faults.append(row.fault(.caution, column, message))
      return ""
    }
  }

  private mutating func postalCode(_ row: ImportSheet.Row) -> String {
    let column = sheet.column(["郵便番号"])
    let text = row[column]
    guard !text.isEmpty else { return "" }
    guard let code = ImportedText.postalCode(text) else {
      faults.append(row.fault(.caution, column, "郵便番号「\(text)」は7けたではないため、取り込みません。"))
      return ""
    }
    if code.wasShort { faults.append(row.fault(.repaired, column, "郵便番号の先頭の0を補いました。")) }
    return code.code
  }

  private mutating func corporationNumber(_ row: ImportSheet.Row) -> String {
    let column = sheet.column(["法人番号"])
    let text = row[column]
    guard !text.isEmpty else { return "" }
    if let number = CorporationNumber(text) { return number.digits }
    let why = ImportedText.isScientific(text) ? "表計算ソフトで壊れた番号" : "13けたでないか検査数字の合わない番号"
    faults.append(row.fault(.caution, column, "法人番号「\(text)」は\(why)のため、取り込みません。国税庁の公表サイトで確かめて入力してください。"))
    return ""
  }
}

extension AgencyImportInput {
  private mutating func checkPlace(_ row: ImportSheet.Row) {
    let column = sheet.column(["緯度"])
    let problem = AgencyImportInput.placeProblem(latitude: row[column], longitude: row[sheet.column(["経度"])])
    if let problem { faults.append(row.fault(.caution, column, problem)) }
  }
}
