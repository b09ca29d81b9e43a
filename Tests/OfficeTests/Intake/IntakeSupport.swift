import Casework
import Foundation
import Store
import Testing

@testable import Office

/// What a counsellor types into the forms of a reception. Every name is invented.
enum Typed {
  /// Scenario 1: the mother, 82, comes to the window about her son, 53.
  static let mother: [(String, String)] = [
    ("form", "consultation"), ("received_on", "R8.11.21"), ("received_at", "9:30"), ("channel", "3"), ("name", "架空 太郎"),
    ("name_kana", "かくう たろう"), ("sex", "male"), ("birth_date", "S48.4.1"), ("address", "見本町一丁目2番3号"),
    ("phone_mobile", "000-0000-0001"), ("caller_relation", "1"), ("caller_family_relation", "07"), ("caller_name", "架空 ウメ"),
    ("caller_phone", "000-0000-0002"), ("concerns", "13"), ("concerns", "12"), ("concerns.main", "13"),
    ("concern_text", "息子が家から出ない。自分の介護も心配。"), ("urgency", "C"), ("household.rows", "4"), ("household.1.name", "架空 ウメ"),
    ("household.1.age", "82歳"), ("household.1.relation", "07"), ("household.1.lives_together", "1"), ("household.1.note", "要介護1"),
    ("household.2.lives_together", "1"), ("household_size", "2"), ("consent_on", "R8.11.21"), ("consent_signature", "signature"),
    ("consent_explained_by", "架空 花子"),
  ]

  /// The least that any window needs.
  static let least: [(String, String)] = [
    ("form", "consultation"), ("name", "架空 一郎"), ("caller_relation", "0"), ("concerns", "03"), ("concerns.main", "03"),
  ]

  static func person(_ name: String, kana: String = "", birth: String = "") -> [(String, String)] {
    least.filter { $0.0 != "name" } + [("name", name), ("name_kana", kana), ("birth_date", birth)]
  }
}

extension [(String, String)] {
  /// The same form with one box filled in differently.
  func with(_ name: String, _ value: String) -> [(String, String)] { filter { $0.0 != name } + [(name, value)] }
}

extension Visitor {
  /// Records a consultation and gives its number.
  func record(_ fields: [(String, String)]) async throws -> Int {
    let reply = try await post("/consultations", fields)
    #expect(reply.status == 303, "\(reply.problems)")
    return reply.number
  }
}

extension Reply {
  /// The sentences that say what is wrong.
  var problems: String {
    text.split(separator: "<p class=\"problem\"").dropFirst().map { String($0.prefix { $0 != "<" }) }.joined()
  }

  /// The page without what differs between any two pages: the tokens of its forms.
  func withoutTokens(_ visitor: Visitor) -> String {
    text.replacing(visitor.formToken, with: "").replacing(/name="submission" value="[0-9a-f]*"/, with: "")
  }
}

extension Town {
  /// A person of the resident extract, known to nobody's case.
  func registered(_ name: String, kana: String, birth: String, address: String = "", phone: String = "") async throws {
    let facts = PersonFacts(
      name: PersonName(written: name, kana: kana), birth: PartialDate(stored: birth) ?? .unknown, address: address, phoneMobile: phone)
    try await office.database.write { writing in
      var person = ResidentRecords.Registration(facts)
      person.source = "見本住民"
      person.sourceKey = "\(name)\(birth)"
      _ = try ResidentRecords.register(writing, person, by: nil)
    }
  }
}
