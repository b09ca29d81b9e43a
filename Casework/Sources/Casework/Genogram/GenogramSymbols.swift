/// 「記号のきまり」 Which symbol stands for what: there is no single Japanese standard, so each may be switched. Always with a legend.
///
/// Source: reference §11 (symbol-set setting), §11.1, §11.2.
public struct GenogramSymbols: Hashable, Sendable, Codable {
  /// 「亡くなった人」 Raw values are settings.
  public enum Dead: String, CaseIterable, Sendable, Codable { case filled, crossed }
  /// 「性別がわからない人」
  public enum UnknownSex: String, CaseIterable, Sendable, Codable { case diamond, triangle }
  /// 「結婚の線」 A double line means consanguinity elsewhere, so single is the default.
  public enum Marriage: String, CaseIterable, Sendable, Codable { case single, double }
  /// 「同居の囲みの線」
  public enum Loop: String, CaseIterable, Sendable, Codable { case solid, dashed }
  /// 「年齢を書く所」
  public enum Age: String, CaseIterable, Sendable, Codable { case inside, below }

  public var dead: Dead
  public var unknownSex: UnknownSex
  public var marriage: Marriage
  public var loop: Loop
  public var age: Age
  /// 「★」 at the key person.
  public var starsKeyPerson: Bool

  public init(
    dead: Dead = .filled, unknownSex: UnknownSex = .diamond, marriage: Marriage = .single, loop: Loop = .solid, age: Age = .inside,
    starsKeyPerson: Bool = true
  ) {
    self.dead = dead
    self.unknownSex = unknownSex
    self.marriage = marriage
    self.loop = loop
    self.age = age
    self.starsKeyPerson = starsKeyPerson
  }

  /// 「日本の福祉の現場の記号」
  public static let japaneseWelfare = GenogramSymbols()
  /// 「マクゴールドリックの記号」
  public static let mcGoldrick = GenogramSymbols(dead: .crossed, loop: .dashed)
}

/// 「ジェノグラムの描き方」 What a viewer chose: symbols, size of the words, whether the lines of feeling are drawn.
public struct GenogramStyle: Hashable, Sendable, Codable {
  public var symbols: GenogramSymbols
  /// Of the words under the symbols, in points; 8 to 16.
  public var textSize: Double
  /// 「気持ちのつながりを描く」 Source: reference §11.3 (optional layer).
  public var showsTies: Bool
  public var showsNotes: Bool

  public init(symbols: GenogramSymbols = .japaneseWelfare, textSize: Double = 10, showsTies: Bool = false, showsNotes: Bool = true) {
    self.symbols = symbols
    self.textSize = min(max(textSize, 8), 16)
    self.showsTies = showsTies
    self.showsNotes = showsNotes
  }
}

/// 「手で直した位置」 Where people were put by hand. Their order in the row always holds; the exact place holds as well, unless somebody is hidden.
///
/// Source: reference §11.4 (layout hints separate). People without a hint are placed beside their kin.
public struct GenogramHints: Hashable, Sendable, Codable {
  /// Across the drawing, in points.
  public var places: [PersonKey: Double]
  /// False: only the order counts. Distances made for somebody who is hidden would leave a gap that hints.
  public var keepsDistances: Bool

  public init(_ places: [PersonKey: Double] = [:], keepsDistances: Bool = true) {
    self.places = places
    self.keepsDistances = keepsDistances
  }

  /// For a drawing without these people.
  public func without(_ hidden: Set<PersonKey>) -> GenogramHints {
    GenogramHints(places.filter { !hidden.contains($0.key) }, keepsDistances: keepsDistances && hidden.isEmpty)
  }
}
