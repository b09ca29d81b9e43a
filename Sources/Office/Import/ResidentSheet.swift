import Casework

/// One person read from a resident extract (「取り込む住民」).
struct ImportedResident: Sendable {
  /// Line in the file.
  let line: Int
  /// 宛名番号; where the file has none, 氏名|生年月日|世帯番号.
  let key: String
  /// Kept byte for byte.
  let name: String
  let kana: String
  let birth: PartialDate
  let sex: Sex
  let postalCode: String
  let address: String
  /// 世帯番号; nil when the file has none.
  let household: String?
  let relation: Relation
  /// 「世帯主」「長男」: as the file says it.
  let relationNote: String

  /// Every resident of an extract has this source.
  static let source = "resident-extract"

  var facts: PersonFacts {
    PersonFacts(
      name: PersonName(written: name, kana: kana.isEmpty ? nil : kana), sex: sex, birth: birth, address: address.isEmpty ? nil : address)
  }
}

/// A resident extract, read (「読み取った住民情報」).
struct ResidentSheet: Sendable {
  let encoding: String
  let records: Int
  let residents: [ImportedResident]
  let faults: [ImportFault]

  var hasErrors: Bool { faults.contains { $0.weight == .error } }
}
