import Casework

/// Japanese for meetings: days, what to do next.
enum MeetingWording {
  static let modes = MeetingMode.allCases.map { ($0.rawValue, $0.label) }
  static let replies = MeetingReply.allCases.map { ($0.rawValue, $0.label) }

  /// 「R8.11.21（土）14:00」
  static func when(_ day: CivilDate, _ startsAt: String) -> String {
    "\(day.warekiShort)（\(day.weekday.label)）\(startsAt)"
  }

  /// 「令和8年度」
  static func year(_ today: CivilDate) -> String { "令和\(today.fiscalYear - 2018)年度" }

  static func timing(_ timing: MeetingTiming?) -> String { timing?.label ?? "時期によらない検討" }

  /// What to do next about an item, for the convener.
  static func next(_ item: OpenedMeetingItem) -> String {
    if let result = item.result { return result.label }
    switch item.meeting.stage {
    case .planned, .invited: return "会議を待っています"
    case .held: return "結論の記録がまだです"
    case .cancelled: return "取りやめ"
    }
  }

  /// What happens now with the meeting, in one sentence for its convener.
  static func next(_ view: MeetingView, today: CivilDate) -> String {
    let waiting = view.members.count { $0.isInvited && $0.reply == nil }
    switch view.meeting.stage {
    case .planned where view.meeting.heldOn <= today: return "議題と構成員を確かめ、会議が終わったら「開催済みにする」を押してください。"
    case .planned: return "議題と構成員を確かめ、「招集する」を押してください。招集すると、構成員の画面に会議が出ます。"
    case .invited where view.meeting.mode == .written: return "回答を待っています。そろったら「開催済みにする」を押して、結論を記録してください。"
    case .invited: return waiting == 0 ? "出欠の返事がそろいました。会議が終わったら出席者を記録してください。" : "出欠の返事を待っています（\(waiting)人）。"
    case .held:
      let open = view.items.count { $0.result == nil }
      return open == 0 ? "すべての議題の結論を記録しました。" : "結論の記録がまだの議題が\(open)件あります。議題を開いて記録してください。"
    case .cancelled: return "取りやめた会議です。理由：\(view.meeting.words)"
    }
  }
}
