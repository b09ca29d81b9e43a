import Casework
import Store

/// What had better be thought of before an agency is saved (「機関を保存する前に」). Never blocks: sent again, it is saved.
struct AgencyUnconfirmed: Refusal {
  let staff: StaffMember?
  let cautions: [String]
  var auditDetail: String { "unconfirmed" }
}

enum AgencyCautionQueries {
  /// Another agency of that name; people and work that an ending agency still has. Only what this saving changes is asked about.
  static func cautions(
    _ desk: Desk, _ id: AgencyID?, before: AgencyRecords.Registration?, after: AgencyRecords.Registration
  ) throws -> [String] {
    var cautions: [String] = []
    if before.map({ JapaneseText.folded($0.name) != JapaneseText.folded(after.name) }) ?? true, try isKnown(desk, after.name, but: id) {
      cautions.append("「\(after.name)」という名称の機関が、すでにあります。同じ機関なら、登録せずにその機関を使ってください。")
    }
    if let id, let last = after.endedOn, before?.endedOn != last, let open = try open(desk, id, after: last) {
      cautions.append("この機関には、\(open)が残っています。異動・担当替え・つなぎの返事などを済ませてから終わりにしてください。")
    }
    return cautions
  }

  private static func isKnown(_ desk: Desk, _ name: String, but id: AgencyID?) throws -> Bool {
    let folded = JapaneseText.folded(name)
    let names = try desk.reading.rows(
      """
      SELECT name FROM agency WHERE substr(name_folded, 1, \(folded.unicodeScalars.count)) = \(folded) AND id <> \(id ?? AgencyID(0))
      """
    ) { $0.text(0) }
    return names.contains { JapaneseText.folded($0) == folded }
  }

  /// 「使える職員2人、終わっていない事例3件」; nil when nothing is left.
  private static func open(_ desk: Desk, _ id: AgencyID, after last: String) throws -> String? {
    let cases = ConsultationStage.allCases.filter { DeskMatter.isOpen($0) }.map(\.rawValue)
    let referrals = ReferralStage.allCases.filter { !$0.isFinal && $0 != .draft }.map(\.rawValue)
    let staff = try desk.reading.count(
      "SELECT count(*) FROM staff WHERE agency_id = \(id) AND (active_until IS NULL OR active_until > \(last))")
    let open = try desk.reading.count("SELECT count(*) FROM case_file WHERE opened_by = \(id) AND stage IN \(list: cases)")
    let handed = try desk.reading.count(
      """
      SELECT (SELECT count(*) FROM referral WHERE to_agency = \(id) AND stage IN \(list: referrals))
        + (SELECT count(*) FROM referral WHERE from_agency = \(id) AND stage IN \(list: referrals))
      """)
    let parts = [("使える職員", staff, "人"), ("終わっていない事例", open, "件"), ("終わっていないつなぎ", handed, "件")]
    let words = parts.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)\($0.2)" }
    return words.isEmpty ? nil : words.joined(separator: "、")
  }
}
