/// 「プランで利用する事業」 The two programmes that the town decides about. Raw values are stored and never renamed.
///
/// Source: seed 003 ch. 6 6)(4); reference §5.4 nos. 9, 10.
public enum PlanProgramme: String, CaseIterable, Sendable, Hashable, Codable {
  case outreach, participation

  public var label: String {
    switch self {
    case .outreach: "アウトリーチ等事業"
    case .participation: "参加支援事業"
    }
  }

  /// The same programme as agencies carry it.
  public var kind: ProgrammeKind {
    switch self {
    case .outreach: .outreach
    case .participation: .participation
    }
  }
}

/// 「担い手」 Who does what a row of the plan says (reference §5.4 no. 7).
public enum ItemOwner: Hashable, Sendable, Codable {
  /// 「本人」
  case person
  /// 「家族」 and who of them.
  case family(name: String)
  /// 「機関」 and who there.
  case agency(AgencyID, person: String)

  /// An agency works here, or nobody is named yet: then it counts as support.
  var isAgency: Bool {
    switch self {
    case .person, .family: false
    case .agency: true
    }
  }
}

/// 「支援内容」 One row of the plan: for which trouble, to what end, what is done, by whom, how often, how long.
///
/// Source: reference §5.4 no. 7 [K]; R-20.
public struct PlanItem: Hashable, Sendable, Codable {
  public var issue = ""
  public var goal = ""
  public var action = ""
  public var owner: ItemOwner?
  /// The programme this row is part of; nil for other support. The pattern follows from it.
  public var programme: PlanProgramme?
  public var frequency = ""
  public var from: CivilDate?
  public var until: CivilDate?
  public var remarks = ""

  public init(action: String = "", owner: ItemOwner? = nil, programme: PlanProgramme? = nil) {
    self.action = action
    self.owner = owner
    self.programme = programme
  }

  /// Nothing has been written into the row.
  public var isBlank: Bool { self == PlanItem() }

  /// 「両事業以外の支援」 Support by an agency that belongs to neither programme. What the person and the family do themselves is no support.
  public var isOtherSupport: Bool { programme == nil && (owner?.isAgency ?? true) }
}
