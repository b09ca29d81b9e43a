/// 「一日の見方」 What one member of staff did on one day, as far as the rules ask. Numbers only.
public struct AccessDay: Sendable {
  /// One entry of the log.
  public struct Entry: Sendable {
    public let number: Int
    /// 0–23 in Japan.
    public let hour: Int
    public let act: String
    public let isDenied: Bool
    public let caseFile: CaseFileID?

    public init(number: Int, hour: Int, act: String, isDenied: Bool, caseFile: CaseFileID?) {
      self.number = number
      self.hour = hour
      self.act = act
      self.isDenied = isDenied
      self.caseFile = caseFile
    }
  }

  /// What the same person usually does in an hour and in a day on which he or she is there; nil when too little is known.
  public struct Usual: Sendable {
    public let casesAnHour: Int?
    public let casesADay: Int?
    public let searchesAnHour: Int?
    public let searchesADay: Int?

    public init(casesAnHour: Int? = nil, casesADay: Int? = nil, searchesAnHour: Int? = nil, searchesADay: Int? = nil) {
      self.casesAnHour = casesAnHour
      self.casesADay = casesADay
      self.searchesAnHour = searchesAnHour
      self.searchesADay = searchesADay
    }
  }

  public let day: CivilDate
  public let entries: [Entry]

  public init(day: CivilDate, entries: [Entry]) {
    self.day = day
    self.entries = entries
  }
}

/// 「見つかったこと」 One pattern with its numbers.
public struct FoundPattern: Hashable, Sendable {
  public let kind: AccessPatternKind
  public let count: Int
  /// What the person usually does, where it was compared.
  public let usual: Int?
  /// The hour it is about; nil for the whole day.
  public let hour: Int?
  /// The first and last entry of the log that it rests on.
  public let entries: ClosedRange<Int>

  public init(kind: AccessPatternKind, count: Int, usual: Int? = nil, hour: Int? = nil, entries: ClosedRange<Int>) {
    self.kind = kind
    self.count = count
    self.usual = usual
    self.hour = hour
    self.entries = entries
  }

  /// What was seen, for the list: 「10時台に32件（ふだんは1時間に4件）」.
  public var reason: String {
    let when = hour.map { "\($0)時台に" } ?? ""
    let compared = usual.map { "（ふだんは\(hour == nil ? "1日" : "1時間")に\($0)件）" } ?? ""
    switch kind {
    case .ownSurname: return "職員と同じ姓の方の事例を\(count)回開きました"
    case .manyCases: return "\(when)\(count)件の事例を開きました\(compared)"
    case .manySearches: return "\(when)\(count)回検索しました\(compared)"
    case .outOfHours: return "夜間・休日に\(count)回、事例を開くか検索・出力をしました（\(hour ?? 0)時台から）"
    case .afterEnd: return "担当か根拠が終わったあとに、事例を\(count)回開きました"
    case .repeatedDenials: return "見られないものを\(count)回開こうとしました"
    case .emergency: return "緊急閲覧をしました"
    case .export: return "\(count)回、ファイルに出力しました"
    }
  }
}

extension AccessDay {
  /// What of this day is offered for review.
  public func found(_ terms: AccessPatternTerms, usual: Usual) -> [FoundPattern] {
    let many =
      busiest(.manyCases, casesOf, terms.casesAnHour, usual.casesAnHour, terms)
      ?? whole(.manyCases, casesOf(entries), terms.casesADay, usual.casesADay, terms)
    let searches =
      busiest(.manySearches, searchesOf, terms.searchesAnHour, usual.searchesAnHour, terms)
      ?? whole(.manySearches, searchesOf(entries), terms.searchesADay, usual.searchesADay, terms)
    return [many, searches, outOfHours(terms), denials(terms), exports].compactMap(\.self)
  }

  /// Could the day be worth comparing with the person's usual at all?
  public func isBusy(_ terms: AccessPatternTerms) -> Bool { found(terms, usual: Usual()).contains(where: \.isCompared) }

  private func casesOf(_ entries: [Entry]) -> Int { Set(entries.filter { !$0.isDenied }.compactMap(\.caseFile)).count }
  private func searchesOf(_ entries: [Entry]) -> Int { entries.count { !$0.isDenied && AuditKind.of($0.act) == .search } }

  private func busiest(
    _ kind: AccessPatternKind, _ count: ([Entry]) -> Int, _ floor: Int, _ usual: Int?, _ terms: AccessPatternTerms
  ) -> FoundPattern? {
    let hours = Dictionary(grouping: entries, by: \.hour).map { (hour: $0.key, count: count($0.value)) }
    guard let top = hours.max(by: { ($0.count, $1.hour) < ($1.count, $0.hour) }) else { return nil }
    return whole(kind, top.count, floor, usual, terms, hour: top.hour)
  }

  private func whole(
    _ kind: AccessPatternKind, _ count: Int, _ floor: Int, _ usual: Int?, _ terms: AccessPatternTerms, hour: Int? = nil
  ) -> FoundPattern? {
    guard count >= floor, count >= (usual ?? 0) * terms.timesUsual else { return nil }
    return pattern(kind, entries.filter { hour == nil || $0.hour == hour }, count: count, usual: usual, hour: hour)
  }

  private func outOfHours(_ terms: AccessPatternTerms) -> FoundPattern? {
    let late = entries.filter { entry in
      let kind = AuditKind.of(entry.act)
      return !entry.isDenied && terms.isOutOfHours(day, hour: entry.hour) && (entry.caseFile != nil || kind == .search || kind == .export)
    }
    return pattern(.outOfHours, late, count: late.count, hour: late.first?.hour)
  }

  private func denials(_ terms: AccessPatternTerms) -> FoundPattern? {
    let denied = entries.filter(\.isDenied)
    return denied.count < terms.denialsADay ? nil : pattern(.repeatedDenials, denied, count: denied.count)
  }

  private var exports: FoundPattern? {
    let exports = entries.filter { !$0.isDenied && AuditKind.of($0.act) == .export }
    return pattern(.export, exports, count: exports.count)
  }

  private func pattern(
    _ kind: AccessPatternKind, _ entries: [Entry], count: Int, usual: Int? = nil, hour: Int? = nil
  ) -> FoundPattern? {
    guard let first = entries.map(\.number).min(), let last = entries.map(\.number).max() else { return nil }
    return FoundPattern(kind: kind, count: count, usual: usual, hour: hour, entries: first...last)
  }
}

extension FoundPattern {
  /// Measured against the person's own usual.
  var isCompared: Bool { kind == .manyCases || kind == .manySearches }
}
