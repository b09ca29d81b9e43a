import Casework
import Paper

/// 「会議の書類」 What can be printed of a meeting, for the one who looks at it.
enum MeetingPrint: String, CaseIterable, Sendable {
  case agenda, minutes, pledge, members

  var label: String {
    switch self {
    case .agenda: "会議次第"
    case .minutes: "会議録"
    case .pledge: "守秘の確認書"
    case .members: "構成員名簿"
    }
  }

  /// The papers there are for this meeting now: nothing that is tabled before the pledge, no minutes before it was held.
  static func offered(_ meeting: OpenedMeeting) -> [MeetingPrint] {
    allCases.filter { paper in
      switch paper {
      case .agenda: !meeting.isPledgeDue
      case .minutes: !meeting.isPledgeDue && meeting.stage == .held
      case .pledge: meeting.kind.needsPledge
      case .members: true
      }
    }
  }

  func section(_ desk: Desk, _ meeting: OpenedMeeting) throws -> Section {
    switch self {
    case .agenda: try AgendaPaper(desk, meeting).section
    case .minutes: try MinutesPaper(desk, meeting).section
    case .pledge: try PledgePaper(desk, meeting).section
    case .members: try MemberListPaper(desk, meeting).section
    }
  }

  /// Papers of a 支援会議 are given back after it.
  static func caution(_ meeting: OpenedMeeting) -> String { meeting.kind.needsPledge ? "取扱注意（会議後に返却）" : Printout.caution }
}
