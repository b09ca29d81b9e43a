import Casework

/// Japanese for papers and for what is moved from a meeting into the case.
enum PaperWording {
  static let kinds = MeetingPaperKind.allCases.map { ($0.rawValue, $0.label) }
  static let grounds = ReleaseGround.allCases.map { ($0.rawValue, $0.label) }
  static let collecting = [("1", "回収する"), ("0", "回収しない")]
  /// What is released is read by the own agency or by the team; there is no third way.
  static let visibilities = [NoteVisibility.ownAgency, .team].map { ($0.rawValue, $0.label) }

  /// 「回収する・12部」
  static func handling(_ paper: OpenedPaper) -> String {
    (paper.collects ? "会議後に回収する" : "回収しない") + (paper.copies > 0 ? "・\(paper.copies)部" : "・画面のみ")
  }

  /// 「本人の申出（R8.11.20）：記録に残してほしいと話した」
  static func ground(_ release: PaperRelease) -> String {
    let day = release.ground == .statement ? release.saidOn.map { "（\($0.warekiShort)）" } ?? "" : ""
    return (release.ground?.label ?? "") + day + (release.words.isEmpty ? "" : "：\(release.words)")
  }

  static func ground(_ line: ReleaseLine) -> String {
    let day = line.saidOn.isEmpty ? "" : "（\(Wording.shortDate(line.saidOn))）"
    return (line.ground?.label ?? "") + day + (line.words.isEmpty ? "" : "：\(line.words)")
  }

  /// The title of the note that something becomes in the case, short enough for one.
  static func title(_ item: OpenedMeetingItem, _ paper: OpenedPaper?) -> String {
    let words = paper.map { "\(item.meeting.kind.label)の資料：\($0.title)" } ?? "\(item.meeting.kind.label)で話し合われたこと"
    return String(words.prefix(NoteDraft.titleLimit))
  }

  /// Where it came from and on what ground, at the head of the note.
  static func origin(_ item: OpenedMeetingItem, _ paper: OpenedPaper?, _ release: PaperRelease, by staff: StaffMember) -> String {
    let meeting = item.meeting
    let what = paper.map { "に\($0.agencyName)が出した資料「\($0.title)」" } ?? "で話し合われたこと"
    return """
      【\(meeting.name)（\(meeting.number)、\(meeting.heldOn.wareki)）の議題\(item.position)\(what)を、事例の記録に移したもの】
      移した根拠：\(ground(release))
      移した理由：\(release.reason)
      移した人：\(staff.agencyName) \(staff.name)
      """
  }
}
