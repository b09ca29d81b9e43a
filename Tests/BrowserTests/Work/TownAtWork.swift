import Foundation
import Testing

/// A sample town in which the first thread has happened, told over plain HTTP so that screens can be looked at.
struct TownAtWork {
  let server: TestServer
  let caseFile: Int
  let consultation: Int
  let note: Int
  let referral: Int

  static let mother: [(String, String)] = [
    ("form", "consultation"), ("channel", "1"), ("name", "架空 ハル"), ("name_kana", "かくう はる"), ("sex", "female"),
    ("birth_date", "S19.3.5"), ("address", "見本町一丁目2番3号（架空）"), ("phone_home", "000-0000-0001"), ("caller_relation", "0"),
    ("concerns", "12"), ("concerns", "13"), ("concerns.main", "13"), ("concern_text", "53歳の息子が家から出ない。自分の介護も心配。"),
    ("urgency", "C"), ("household.rows", "4"), ("household.1.name", "架空 実"), ("household.1.age", "S48.2"), ("household.1.relation", "05"),
    ("household.1.lives_together", "1"), ("household_size", "2"),
  ]

  static func use(_ body: (TownAtWork) async throws -> Void) async throws {
    try await TestServer.use { server in
      let counsellor = try await Session.signIn(server, as: "houkatsu")
      let consultation = try await counsellor.record("/consultations", mother)
      let page = try await counsellor.get("/consultations/\(consultation)").text
      let caseFile = try #require(page.number(after: "href=\"/cases/", before: "\""))
      try await counsellor.record("/cases/\(caseFile)/notes", note("電話での相談"))
      let form = try await counsellor.get("/cases/\(caseFile)/referrals/new").text
      let target = try #require(form.code(of: MihonTown.disability))
      let referral = try await counsellor.record(
        "/cases/\(caseFile)/referrals",
        [
          ("version", "1"), ("to", target), ("referral_reason", "息子さんの相談先が必要なため"), ("asked", "話を聞く場を一緒に考えてほしい。"),
          ("agreement", "agreed"), ("explained_on", "今日"), ("explained_by", "架空 花子"), ("confirmed", "1"),
          ("answer_due", "今日"), ("consultation", String(consultation)),
        ])
      let timeline = try await counsellor.get("/cases/\(caseFile)").text
      try await body(
        TownAtWork(
          server: server, caseFile: caseFile, consultation: consultation,
          note: try #require(timeline.number(after: "id=\"note-", before: "\"")), referral: referral))
    }
  }

  /// A complete note of today.
  static func note(_ title: String) -> [(String, String)] {
    [
      ("held_on", "今日"), ("method", "01"), ("counterpart", "person"), ("title", title), ("facts", "息子さんの様子を電話で聞いた。"),
      ("opinion", "ハルさんの疲れが強い。"), ("next_action", "訪問の日を決める"), ("next_due", "今日"), ("visibility", "team"),
    ]
  }
}

extension String {
  /// The first number between two pieces of text.
  func number(after start: String, before end: String) -> Int? {
    split(separator: start).dropFirst().lazy.compactMap { Int($0.prefix { String($0) != end }) }.first
  }

  /// The code of the option with this label.
  func code(of label: String) -> String? {
    range(of: ">\(label)</option>").flatMap { place in
      self[..<place.lowerBound].split(separator: "<option value=\"").last.map { String($0.prefix { $0 != "\"" }) }
    }
  }
}
