/// 「同じ人の可能性」 How alike two records of a person are; a person decides, nothing is merged by it.
public struct Likeness: Hashable, Sendable {
  public enum Degree: Int, Comparable, Sendable, CaseIterable {
    /// 「同姓同名の可能性もある」 something points to the same person.
    case possible
    /// 「同じ人とみられる」
    case strong
    /// 「氏名と生年月日が一致」
    case exact

    public static func < (a: Degree, b: Degree) -> Bool { a.rawValue < b.rawValue }

    public var label: String {
      switch self {
      case .possible: "同じ人かもしれません"
      case .strong: "同じ人の可能性が高い"
      case .exact: "氏名と生年月日が一致"
      }
    }
  }

  public let degree: Degree
  /// Short Japanese sentences, most telling first: 「氏名の字が違いますが、読み替えると同じです」.
  public let reasons: [String]
}

/// 「同じ人の確認」 Search before create.
///
/// Source: issue "Intake" (the same person under kana, width, voicing and old/new kanji is offered); the practice of peer systems
public enum SamePerson {
  /// How alike the two records are; nil when nothing worth showing connects them. Symmetric.
  public static func likeness(_ a: PersonFacts, _ b: PersonFacts) -> Likeness? {
    let name = NameLikeness(a.name, b.name)
    let birth = BirthLikeness(a.birth, b.birth)
    let phone = !a.phones.isDisjoint(with: b.phones)
    let address = a.addressKey != nil && a.addressKey == b.addressKey
    guard let degree = degree(name, birth, contact: phone || address) else { return nil }
    var reasons = [name.reason, birth.reason].compactMap(\.self)
    if phone { reasons.append("電話番号が同じです") }
    if address { reasons.append("住所が同じです") }
    return Likeness(degree: degree, reasons: reasons)
  }

  private static func degree(_ name: NameLikeness, _ birth: BirthLikeness, contact: Bool) -> Likeness.Degree? {
    switch (name, birth) {
    case (.same, .same): .exact
    case (.folded, .same), (.kanaSame, .same), (.kanaFolded, .same): .strong
    case (.same, .slip), (.folded, .slip), (.same, .compatible), (.folded, .compatible): .strong
    case (.kanaSame, .slip), (.kanaFolded, .slip), (.kanaSame, .compatible), (.kanaFolded, .compatible): contact ? .strong : .possible
    case (.same, .open), (.folded, .open), (.kanaSame, .open), (.kanaFolded, .open): contact ? .strong : .possible
    case (.same, .conflicting), (.folded, .conflicting), (.kanaSame, .conflicting), (.kanaFolded, .conflicting): contact ? .possible : nil
    case (.near, .same): contact ? .strong : .possible
    case (.near, .slip), (.near, .compatible), (.near, .open): contact ? .possible : nil
    case (.different, .same), (.unknown, .same): contact ? .possible : nil
    case (.unknown, .compatible), (.unknown, .open), (.unknown, .slip): contact ? .possible : nil
    case (.near, .conflicting), (.different, _), (.unknown, .conflicting): nil
    }
  }
}

/// What two names have in common.
enum NameLikeness {
  case same, folded, kanaSame, kanaFolded, near, different, unknown

  init(_ a: PersonName?, _ b: PersonName?) {
    guard let a, let b, !a.isBlank, !b.isBlank else {
      self = .unknown
      return
    }
    let written = (NameKey.of(a.written), NameKey.of(b.written))
    let kana = (NameKey.ofKana(a.kana ?? ""), NameKey.ofKana(b.kana ?? ""))
    let bothRead = !kana.0.isEmpty && !kana.1.isEmpty
    if !written.0.isEmpty, written.0 == written.1 {
      // The same characters read quite differently are two people (裕子 ゆうこ, ひろこ), unless a slip of one kana explains it.
      let contradicted = bothRead && kana.0 != kana.1
      let plain = a.written.utf8.elementsEqual(b.written.utf8)
      self = contradicted ? .near : plain ? .same : .folded
    } else if bothRead, kana.0 == kana.1 {
      self = a.katakana == b.katakana ? .kanaSame : .kanaFolded
    } else if bothRead, EditDistance.isOneSlip(kana.0, kana.1) {
      self = .near
    } else if Self.readsAsWritten(a, b) || Self.readsAsWritten(b, a) {
      self = .kanaFolded
    } else {
      self = .different
    }
  }

  /// One record holds only kana, where the other has kanji with a reading.
  private static func readsAsWritten(_ a: PersonName, _ b: PersonName) -> Bool {
    guard let reading = b.kana, !a.written.isBlank, KanaReading.isReading(a.written) else { return false }
    return NameKey.ofKana(a.written) == NameKey.ofKana(reading)
  }

  var reason: String? {
    switch self {
    case .same: "氏名が同じです"
    case .folded: "氏名の字体は違いますが、同じ名前と読めます"
    case .kanaSame: "ふりがなが同じです"
    case .kanaFolded: "ふりがなが似ています（濁点・長音などの違い）"
    case .near: "氏名かふりがなが一部だけ違います"
    case .different, .unknown: nil
    }
  }
}

/// What two dates of birth have in common.
enum BirthLikeness {
  case same
  case slip(String)
  case compatible, conflicting, open

  init(_ a: PartialDate, _ b: PartialDate) {
    guard a != .unknown, b != .unknown else {
      self = .open
      return
    }
    if let x = a.exactDay, let y = b.exactDay {
      self = x == y ? .same : Self.slip(x, y).map { .slip($0) } ?? .conflicting
    } else {
      self = a.isCompatible(with: b) ? .compatible : .conflicting
    }
  }

  private static func slip(_ a: CivilDate, _ b: CivilDate) -> String? {
    if a.year == b.year, a.month == b.day, a.day == b.month { return "生年月日の月と日が入れ替わっています" }
    let wrong = zip(a.iso.utf8, b.iso.utf8).filter { $0 != $1 }.count
    return wrong == 1 ? "生年月日が1字だけ違います" : nil
  }

  var reason: String? {
    switch self {
    case .same: "生年月日が同じです"
    case .slip(let words): words
    case .compatible: "生年月日・年齢が矛盾しません"
    case .conflicting: "生年月日は違います"
    case .open: nil
    }
  }
}
