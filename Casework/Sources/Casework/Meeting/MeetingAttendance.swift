/// 「出席」 One member of a meeting: for which sides, present or answered in writing.
public struct MeetingAttendance: Hashable, Sendable {
  /// A town that runs 多機関協働 itself stands on both sides.
  public let sides: Set<CoordinationSide>
  public let attended: Bool
  /// Answered this item in a written round.
  public let answered: Bool

  public init(sides: Set<CoordinationSide>, attended: Bool, answered: Bool) {
    self.sides = sides
    self.attended = attended
    self.answered = answered
  }

  /// A written answer counts in a written round, and only there.
  public func counts(_ mode: MeetingMode) -> Bool { mode == .written ? answered : attended }
}

extension MeetingAttendance {
  /// 「必ず出席する側」 Sides without whom a meeting decides nothing, that were not there (R-25; seed 003 ch. 6 6)(2)②).
  public static func missing(_ kind: MeetingKind, mode: MeetingMode, _ members: [MeetingAttendance]) -> [CoordinationSide] {
    guard kind == .planning else { return [] }
    return [.coordinator, .town].filter { side in !members.contains { $0.sides.contains(side) && $0.counts(mode) } }
  }
}
