import Casework
import Office
import Store

/// The staff of the sample town.
enum SampleStaff {
  struct Person {
    let signInName: String
    let agency: String
    let name: String
    let kana: String
    let roles: [Role]
    let about: String
  }

  static let people: [Person] = [
    Person(
      signInName: "houkatsu", agency: "east", name: "架空 花子", kana: "カクウ ハナコ", roles: [.consultStaff], about: "地域包括支援センター東の相談員"),
    Person(
      signInName: "kakari", agency: "east", name: "架空 責任", kana: "カクウ セキニン", roles: [.consultStaff, .sectionSupervisor],
      about: "地域包括支援センター東の係の責任者"),
    Person(
      signInName: "houkatsu-nishi", agency: "west", name: "架空 西子", kana: "カクウ ニシコ", roles: [.consultStaff],
      about: "地域包括支援センター西の相談員"),
    Person(
      signInName: "shougai", agency: "disability", name: "架空 次郎", kana: "カクウ ジロウ", roles: [.consultStaff],
      about: "障害者相談支援センターの相談員"),
    Person(
      signInName: "kodomo", agency: "children", name: "架空 三奈", kana: "カクウ ミナ", roles: [.consultStaff], about: "こども家庭センターの相談員"),
    Person(
      signInName: "konkyuu", agency: "livelihood", name: "架空 四郎", kana: "カクウ シロウ", roles: [.consultStaff],
      about: "自立相談支援センターの相談員"),
    Person(
      signInName: "takikan", agency: "multi", name: "架空 結", kana: "カクウ ユイ", roles: [.multiCoordinator],
      about: "多機関協働のコーディネーター"),
    Person(
      signInName: "outreach", agency: "outreach", name: "架空 歩", kana: "カクウ アユム", roles: [.outreachStaff], about: "アウトリーチ支援員"),
    Person(
      signInName: "shi", agency: "section", name: "架空 市子", kana: "カクウ イチコ", roles: [.cityStaff], about: "市の事業担当課の職員"),
    Person(
      signInName: "kanri", agency: "section", name: "架空 管理", kana: "カクウ カンリ", roles: [.systemAdministrator],
      about: "システム管理者（事例は見られません）"),
    Person(
      signInName: "kansa", agency: "section", name: "架空 監査", kana: "カクウ カンサ", roles: [.auditor], about: "監査担当（記録の内容は見られません）"),
    Person(
      signInName: "kachou", agency: "section", name: "架空 課長", kana: "カクウ カチョウ", roles: [.cityManager],
      about: "市の事業担当課の管理職（廃棄の承認、二人目の確認）"),
  ]

  static func appoint(_ writing: Writing, agencies: [String: AgencyID], passwordHash: String) throws -> [String: StaffID] {
    var staff: [String: StaffID] = [:]
    for person in people {
      guard let agency = agencies[person.agency] else { continue }
      staff[person.signInName] = try StaffRecords.appoint(
        writing,
        .init(
          agency: agency, signInName: person.signInName, name: person.name, nameKana: person.kana, roles: person.roles,
          from: "2026-04-01"),
        passwordHash: passwordHash, mustChange: false)
    }
    return staff
  }
}
