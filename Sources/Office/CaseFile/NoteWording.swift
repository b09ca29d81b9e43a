import Casework

/// Japanese for 支援経過, and the words a form sends back for it.
enum NoteWording {
  static let counterparts: [(code: String, label: String)] = [
    ("person", "本人"), ("family", "家族"), ("agency", "関係機関"), ("neighbourhood", "近隣・民生委員"), ("other", "その他"),
  ]

  /// The counterpart behind a check box.
  static func counterpart(_ code: String) -> Counterpart? {
    switch code {
    case "person": .person
    case "family": .family(nil)
    case "agency": .agency(nil, name: "")
    case "neighbourhood": .neighbourhood
    case "other": .other("")
    default: nil
    }
  }

  static let met: [(code: String, label: String)] = MetResult.allCases.map { ($0.rawValue, $0.label) }

  static let visibilities: [(code: String, label: String)] = NoteVisibility.allCases.map { ($0.rawValue, $0.label) }

  /// A file for the members of a meeting is tabled there as a paper; it is no attachment of the case.
  static let fileVisibilities = [NoteVisibility.ownAgency, .team].map { ($0.rawValue, $0.label) }

  /// The three choices in plain words.
  static let visibilityHelp =
    "自機関のみ：あなたの機関の職員だけが読みます。支援チーム：この事例を見られるほかの機関も読みます。"
    + "会議構成員：ふだんは自機関だけが読み、会議の議題に資料として出したときだけ、その議題の構成員も読みます。"

  /// The check boxes behind the words that were stored.
  static func codes(counterpart stored: String) -> [String] {
    let words = stored.split(separator: "、")
    return counterparts.filter { choice in words.contains { $0.hasPrefix(choice.label) } }.map(\.code)
  }
}
