/// 「世帯員」 One person's time in a household. Both days count: `to` is the last day of living there.
public struct HouseholdMembership: Hashable, Sendable, Codable {
  public let resident: ResidentID
  /// To 本人 of the household.
  public let relation: Relation
  /// 「長男」「内縁の夫」: the relation in the family's own words; nil when the list says enough.
  public let relationNote: String?
  /// Nil: since before anyone knows.
  public let from: CivilDate?
  /// Nil: still there.
  public let to: CivilDate?

  public init(resident: ResidentID, relation: Relation, relationNote: String? = nil, from: CivilDate? = nil, to: CivilDate? = nil) {
    self.resident = resident
    self.relation = relation
    self.relationNote = relationNote
    self.from = from
    self.to = to
  }

  /// Does the person live there on that day?
  public func holds(on date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
  }

  /// 「長男」, or the label of the list.
  public var relationLabel: String { relationNote ?? relation.label }
}

extension Collection where Element == HouseholdMembership {
  /// 「その日の世帯」 Who lives together on a day, in the order given.
  public func household(on date: CivilDate) -> [HouseholdMembership] {
    filter { $0.holds(on: date) }
  }
}
