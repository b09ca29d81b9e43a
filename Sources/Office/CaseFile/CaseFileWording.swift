import Casework

/// Japanese for where a case stands in 包括的相談支援.
enum CaseFileWording {
  static func label(_ stage: ConsultationStage) -> String { stage.label }

  static func label(_ range: CaseListFilter.Range) -> String {
    switch range {
    case .all: "見られる事例すべて"
    case .section: "自機関の事例"
    case .mine: "自分の担当"
    }
  }

  /// What a counsellor decides about a case, as a button says it.
  static func act(_ kind: ConsultationEvent.Kind, at stage: ConsultationStage) -> String {
    switch kind {
    case .sort: stage == .interrupted ? "再開する（整理中にする）" : "整理中にする"
    case .support: "支援を続ける"
    case .collaborate: "他機関と連携して続ける"
    case .closeWithInformation: "情報提供のみで終了する"
    case .linkCameBack: "つなぎ先から戻ったので支援を続ける"
    case .linkSettled: "つなぎ先で対応できたので終結する"
    case .interrupt: "中断する"
    case .close: "終結する"
    case .reopen: "再開する"
    case .link, .referToMulti, .multiReturned, .multiAccepted, .multiHandedBack: kind.label
    }
  }
}
