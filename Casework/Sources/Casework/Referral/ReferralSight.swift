extension Referral {
  /// 「渡した内容を見られるか」 The sender always sees what was handed over. The receiver, and the programme section that looks on, see it until the
  /// つなぎ is withdrawn or handed back; from then on its dates, the reason and the talk are left.
  ///
  /// Source: R-12 (a つなぎ is handed back after a talk); that its sight ends with its purpose is ours (docs/tour.md).
  public static func showsHandedOver(_ stage: ReferralStage, side: ReferralSide?, wasHandedBack: Bool) -> Bool {
    switch stage {
    case .draft: false
    case .returned, .withdrawn: side == .sender
    case .confirmed: side == .sender || !wasHandedBack
    case .requested, .accepted, .acceptedInPart, .inProgress, .reported: true
    }
  }
}
