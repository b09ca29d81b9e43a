import Casework
import Paper

/// 守秘の確認書 of a 支援会議: the words in force on the day of the meeting, and a line for each member to sign.
///
/// It can be printed before anybody has confirmed, for it holds nothing that is tabled.
/// Source: 社会福祉法106条の6; R-50; reference Annex B (懲役 before 2025-06-01, 拘禁刑 from then on).
struct PledgePaper {
  let meeting: OpenedMeeting
  let words: String
  let members: [MeetingMemberLine]

  /// The 404 for a meeting that asks for no pledge.
  init(_ desk: Desk, _ meeting: OpenedMeeting) throws {
    guard meeting.kind.needsPledge, let words = try desk.pledgeText(on: meeting.heldOn) else {
      throw desk.denied("pledge of meeting \(meeting.id)")
    }
    self.meeting = meeting
    self.words = words
    members = try MeetingQueries.members(desk, meeting)
  }

  var section: Section {
    let rows = members.map { member -> [Cell] in
      [
        .value(Text(member.agencyName)), .value(Text([member.position, member.name].filter { !$0.isEmpty }.joined(separator: "　"))),
        .value(member.hasPledged ? "確認済み" : "").tall(10), "",
      ]
    }
    return Section(
      "守秘の確認書", Self.blocks(words, head: MeetingHead(meeting).table, rows: rows + Self.empty(3)), headRight: meeting.number)
  }

  /// For handwriting, with the words in force today.
  static func blank(_ desk: Desk) throws -> [Section] {
    guard let words = try desk.pledgeText(on: desk.today) else { throw desk.denied("pledge") }
    let head: Block = .table(
      Table(widths: FormPaper.columns, rows: [[.label("会議名"), "", .label("開催日"), .value("", blank: FormPaper.emptyDay)]]))
    return [Section("守秘の確認書", blocks(words, head: head, rows: empty(18)), isBlank: true)]
  }

  private static func blocks(_ words: String, head: Block, rows: [[Cell]]) -> [Block] {
    // The words stand on the blank sheet too.
    [
      .title("支援会議　守秘の確認書"), head, .gap(3), .table(Table(widths: [1], rows: [[.value(Text(words), blank: Text(words))]])), .gap(2),
      .paragraph("上の内容を確認しました。"),
      .table(
        Table(
          columns: [.init("所属", width: 4), .init("職名・氏名", width: 3), .init("署名", width: 4), .init("日付", width: 2.4)], rows: rows)),
    ]
  }

  private static func empty(_ count: Int) -> [[Cell]] { Array(repeating: ["", "", Cell.value("").tall(10), ""], count: count) }
}

/// 構成員名簿 of a meeting, as far as who prints it may know of its members.
struct MemberListPaper {
  let meeting: OpenedMeeting
  let members: [MeetingMemberLine]

  init(_ desk: Desk, _ meeting: OpenedMeeting) throws {
    self.meeting = meeting
    members = try MeetingQueries.members(desk, meeting)
  }

  var section: Section {
    let needsPledge = meeting.kind.needsPledge
    let columns: [Table.Column] = [
      .init("番号", width: 0.8, align: .centre), .init("機関", width: 4), .init("職名・立場", width: 2), .init("氏名", width: 2.2),
      .init("出欠", width: 1.4),
    ]
    let rows = members.enumerated().map { index, member -> [Cell] in
      let presence = meeting.stage == .held ? (member.attended ? "出席" : "出席なし") : member.reply?.label ?? "返事待ち"
      let cells: [Cell] = [
        .value(Text("\(index + 1)")), .value(Text(member.agencyName)), .value(Text(member.position)), .value(Text(member.name)),
        .value(Text(presence)),
      ]
      return needsPledge ? cells + [.value(member.hasPledged ? "確認済み" : "まだ")] : cells
    }
    return Section(
      "構成員名簿",
      [
        .title(Text("\(meeting.name)　構成員名簿")), MeetingHead(meeting).table, .gap(3),
        .table(Table(columns: columns + (needsPledge ? [.init("守秘の確認", width: 1.4)] : []), rows: rows)),
      ] + (meeting.sight == .member ? [.notes(["同じ議題に加わる構成員です。"])] : []), headRight: meeting.number)
  }
}
