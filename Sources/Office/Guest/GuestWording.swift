import Casework

/// Japanese for members from outside, for their convener.
enum GuestWording {
  static let ways = GuestAnswerWay.allCases.map { ($0.rawValue, label($0)) }

  static func label(_ way: GuestAnswerWay) -> String {
    switch way {
    case .phone: "電話"
    case .fax: "FAX"
    case .paper: "紙・口頭"
    }
  }

  /// Where the link of a member stands, in one sentence.
  static func state(_ pass: GuestPassLine?, _ meeting: OpenedMeeting, today: CivilDate) -> String {
    guard let pass else { return "リンクはまだ作っていません。" }
    if pass.rule.isRevoked { return "リンクは取り消しました。要るときは作り直してください。" }
    if pass.rule.isLocked { return "番号の間違いが続いたため、リンクを止めました。本人に確かめ、作り直してください。" }
    guard pass.rule.holds(stage: meeting.stage, heldOn: meeting.heldOn, today: today) else { return "リンクの期限が過ぎました。" }
    let opened = pass.openedAt.map { "\(Wording.shortMoment($0))に初めて入りました。" } ?? "まだ入っていません。"
    return "\(pass.rule.lastDay.warekiShort)まで使えます。\(opened)"
  }

  /// 「1234 5678」 Easier to read out.
  static func spoken(_ code: String) -> String { "\(code.prefix(4)) \(code.suffix(4))" }
}
