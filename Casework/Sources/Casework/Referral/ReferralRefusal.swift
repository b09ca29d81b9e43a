/// 「つなぎができない理由」 Each with the way out.
public enum ReferralRefusal: Error, Hashable, Sendable {
  case notNow(ReferralAct.Kind, ReferralStage)
  /// The act belongs to the other side.
  case otherSide(ReferralAct.Kind)
  /// R-10, R-11.
  case requestIncomplete([FieldProblem])
  case partsMissing
  /// R-12.
  case handBackIncomplete([FieldProblem])
  case withdrawalReasonMissing
  case reportMissing

  /// The reason in Japanese.
  public var reason: String {
    switch self {
    case .notNow(let act, let stage): "いまは「\(stage.label)」の段階のため、「\(act.label)」ことはできません。"
    case .otherSide(let act): "「\(act.label)」のは\(Self.owner(of: act).label)の機関です。"
    case .requestIncomplete(let problems): problems.map(\.sentence).joined(separator: "\n")
    case .partsMissing: "一部受理は、引き受けることと引き受けないことの両方が必要です。"
    case .handBackIncomplete(let problems): problems.map(\.sentence).joined(separator: "\n")
    case .withdrawalReasonMissing: "取下げの理由がありません。"
    case .reportMissing: "報告の内容がありません。"
    }
  }

  /// What to do instead, in Japanese.
  public var wayOut: String {
    switch self {
    case .notNow(let act, let stage): Self.wayOut(act, stage)
    case .otherSide(let act): "\(Self.owner(of: act).label)の機関へ連絡してください。"
    case .requestIncomplete: "足りないところを書き足して、もう一度依頼してください。"
    case .partsMissing: "それぞれを短く書いてください。すべて引き受けるときは「受理する」を選んでください。"
    case .handBackIncomplete: "足りないところを書き足して、もう一度差し戻してください。"
    case .withdrawalReasonMissing: "つなぎ先に伝わるように、取り下げる理由を書いてください。"
    case .reportMissing: "つなぎ元に伝えたい経過と結果を書いてください。"
    }
  }

  /// Reason and way out together.
  public var message: String { reason + wayOut }

  private static func owner(of act: ReferralAct.Kind) -> ReferralSide {
    ReferralTransition.table.first { $0.act == act }?.side ?? .sender
  }

  private static func wayOut(_ act: ReferralAct.Kind, _ stage: ReferralStage) -> String {
    switch (act, stage) {
    case (.withdraw, .draft): "下書きは、そのまま破棄してください。"
    case (.withdraw, .accepted), (.withdraw, .acceptedInPart), (.withdraw, .inProgress): "すでに受理されています。つなぎ先と話し合い、差戻しか完了報告を依頼してください。"
    case (_, .withdrawn), (_, .confirmed): "このつなぎは終わっています。必要なときは新しいつなぎを作成してください。"
    case (.request, .returned): "差戻しを確認し、必要なときは新しいつなぎを作成してください。"
    case (.report, .accepted), (.report, .acceptedInPart): "先に「対応をはじめる」を選んでください。"
    case (_, .draft): "先につなぎ元が依頼してください。"
    case (.start, .requested), (.report, .requested): "先に「受理する」か「一部受理する」を選んでください。"
    default: Self.nextSteps(stage)
    }
  }

  private static func nextSteps(_ stage: ReferralStage) -> String {
    let steps = ReferralSide.allCases.flatMap { side in
      Referral.availableActs(stage, side: side).map { "\(side.label)は「\($0.label)」" }
    }
    return "この段階では、\(steps.joined(separator: "、"))を選んでください。"
  }
}
