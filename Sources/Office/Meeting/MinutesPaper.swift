import Casework
import Paper

/// 会議録: who was there, and for each item what was said, decided and shared out, as far as it is tabled for who prints it.
///
/// What concerns the whole meeting is printed for its convener and the town only. Source: reference §4.4.
struct MinutesPaper {
  let meeting: OpenedMeeting
  let members: [MeetingMemberLine]
  let items: [MeetingItemView]

  init(_ desk: Desk, _ meeting: OpenedMeeting) throws {
    try desk.checkPledge(meeting)
    self.meeting = meeting
    members = try MeetingQueries.members(desk, meeting)
    items = try desk.items(of: meeting).map { try MeetingItemQueries.view(desk, $0) }
  }

  var section: Section {
    let whole = meeting.sight == .member ? "" : meeting.minutes
    return Section(
      "会議録",
      [.title(Text("\(meeting.name)　会議録")), MeetingHead(meeting).table, .heading("出席者"), attendance]
        + items.flatMap(item)
        + (whole.isEmpty ? [] : [.heading("全体にわたること"), .table(Table(widths: [1], rows: [[.long(Text(whole))]]))]),
      headRight: meeting.number)
  }

  private var attendance: Block {
    let present = members.filter(\.attended)
    guard meeting.stage == .held, !present.isEmpty else { return .paragraph("出席はまだ記録されていません。") }
    return .table(
      Table(
        columns: [.init("機関", width: 4), .init("職名・立場", width: 2), .init("氏名", width: 2)],
        rows: present.map { [.value(Text($0.agencyName)), .value(Text($0.position)), .value(Text($0.name))] }))
  }

  private func item(_ view: MeetingItemView) -> [Block] {
    let item = view.item
    let decided = item.resultAt.map { "\(Wording.moment($0))　\(item.resultBy)" } ?? ""
    let facts: [(String, String)] = [
      ("時期", MeetingWording.timing(item.timing)), ("情報共有の根拠", "\(item.basis?.label ?? "")　\(item.basis?.secrecy ?? "")"),
      ("載せたときの同意", item.consent.label), ("決めたいこと", item.points), ("検討内容", item.discussion),
      ("結論", [item.result?.label ?? "結論はまだ記録されていません", item.resultWords].filter { !$0.isEmpty }.joined(separator: "\n")),
      ("主担当", [item.leadName, item.leadPerson].filter { !$0.isEmpty }.joined(separator: "　")),
      ("次のモニタリング", Wording.date(item.nextMonitoring)), ("足りない社会資源", view.gaps.joined(separator: "\n")), ("結論の記録", decided),
    ].filter { !$0.1.trimmed.isEmpty }
    return [
      .heading(Text("議題\(item.position)　\(item.caseLabel)（\(item.caseNumber)）")),
      .table(Table(widths: [2.1, 12.1], rows: facts.map { [.label(Text($0.0)), .long(Text($0.1))] })),
    ] + roles(view) + answers(view)
  }

  private func roles(_ view: MeetingItemView) -> [Block] {
    guard !view.roles.isEmpty else { return [] }
    return [
      .paragraph(Text(strong: "決まった役割")),
      .table(
        Table(
          columns: [.init("機関", width: 3), .init("担当者", width: 2), .init("すること", width: 5), .init("期限", width: 1.5)],
          rows: view.roles.map { role in
            [
              .value(Text(role.agency)), .value(Text(role.person)), Cell(.value, .text(Text(role.what)), flows: true),
              .value(Text(Wording.shortDate(role.dueOn))),
            ]
          })),
    ]
  }

  private func answers(_ view: MeetingItemView) -> [Block] {
    guard !view.answers.isEmpty else { return [] }
    return [
      .paragraph(Text(strong: meeting.mode == .written ? "書面の回答" : "届いた回答")),
      .table(
        Table(
          columns: [.init("構成員", width: 3), .init("回答", width: 1.6), .init("意見", width: 5), .init("日時", width: 2)],
          rows: view.answers.map { answer in
            [
              .value(Text(answer.name)), .value(Text(answer.answer?.label ?? "")), Cell(.value, .text(Text(answer.words)), flows: true),
              .value(Text(Wording.shortMoment(answer.at))),
            ]
          })),
    ]
  }
}
