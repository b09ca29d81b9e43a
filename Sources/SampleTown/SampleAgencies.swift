import Casework
import Office
import Store

/// The agencies of the sample town, by a short key.
enum SampleAgencies {
  static func register(_ writing: Writing) throws -> [String: AgencyID] {
    var agencies: [String: AgencyID] = [:]
    for (key, agency) in all { agencies[key] = try AgencyRecords.register(writing, agency) }
    return agencies
  }

  private static let since = "2026-04-01"

  private static let all: [(String, AgencyRecords.Registration)] = [
    (
      "section",
      .init(
        name: "見本市 地域福祉課", nameKana: "ミホンシチイキフクシカ", kind: "市の担当課", fields: ["その他"], isProgrammeSection: true,
        takesReferrals: false)
    ),
    ("east", window("見本地域包括支援センター東", "ミホンチイキホウカツシエンセンターヒガシ", "地域包括支援センター", "高齢・介護", "東部", "entrusted")),
    ("west", window("見本地域包括支援センター西", "ミホンチイキホウカツシエンセンターニシ", "地域包括支援センター", "高齢・介護", "西部", "entrusted")),
    ("disability", window("見本障害者相談支援センター", "ミホンショウガイシャソウダンシエンセンター", "障害者相談支援", "障害", "全域", "entrusted")),
    ("children", window("見本市こども家庭センター", "ミホンシコドモカテイセンター", "こども家庭センター", "子ども", "全域", "direct")),
    ("livelihood", window("見本自立相談支援センター", "ミホンジリツソウダンシエンセンター", "自立相談支援機関", "生活困窮", "全域", "entrusted")),
    (
      "multi",
      .init(
        name: "見本市社会福祉協議会 多機関協働担当", nameKana: "ミホンシシャカイフクシキョウギカイタキカンキョウドウタントウ", kind: "社会福祉協議会", fields: ["その他"],
        areas: ["全域"], programmes: [.init(programme: "multi", delivery: "direct", from: since)])
    ),
    (
      "outreach",
      .init(
        name: "見本アウトリーチ支援室", nameKana: "ミホンアウトリーチシエンシツ", kind: "社会福祉協議会", fields: ["ひきこもり等支援"], areas: ["全域"],
        programmes: [.init(programme: "outreach", delivery: "entrusted", from: since)])
    ),
    ("hospital", .init(name: "架空中央病院 医療相談室", nameKana: "カクウチュウオウビョウイン", kind: "医療機関", fields: ["保健医療"], takesReferrals: false)),
    ("work", .init(name: "架空公共職業安定所", nameKana: "カクウコウキョウショクギョウアンテイジョ", kind: "ハローワーク", fields: ["就労"], takesReferrals: false)),
  ]

  private static func window(
    _ name: String, _ kana: String, _ kind: String, _ field: String, _ area: String, _ delivery: String
  ) -> AgencyRecords.Registration {
    .init(
      name: name, nameKana: kana, kind: kind, fields: [field], areas: [area],
      programmes: [.init(programme: "consult", delivery: delivery, from: since)])
  }
}
