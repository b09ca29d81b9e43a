/// 「役割分担」 What one agency takes on in the plan, and who there.
///
/// Source: R-20; seed 003 ch. 6 5)(3)③; reference §5.4 no. 8.
public struct RoleShare: Hashable, Sendable, Codable {
  public var agency: AgencyID?
  public var person = ""
  public var role = ""
  /// 「主担当」 At most one; exactly one at closing.
  public var isMain = false

  public init(agency: AgencyID? = nil, person: String = "", role: String = "", isMain: Bool = false) {
    self.agency = agency
    self.person = person
    self.role = role
    self.isMain = isMain
  }

  public var isBlank: Bool { agency == nil && person.isBlank && role.isBlank && !isMain }
}

extension Numbered {
  public enum PlanRole {}
}

/// 「役割分担」の番号
public typealias PlanRoleID = Identifier<Numbered.PlanRole>
