/// 「本人の同意・利用申込」 of the plan (reference §5.4 no. 14).
public struct PlanAgreement: Hashable, Sendable, Codable {
  public enum How: String, CaseIterable, Sendable, Hashable, Codable {
    case signature, proxy, oral

    public var label: String {
      switch self {
      case .signature: "署名"
      case .proxy: "代筆"
      case .oral: "口頭"
      }
    }
  }

  public var on: CivilDate?
  public var how: How?

  public init(on: CivilDate? = nil, how: How? = nil) {
    self.on = on
    self.how = how
  }

  public var isComplete: Bool { on != nil && how != nil }
}

/// 「プラン（支援計画書）兼利用申込書」 Form 2-1 as far as it is written. A draft is never forced: anything may be missing.
///
/// Source: R-20; seed 003 ch. 6 5)(3)③; reference §5.4.
public struct PlanDraft: Hashable, Sendable, Codable {
  /// 「作成日」
  public var draftedOn: CivilDate?
  /// 「解決したい課題」
  public var issues = ""
  /// What the person wants, in the person's own words.
  public var goalWords = ""
  public var goalLong = ""
  public var goalShort = ""
  /// 「支援の方向性」
  public var policy = ""
  public var items: [PlanItem] = []
  public var roles: [RoleShare] = []
  /// The programmes that are used, each at most once.
  public var uses: [ProgrammeUse] = []
  public var otherServices = ""
  public var from: CivilDate?
  public var until: CivilDate?
  /// 「モニタリング時期」
  public var monitoring: [CivilDate] = []
  public var agreement = PlanAgreement()
  /// 「特記事項」
  public var notes = ""

  public init() {}

  /// 「プラン確定のパターン」 Follows from the rows and the programmes used, from nothing else.
  public var pattern: PlanPattern {
    let uses = !uses.isEmpty || items.contains { $0.programme != nil }
    return PlanPattern(usesProgrammes: uses, hasOtherSupport: items.contains(where: \.isOtherSupport))
  }

  /// The use of one programme, where there is one.
  public func use(_ programme: PlanProgramme) -> ProgrammeUse? { uses.first { $0.programme == programme } }

  /// 「次の回のプランの下書き」 What the next round begins with: everything but what has to be settled anew — day, period, monitoring, agreement.
  public func carriedOver(on day: CivilDate) -> PlanDraft {
    var next = self
    next.draftedOn = day
    next.from = nil
    next.until = nil
    next.monitoring = []
    next.agreement = PlanAgreement()
    for index in next.items.indices {
      next.items[index].from = nil
      next.items[index].until = nil
    }
    for index in next.uses.indices {
      next.uses[index].from = nil
      next.uses[index].until = nil
    }
    return next
  }
}
