import Casework
import Paper

/// 会議次第: what the meeting treats, as far as it is tabled for who prints it.
///
/// Source: reference §4.4; R-50 (nothing of a 支援会議 before the pledge).
struct AgendaPaper {
  let meeting: OpenedMeeting
  let items: [OpenedMeetingItem]
  /// The pledge of that day; nothing where none is needed.
  let pledge: String?

  init(_ desk: Desk, _ meeting: OpenedMeeting) throws {
    try desk.checkPledge(meeting)
    self.meeting = meeting
    items = try desk.items(of: meeting)
    pledge = meeting.kind.needsPledge ? try desk.pledgeText(on: meeting.heldOn) : nil
  }

  var section: Section {
    let order = ["開会", pledge == nil ? "" : "守秘の確認", "議題", "全体にわたること・連絡", "閉会"].filter { !$0.isEmpty }
    return Section(
      "会議次第",
      [.title(Text("\(meeting.name)　次第")), MeetingHead(meeting).table]
        + (pledge.map { [.heading("守秘の確認"), .table(Table(widths: [1], rows: [[.value(Text($0))]]))] } ?? [])
        + [.heading("次第"), .items(order.map { Text($0) }, .number), .heading("議題")]
        + (items.isEmpty ? [.paragraph("議題はありません。")] : [table]), headRight: meeting.number)
  }

  private var table: Block {
    .table(
      Table(
        columns: [
          .init("番号", width: 0.8), .init("事例", width: 2.6), .init("時期", width: 1.8), .init("情報共有の根拠・同意", width: 2.6),
          .init("決めたいこと", width: 4.4),
        ],
        rows: items.map { item in
          [
            .value(Text("\(item.position)"), align: .centre), .value(Text("\(item.caseLabel)\n\(item.caseNumber)")),
            .value(Text(MeetingWording.timing(item.timing))), .value(Text("\(item.basis?.label ?? "")\n\(item.consent.label)")),
            Cell(.value, .text(Text(item.points)), flows: true),
          ]
        }))
  }
}

/// 「会議の頭書」 Day, place, who convenes, at the top of each paper of a meeting.
struct MeetingHead {
  let meeting: OpenedMeeting

  init(_ meeting: OpenedMeeting) { self.meeting = meeting }

  var table: Block {
    .table(
      Table(
        widths: FormPaper.columns,
        rows: [
          [.label("会議番号"), .value(Text(meeting.number)), .label("会議の種別"), .value(Text(meeting.kind.label))],
          [
            .label("日時"), .value(Text("\(meeting.heldOn.warekiWithWeekday)　\(meeting.startsAt)")), .label("方法・場所"),
            .value(Text("\(meeting.mode.label)　\(meeting.place)")),
          ],
          [.label("招集"), .value(Text(meeting.convenerName)), .label("議長・記録"), .value(Text(people))],
        ]))
  }

  private var people: String {
    [meeting.chair.isEmpty ? "" : "議長 \(meeting.chair)", meeting.recorder.isEmpty ? "" : "記録 \(meeting.recorder)"]
      .filter { !$0.isEmpty }.joined(separator: "　")
  }
}
