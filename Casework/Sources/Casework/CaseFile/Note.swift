/// 「支援経過」 One contact, with facts and opinion apart (reference §5.6: kept apart for disclosure).
public struct Note: Hashable, Sendable, Codable {
  public let on: CivilDate
  public let at: ClockTime?
  /// 「所要時間」 Minutes, 0 to 1440; nil when not noted.
  public let minutes: Int?
  public let recorder: ActingStaff
  /// Code of C-15 対応方法.
  public let method: String
  public let counterparts: [Counterpart]
  public let met: MetResult?
  /// 1 to 60 characters.
  public let title: String
  public let facts: String
  /// 「見立て・所感」 Empty when none.
  public let opinion: String
  public let nextAction: String
  public let nextDue: CivilDate?
  public let visibility: NoteVisibility

  /// 「記録する」 The note that a draft describes. Throws every problem at once.
  public static func written(_ draft: NoteDraft, by recorder: ActingStaff, on today: CivilDate) throws(NoteRefusal) -> Note {
    let problems = draft.problems(on: today)
    guard problems.isEmpty, let on = draft.on, let method = draft.method else { throw NoteRefusal(problems) }
    return Note(draft, on: on, method: method, by: recorder)
  }

  private init(_ draft: NoteDraft, on: CivilDate, method: String, by recorder: ActingStaff) {
    self.on = on
    at = draft.at
    minutes = draft.minutes
    self.recorder = recorder
    self.method = method
    counterparts = draft.counterparts
    met = draft.met
    title = draft.title
    facts = draft.facts
    opinion = draft.opinion
    nextAction = draft.nextAction
    nextDue = draft.nextDue
    visibility = draft.visibility
  }
}

/// 「公開範囲」
public enum NoteVisibility: String, CaseIterable, Sendable, Hashable, Codable {
  case ownAgency, team, meeting

  public var label: String {
    switch self {
    case .ownAgency: "自機関のみ"
    case .team: "支援チーム"
    case .meeting: "会議構成員"
    }
  }
}

/// 「会えたか」 Asked after a visit.
public enum MetResult: String, CaseIterable, Sendable, Hashable, Codable {
  case met, responded, noResponse, familyOnly

  public var label: String {
    switch self {
    case .met: "会えた"
    case .responded: "会えず（反応あり）"
    case .noResponse: "会えず（反応なし）"
    case .familyOnly: "家族のみ"
    }
  }
}

/// 「相手」
public enum Counterpart: Hashable, Sendable, Codable {
  case person
  case family(Relation?)
  case agency(AgencyID?, name: String)
  /// 「近隣・民生委員」
  case neighbourhood
  case other(String)

  public var label: String {
    switch self {
    case .person: "本人"
    case .family(let relation): relation.map { "家族（\($0.label)）" } ?? "家族"
    case .agency(_, let name): name.isBlank ? "関係機関" : "関係機関（\(name)）"
    case .neighbourhood: "近隣・民生委員"
    case .other(let words): words.isBlank ? "その他" : "その他（\(words)）"
    }
  }
}

/// Codes of C-15 on which rules depend.
public enum ContactMethodCode {
  /// 「訪問」
  public static let visit = "04"
}
