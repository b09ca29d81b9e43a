import Casework

extension WritingDesk {
  /// 「会議資料一式を作る」 Puts the chosen copies into the queue.
  func orderPacks(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try ownMeeting(id)
    try checkPledge(meeting)
    guard meeting.stage != .cancelled else { throw told("for", "取りやめた会議です。資料は、次の会議で作ってください。") }
    let chosen = Set(form.all("for"))
    guard !chosen.isEmpty else { throw told("for", "だれの分を作るかが選ばれていません。招集者控えか構成員に印を付けてください。") }
    let own = try PackQueries.items(self, meeting, for: nil)
    guard !own.isEmpty else { throw told("for", "議題がまだありません。会議の画面で議題を加えてから作ってください。") }
    if chosen.contains("own") { try PackRecords.queue(self, meeting, own, member: nil, copy: 0) }
    for recipient in try PackQueries.recipients(self, meeting) where chosen.contains("\(recipient.member.id)") {
      let member = recipient.member
      guard member.hasPledged || !meeting.kind.needsPledge else {
        throw told("for", "\(member.label)は守秘の確認がまだです。確認を受けてから、その人の分を作ってください。")
      }
      let items = try PackQueries.items(self, meeting, for: member)
      guard !items.isEmpty else { throw told("for", "\(member.label)に見せる議題がありません。議題の画面で見せる機関を確かめるか、印を外してください。") }
      try PackRecords.queue(self, meeting, items, member: member.id, copy: recipient.copy)
    }
  }

  /// 「作成を取りやめる」
  func cancelPack(_ id: MeetingID, _ number: MeetingPackID) throws {
    let meeting = try ownMeeting(id)
    try checkPledge(meeting)
    _ = try items(of: meeting)
    try PackRecords.cancel(self, try openPack(meeting, number).id)
  }
}
