import Casework

/// Japanese for what happened in a case.
enum TimelineWording {
  static func label(_ kind: TimelineKind) -> String {
    switch kind {
    case .consultation: "相談受付"
    case .note: "支援経過"
    case .referral: "つなぎ"
    case .stage: "段階"
    }
  }

  /// The heading of a line, without a personal name.
  static func title(_ event: TimelineEvent, channels: CodeList) -> String {
    switch event.kind {
    case .consultation:
      event.code.isEmpty ? "相談受付 \(event.mark)" : "相談受付 \(event.mark)（\(channels.label(event.code))）"
    case .referral: "\(ReferralAct.Kind(rawValue: event.code).map(ReferralWording.past) ?? "つなぎの記録")　\(event.mark) → \(event.to)"
    case .stage: stage(event)
    case .note: ""
    }
  }

  private static func stage(_ event: TimelineEvent) -> String {
    if event.code == CaseFileRecords.assigned { return "担当の変更" }
    let now = ConsultationStage(rawValue: event.mark)?.label ?? ""
    // A stage whose own name has brackets stands beside, not in brackets again.
    return ConsultationEvent.Kind(rawValue: event.code).map { now.hasSuffix("）") ? "\($0.label)　\(now)" : "\($0.label)（\(now)）" } ?? now
  }
}
