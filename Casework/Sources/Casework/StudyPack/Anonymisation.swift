/// 「匿名化」 Takes out of texts what tells who somebody is, and puts something general in its place: A さん for a name, a kind for an agency,
/// other days for dates, all of them moved by the same number of days.
///
/// Source: the issue on drawings (事例検討会の資料); reference §8.1, §11.4 (printing for meetings shows initials only).
public struct Anonymisation: Sendable {
  /// 「置き換えたもの」 What stood there, what stands there now, how often.
  public struct Replaced: Hashable, Sendable, Codable {
    public var from: String
    public var to: String
    public var count: Int
  }

  /// 「置き換えの決まり」 Every word that the redaction finds becomes this.
  public struct Rule: Sendable {
    public let to: String
    public let redaction: Redaction
    /// It is not told to the reader of the preview: he or she must not know of it.
    public let isSilent: Bool

    public init(_ redaction: Redaction, to: String, isSilent: Bool = false) {
      self.redaction = redaction
      self.to = to
      self.isSilent = isSilent
    }
  }

  private let rules: [Rule]
  private let days: Int
  private var found: [Replaced] = []

  /// - Parameter days: how far every date is moved; the same for everything in one pack.
  public init(_ rules: [Rule], shiftedBy days: Int) {
    self.rules = rules
    self.days = days
  }

  /// In the order in which it was first found.
  public var replaced: [Replaced] { found }

  public func shifted(_ day: CivilDate) -> CivilDate { day.adding(days: days) }

  /// The text without what is known. - Parameter day: the day on which it was written, from which 「11月3日」 takes its year.
  public mutating func apply(_ text: String, on day: CivilDate) -> String {
    var pieces: [(words: String, isDone: Bool)] = []
    for piece in DatedText.pieces(text, on: day) {
      switch piece {
      case .words(let words): pieces.append((words, false))
      case .date(let words, let date, let style):
        let new = style.written(shifted(date))
        count(words, new)
        pieces.append((new, true))
      }
    }
    for rule in rules where !rule.redaction.isEmpty {
      var next: [(words: String, isDone: Bool)] = []
      for piece in pieces {
        guard !piece.isDone else {
          next.append(piece)
          continue
        }
        for part in rule.redaction.pieces(of: piece.words) {
          switch part {
          case .open(let words): next.append((words, false))
          case .masked(let words):
            if !rule.isSilent { count(words, rule.to) }
            next.append((rule.to, true))
          }
        }
      }
      pieces = next
    }
    return pieces.map(\.words).joined()
  }

  /// Words of the rules that still stand in a text, for the last look before it leaves the house.
  public func known(in text: String) -> [String] {
    rules.filter { !$0.isSilent }.flatMap { $0.redaction.found(in: text) }
  }

  private mutating func count(_ from: String, _ to: String) {
    if let at = found.firstIndex(where: { $0.from == from && $0.to == to }) {
      found[at].count += 1
    } else {
      found.append(Replaced(from: from, to: to, count: 1))
    }
  }

  /// 「念のため目で確かめるところ」 What may still tell who or where: places, institutions, long numbers, people with a title.
  public static func suspicious(in text: String) -> [String] {
    let patterns = [
      #/[一-龥々ァ-ヶー]{1,10}(?:小学校|中学校|高校|高等学校|大学|病院|医院|クリニック|診療所|保育園|幼稚園|駅|公園|団地|神社|寺|丁目|町|村|市|区|県)/#,
      #/[0-9０-９][0-9０-９\-－]{4,}/#,
      #/[一-龥々ァ-ヶーぁ-ん]{1,6}(?:さん|くん|ちゃん|氏|様|先生)/#,
    ]
    var seen: Set<String> = []
    return patterns.flatMap { text.matches(of: $0).map { String($0.output) } }.filter { seen.insert($0).inserted }
  }
}

extension Anonymisation {
  /// 「知っている人からつくる決まり」 Whole names first, then addresses and numbers, then parts of names; a family name that several bear is that of the house.
  ///
  /// - Parameter family: what stands for a family name that several of them bear.
  public static func rules(for people: [(label: String, person: RedactedPerson)], family: String) -> [Rule] {
    let whole = people.flatMap { one in
      (one.person.names + one.person.readings).filter { $0.filter { !$0.isWhitespace }.count > 1 }.map { (words: $0, to: one.label) }
    }.sorted { ($0.words.count, $1.words) > ($1.words.count, $0.words) }
    let contacts = people.map { one -> Rule in
      var contact = one.person
      contact.names = []
      contact.readings = []
      return Rule(Redaction(people: [contact]), to: "（連絡先・住所）")
    }
    var owners: [String: [String]] = [:]
    for one in people {
      for name in one.person.names + one.person.readings {
        let parts = name.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.count > 1 else { continue }
        for part in parts where !(owners[part] ?? []).contains(one.label) { owners[part, default: []].append(one.label) }
      }
    }
    let parts = owners.sorted { ($0.key.count, $1.key) > ($1.key.count, $0.key) }.map { part, labels -> Rule in
      var person = RedactedPerson()
      person.names = [part]
      return Rule(Redaction(people: [person]), to: labels.count == 1 ? labels[0] : family)
    }
    return whole.map { Rule(Redaction(words: [$0.words]), to: $0.to) } + contacts + parts
  }
}
