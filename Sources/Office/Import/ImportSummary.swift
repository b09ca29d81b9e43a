/// What an import found or did, for a person to read (「取込みの結果」).
public struct ImportSummary: Sendable {
  /// 「市川市 公共施設一覧」
  public let title: String
  public let encoding: String
  public let records: Int
  public let new: Int
  public let changed: Int
  public let unchanged: Int
  /// Taken in earlier, not in the file any more.
  public let missing: Int
  /// Names of the missing agencies; empty for residents, whose names are not listed.
  public let missingNames: [String]
  /// In the order of the file.
  public let faults: [ImportFault]
  /// False for a dry run and for a file with errors.
  public var isApplied = false

  public var hasErrors: Bool { faults.contains { $0.weight == .error } }

  func count(_ weight: ImportFault.Weight) -> Int { faults.count { $0.weight == weight } }

  /// Every fault with its place, then the counts, then what to do next.
  public var lines: [String] {
    faults.map { "\($0.weight.label)　\($0.place)　\($0.message)" }
      + [
        "\(title)　文字コード：\(encoding)　\(records)件",
        "新しく登録 \(new)件、変更 \(changed)件、変わりなし \(unchanged)件、終了の可能性（ファイルにない） \(missing)件",
        "誤り \(count(.error))件、注意 \(count(.caution))件、直したこと \(count(.repaired))件",
        outcome,
      ]
  }

  private var outcome: String {
    if isApplied { return "取り込みました。" }
    if hasErrors { return "誤りがあるため、何も取り込みません。上の行と列を直してから、もう一度実行してください。" }
    return "まだ何も取り込んでいません。よければ --apply を付けて、もう一度実行してください。"
  }
}

extension ImportSummary {
  init(_ sheet: AgencySheet, _ plan: AgencyImportPlan) {
    self.init(
      title: sheet.title, encoding: sheet.encoding, records: sheet.records, new: plan.new.count, changed: plan.changed.count,
      unchanged: plan.unchanged.count, missing: plan.missing.count, missingNames: plan.missing.map(\.name), faults: sheet.faults)
  }

  init(_ sheet: ResidentSheet, _ plan: ResidentImportPlan) {
    self.init(
      title: "住民情報", encoding: sheet.encoding, records: sheet.records, new: plan.new.count, changed: plan.changed.count,
      unchanged: plan.unchanged, missing: plan.missing, missingNames: [], faults: sheet.faults + plan.faults)
  }
}
