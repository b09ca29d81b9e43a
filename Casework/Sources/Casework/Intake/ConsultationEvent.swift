/// 「できごと」 What happens to a consultation, with the facts the rules ask for.
public enum ConsultationEvent: Hashable, Sendable {
  /// 「整理をはじめる」 Also takes up an interrupted one again.
  case sort
  /// 「情報提供・相談対応のみで終了」; C-10 code, which must be "1".
  case closeWithInformation(screening: String)
  /// 「他機関へつなぐ」
  case link(to: String, reason: String, priorContact: Bool)
  /// 「つなぎ先で対応」 the receiver deals with it alone.
  case linkSettled(result: String)
  /// 「つなぎ先から戻った」
  case linkCameBack(result: String)
  case support
  case collaborate
  /// 「多機関協働へつなぐ」.
  case referToMulti(reason: String, explained: Bool, noConsentReason: String)
  /// 「差戻し」, or the meeting says that the window stays main supporter.
  case multiReturned
  case multiAccepted
  /// 「つなぎもどし」
  case multiHandedBack
  case interrupt(reason: String)
  case close(reason: String)
  case reopen

  public enum Kind: String, CaseIterable, Sendable, Codable {
    case sort, closeWithInformation, link, linkSettled, linkCameBack, support, collaborate, referToMulti, multiReturned, multiAccepted
    case multiHandedBack, interrupt, close, reopen

    public var label: String {
      switch self {
      case .sort: "課題の整理"
      case .closeWithInformation: "情報提供のみで終了"
      case .link: "他機関へのつなぎ"
      case .linkSettled: "つなぎ先での対応"
      case .linkCameBack: "つなぎ先からの戻り"
      case .support: "自機関での支援"
      case .collaborate: "他機関と連携した支援"
      case .referToMulti: "多機関協働へのつなぎ"
      case .multiReturned: "多機関協働からの差戻し"
      case .multiAccepted: "多機関協働の受理"
      case .multiHandedBack: "つなぎもどし"
      case .interrupt: "中断"
      case .close: "終結"
      case .reopen: "再開"
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .sort: .sort
    case .closeWithInformation: .closeWithInformation
    case .link: .link
    case .linkSettled: .linkSettled
    case .linkCameBack: .linkCameBack
    case .support: .support
    case .collaborate: .collaborate
    case .referToMulti: .referToMulti
    case .multiReturned: .multiReturned
    case .multiAccepted: .multiAccepted
    case .multiHandedBack: .multiHandedBack
    case .interrupt: .interrupt
    case .close: .close
    case .reopen: .reopen
    }
  }

  /// The requirements that the facts of this event fulfil.
  var given: Set<StageRequirement> {
    switch self {
    case .closeWithInformation(let screening): screening == "1" ? [.screeningInformationOnly] : []
    case .link(let to, let reason, let priorContact):
      Self.filled([(.targetAgency, to), (.reason, reason)]).union(priorContact ? [.priorContact] : [])
    case .linkSettled(let result), .linkCameBack(let result): Self.filled([(.linkResult, result)])
    case .referToMulti(let reason, let explained, let noConsent):
      Self.filled([(.reason, reason), (.explanationOrNoConsentReason, noConsent)]).union(explained ? [.explanationOrNoConsentReason] : [])
    case .interrupt(let reason), .close(let reason): Self.filled([(.reason, reason)])
    case .sort, .support, .collaborate, .multiReturned, .multiAccepted, .multiHandedBack, .reopen: []
    }
  }

  private static func filled(_ facts: [(StageRequirement, String)]) -> Set<StageRequirement> {
    Set(facts.filter { !$0.1.isBlank }.map(\.0))
  }

  /// Sentences worth showing that do not block: a link without prior contact (seed 000: 事前連絡, つなぎ合い).
  public func warnings(at stage: ConsultationStage) -> [String] {
    let rows = ConsultationTransition.table.filter { $0.event == kind && $0.from.contains(stage) }
    return rows.flatMap(\.warnsWithout).filter { !given.contains($0) }.map(\.wayOut)
  }
}

/// 「必要なこと」 of a transition (Annex A `require`).
public enum StageRequirement: String, CaseIterable, Sendable, Hashable {
  case screeningInformationOnly, targetAgency, reason, priorContact, linkResult, explanationOrNoConsentReason

  /// What to do to fulfil it.
  public var wayOut: String {
    switch self {
    case .screeningInformationOnly: "スクリーニング結果を「1 情報提供・相談対応のみで終了」にしてください。"
    case .targetAgency: "つなぎ先の機関を選んでください。"
    case .reason: "理由を書いてください。"
    case .priorContact: "つなぎ先へ事前に連絡し、日時と相手を記録してください。"
    case .linkResult: "つなぎ先の対応結果を書いてください。"
    case .explanationOrNoConsentReason: "本人への説明と納得を記録するか、同意が得られない理由を入れてください。"
    }
  }
}

/// 「段階を移せない理由」
public enum StageRefusal: Error, Hashable, Sendable {
  case notNow(event: ConsultationEvent.Kind, stage: ConsultationStage)
  case missing(StageRequirement, event: ConsultationEvent.Kind)

  /// The reason and what to do, in Japanese.
  public var message: String {
    switch self {
    case .notNow(let event, let stage): "いまの段階は「\(stage.label)」のため、「\(event.label)」はできません。\(Self.wayOut(event))"
    case .missing(let requirement, let event): "「\(event.label)」に必要なことが足りません。\(requirement.wayOut)"
    }
  }

  private static func wayOut(_ event: ConsultationEvent.Kind) -> String {
    var stages: [ConsultationStage] = []
    for row in ConsultationTransition.table where row.event == event { stages += ConsultationStage.allCases.filter(row.from.contains) }
    return "先に「\(stages.map(\.label).joined(separator: "」か「"))」の段階にしてください。"
  }
}
