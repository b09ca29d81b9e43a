extension AgencyImportInput {
  /// 「月火水木金 9:00〜16:30 祝日除く」
  static func hours(_ sheet: ImportSheet, _ row: ImportSheet.Row) -> String {
    let days = row[sheet.column(["利用可能曜日", "診療曜日"])]
    let opens = row[sheet.column(["開始時間", "診療開始時間"])]
    let closes = row[sheet.column(["終了時間", "診療終了時間"])]
    let note = row[
      sheet.column(["利用可能曜日特記事項", "利用可能時間特記事項", "利用可能日時特記事項", "診療日時特記事項"])]
    let times = opens.isEmpty && closes.isEmpty ? "" : "\(opens)〜\(closes)"
    return [days, times, note].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// 「実施サービス：通所介護。定員：19。」
  static func about(_ sheet: ImportSheet, _ row: ImportSheet.Row) -> String {
    let columns = ["説明", "実施サービス", "種別", "医療機関の種類", "診療科目", "定員", "収容定員", "受入年齢", "法人の名称", "団体名", "URL"]
    return columns.compactMap { name in
      let text = row[sheet.column([name])]
      if text.isEmpty || text == "0" { return nil }
      return name == "説明" ? "\(text)\n" : "\(name)：\(text)\n"
    }.joined().trimmed
  }

  /// Degrees that lie outside Japan, or are 0, are said; places are not kept.
  static func placeProblem(latitude: String, longitude: String) -> String? {
    if latitude.isEmpty, longitude.isEmpty { return nil }
    guard let north = Double(ImportedText.narrow(latitude)), let east = Double(ImportedText.narrow(longitude)) else {
      return "緯度・経度「\(latitude)、\(longitude)」は数字として読めません。"
    }
    if (20.0...46.0).contains(north), (122.0...154.0).contains(east) { return nil }
    if (20.0...46.0).contains(east), (122.0...154.0).contains(north) { return "緯度と経度が入れ替わっているようです。公開元に知らせてください。" }
    return "緯度・経度が日本の外か0です。公開元に知らせてください。"
  }
}
