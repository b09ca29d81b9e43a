/// 「会議資料の種類」 What is put on the table for one item. Raw values are stored.
public enum MeetingPaperKind: String, CaseIterable, Sendable, Hashable, Codable {
  /// Written for the meeting.
  case text
  case file
  /// A note of the own agency that was kept for the members of a meeting.
  case note

  public var label: String {
    switch self {
    case .text: "文章"
    case .file: "ファイル"
    case .note: "支援経過の記録"
    }
  }
}

/// 「会議資料を見る人」 From where somebody looks at the papers of one item.
public struct MeetingPaperReader: Hashable, Sendable {
  public enum Place: String, CaseIterable, Sendable, Hashable {
    case convener
    /// The town, at a 重層的支援会議 that it does not convene.
    case town
    case member
    /// From outside, with a pass that holds.
    case guest
    /// Has nothing to do with the meeting, whatever else may open the case.
    case stranger
  }

  public let place: Place
  /// The item is tabled for this reader.
  public let isCalled: Bool
  public let hasPledged: Bool
  /// The item stands without consent, or the consent that holds covers this reader.
  public let isCovered: Bool

  public init(_ place: Place, isCalled: Bool, hasPledged: Bool, isCovered: Bool) {
    self.place = place
    self.isCalled = isCalled
    self.hasPledged = hasPledged
    self.isCovered = isCovered
  }
}

/// 「会議資料の規則」 Who sees what is tabled, and when something may be. Papers are closed to the public and kept apart from the case.
///
/// Source: reference §4.1 (separate access lists and document stores; access ends with the meeting), R-50, R-51.
public enum MeetingPaperRule {
  /// May this reader see the papers of an item?
  public static func isSeen(by reader: MeetingPaperReader, at kind: MeetingKind, stage: MeetingStage, heldOn: CivilDate, today: CivilDate)
    -> Bool
  {
    guard reader.hasPledged || !kind.needsPledge else { return false }
    switch reader.place {
    case .convener: return true
    case .town: return kind == .planning
    case .member, .guest: return reader.isCalled && reader.isCovered && stage.isOpenToMembers(heldOn: heldOn, today: today)
    case .stranger: return false
    }
  }

  /// 「資料を出す」 Throws ``MeetingPaperRefusal`` when nothing more may be tabled for an item.
  public static func table(stage: MeetingStage, hasResult: Bool) throws(MeetingPaperRefusal) {
    guard stage != .cancelled else { throw .cancelled }
    guard !hasResult else { throw .decided }
  }

  /// 「配布部数」 Printed copies that are handed out.
  public static let copies = 0...999
}

/// 「資料を出せない理由」 Each with the way out.
public enum MeetingPaperRefusal: Error, Hashable, Sendable {
  case cancelled
  case decided
  /// It has been moved into the case.
  case released
  /// Something hangs on the item.
  case itemInUse

  public var message: String {
    switch self {
    case .cancelled: "取りやめた会議です。資料は、次の会議の議題に出してください。"
    case .decided: "この議題は結論まで記録されているため、資料を足せません。次の会議の議題に出してください。"
    case .released: "この資料は事例に移されているため、下げられません。誤りがあったときは、事例に移した記録を訂正してください。"
    case .itemInUse: "この議題には、出された資料か、準備の回答か、外部の構成員の回答があるため、議題から外せません。資料を下げてから外すか、結論に「継続審議」などと記録してください。"
    }
  }
}
