/// 「相談の段階」 Where 包括的相談支援 stands with a consultation. Raw values are stored and never renamed.
///
/// Source: reference §3.1 and Annex A "consult".
public enum ConsultationStage: String, CaseIterable, Sendable, Hashable, Codable {
  case received = "RECEIVED"
  case sorting = "SORTING"
  case closedInfo = "CLOSED_INFO"
  case linked = "LINKED"
  case ongoing = "ONGOING"
  case ongoingCollab = "ONGOING_COLLAB"
  case referredToMulti = "REFERRED_TO_MULTI"
  case supportingMulti = "SUPPORTING_MULTI"
  case interrupted = "INTERRUPTED"
  case closed = "CLOSED"

  public var label: String {
    switch self {
    case .received: "受付"
    case .sorting: "整理中"
    case .closedInfo: "情報提供で終了"
    case .linked: "他機関へつないだ"
    case .ongoing: "支援中"
    case .ongoingCollab: "支援中（他機関と連携）"
    case .referredToMulti: "多機関協働へつなぎ中"
    case .supportingMulti: "多機関協働に協力中"
    case .interrupted: "中断"
    case .closed: "終結"
    }
  }

  /// No more work is expected; it can be reopened.
  public var isFinal: Bool { self == .closed || self == .closedInfo }

  /// The stage after an event. Throws ``StageRefusal`` when the event does not fit the stage or something it needs is missing.
  public func after(_ event: ConsultationEvent) throws(StageRefusal) -> ConsultationStage {
    let rows = ConsultationTransition.table.filter { $0.event == event.kind && $0.from.contains(self) }
    guard let row = rows.first else { throw .notNow(event: event.kind, stage: self) }
    if let missing = row.requires.first(where: { !event.given.contains($0) }) { throw .missing(missing, event: event.kind) }
    return row.to
  }

  /// The kinds of event that fit this stage, in the order of the table.
  public var possibleEvents: [ConsultationEvent.Kind] {
    ConsultationTransition.table.filter { $0.from.contains(self) }.map(\.event)
  }
}

/// 「段階の移り変わり」 One row of Annex A.
public struct ConsultationTransition: Sendable {
  public let event: ConsultationEvent.Kind
  public let from: Set<ConsultationStage>
  public let to: ConsultationStage
  public let requires: [StageRequirement]
  /// What is asked for but never blocks (seed 000: つなぎ合い).
  public let warnsWithout: [StageRequirement]

  init(
    _ event: ConsultationEvent.Kind, _ from: Set<ConsultationStage>, _ to: ConsultationStage, requires: [StageRequirement] = [],
    warnsWithout: [StageRequirement] = []
  ) {
    self.event = event
    self.from = from
    self.to = to
    self.requires = requires
    self.warnsWithout = warnsWithout
  }

  /// The whole table; anything not listed is refused.
  public static let table: [ConsultationTransition] = [
    .init(.sort, [.received, .interrupted], .sorting),
    .init(.closeWithInformation, [.sorting], .closedInfo, requires: [.screeningInformationOnly]),
    .init(.link, [.sorting, .ongoing, .ongoingCollab], .linked, requires: [.targetAgency, .reason], warnsWithout: [.priorContact]),
    .init(.linkSettled, [.linked], .closed, requires: [.linkResult]),
    .init(.linkCameBack, [.linked], .ongoing, requires: [.linkResult]),
    .init(.support, [.sorting, .ongoing, .ongoingCollab], .ongoing),
    .init(.collaborate, [.sorting, .ongoing, .ongoingCollab], .ongoingCollab),
    .init(.referToMulti, [.sorting, .ongoing, .ongoingCollab], .referredToMulti, requires: [.reason, .explanationOrNoConsentReason]),
    .init(.multiReturned, [.referredToMulti], .ongoing),
    .init(.multiAccepted, [.referredToMulti], .supportingMulti),
    .init(.multiHandedBack, [.supportingMulti], .ongoing),
    .init(.interrupt, [.sorting, .ongoing, .ongoingCollab, .supportingMulti], .interrupted, requires: [.reason]),
    .init(.close, [.ongoing, .ongoingCollab], .closed, requires: [.reason]),
    .init(.close, [.interrupted], .closed),
    .init(.reopen, [.closed, .closedInfo], .sorting),
  ]
}
