import Casework

/// The columns of a resident extract, found once, and what must be said about the others (「住民情報の列」).
///
/// Nothing is left out in silence: a column that is not taken in is named, and one that says who is under 支援措置 stops the file.
struct ResidentColumns {
  let name: ImportSheet.Column?
  let kana: ImportSheet.Column?
  let birth: ImportSheet.Column?
  let sex: ImportSheet.Column?
  let postalCode: ImportSheet.Column?
  let address: ImportSheet.Column?
  let building: ImportSheet.Column?
  let key: ImportSheet.Column?
  let household: ImportSheet.Column?
  let relation: ImportSheet.Column?
  private let sheet: ImportSheet

  init(_ sheet: ImportSheet) {
    self.sheet = sheet
    name = sheet.column(["氏名", "氏名_漢字", "氏名漢字", "氏名(漢字)", "漢字氏名", "名前"])
    kana = sheet.column(["氏名カナ", "氏名_カナ", "氏名(カナ)", "カナ氏名", "フリガナ", "ふりがな", "氏名フリガナ", "氏名ふりがな", "氏名_フリガナ", "氏名(フリガナ)"])
    birth = sheet.column(["生年月日", "誕生日"])
    sex = sheet.column(["性別"])
    postalCode = sheet.column(["郵便番号"])
    address = sheet.column(["住所", "現住所", "所在地_連結表記", "住所_連結表記"])
    building = sheet.column(["方書", "建物名等(方書)"])
    key = sheet.column(["宛名番号", "住民番号", "住民コード", "整理番号", "識別番号"])
    household = sheet.column(["世帯番号", "世帯コード", "世帯キー", "世帯ID"])
    relation = sheet.column(["続柄", "続柄名", "続柄名称"])
  }

  /// What stops the file because of its columns: nobody's full name, nobody at all, or people under 支援措置.
  var errors: [ImportFault] {
    guard !sheet.header.isEmpty else { return [] }
    var faults = protected
    if name == nil {
      faults.append(whole(.error, "「氏名」の列がありません。氏名の列のあるファイルを選んでください。"))
    } else if let name, ImportedText.narrow(name.name) == "名前", let family = sheet.column(["名字", "苗字", "姓"]) {
      faults.append(
        ImportFault(
          weight: .error, line: 1, column: name.index + 1, columnName: name.name,
          message: "「\(family.name)」と「名前」が別の列になっています。二つをつないだ「氏名」の列を作ったファイルを選んでください。"))
    }
    if sheet.rows.isEmpty, !sheet.faults.contains(where: { $0.weight == .error }) {
      faults.append(whole(.error, "見出しだけで、人の行がありません。抽出の条件を確かめて、人の行のあるファイルを選んでください。"))
    }
    return faults
  }

  /// What is not taken in, and what the file has not.
  var notices: [ImportFault] {
    guard !sheet.header.isEmpty else { return [] }
    let used = Set([name, kana, birth, sex, postalCode, address, building, key, household, relation].compactMap { $0?.index })
    let told = Set(sheet.faults.filter { $0.line == 1 }.map(\.column))
    let unused = sheet.header.enumerated().filter { !used.contains($0.offset) && !told.contains($0.offset + 1) }.map { index, heading in
      ImportFault(
        weight: .caution, line: 1, column: index + 1, columnName: heading,
        message: ResidentColumns.tellsProtection(heading)
          ? understood(.init(index: index, name: heading)) : "列「\(heading)」は使いません。書かれていることは、つなぎに入りません。")
    }
    var missing: [ImportFault] = []
    if address == nil { missing.append(whole(.caution, "「住所」の列がないため、住所のない人として取り込みます。")) }
    if birth == nil { missing.append(whole(.caution, "「生年月日」の列がないため、生年月日の分からない人として取り込みます。")) }
    if key == nil {
      missing.append(whole(.caution, "「宛名番号」の列がないため、氏名・生年月日・世帯番号で同じ人かを見分けます。改名や転居のあとは、別の人になることがあります。"))
    }
    return missing + unused
  }

  /// One error for each row that says something about 支援措置 (住民基本台帳事務処理要領 第5-10): what the register would show of such a person is
  /// decided on the screen, never by a column of a file.
  private var protected: [ImportFault] {
    sheet.header.enumerated().filter { ResidentColumns.tellsProtection($0.element) }.flatMap { index, heading in
      let column = ImportSheet.Column(index: index, name: heading)
      return sheet.rows.filter { ResidentColumns.isFilled($0[column]) }.map { row in
        row.fault(
          .error, column, "支援措置などの印のある人がいます。このファイルはそのまま取り込めません。この人の行をファイルから除き、画面で登録して保護（住所などの秘匿）を付けてください。")
      }
    }
  }

  /// That a column was read as a mark, and how many rows say no: otherwise nobody could tell it from a column that was overlooked.
  private func understood(_ column: ImportSheet.Column) -> String {
    let none = sheet.rows.count { !ResidentColumns.isFilled($0[column]) }
    return "列「\(column.name)」は支援措置などの印として読みました。\(sheet.rows.count)行のうち\(none)行が「なし」（空欄・0・無・×など）です。"
  }

  private static func tellsProtection(_ heading: String) -> Bool {
    let plain = ImportedText.narrow(heading).uppercased()
    return ["支援措置", "DV", "ストーカー", "虐待", "閲覧制限"].contains { plain.contains($0) }
  }

  /// A cell that says no is as good as an empty one; whatever is not plainly a no is taken for a yes.
  private static func isFilled(_ cell: String) -> Bool {
    let plain = ImportedText.narrow(cell)
    return !["", "0", "00", "無", "無し", "なし", "該当なし", "非該当", "対象外", "いいえ", "×", "-"].contains(plain)
  }

  private func whole(_ weight: ImportFault.Weight, _ message: String) -> ImportFault {
    ImportFault(weight: weight, line: 1, column: 1, columnName: "", message: message)
  }
}
