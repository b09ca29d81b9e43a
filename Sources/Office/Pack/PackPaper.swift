import Casework
import Paper

/// 会議資料一式 on paper: the cover with the agenda, then for each case a summary, its history, and what the meeting works with.
///
/// Source: users' wishes §4, 3; reference §4.1 (copies of a 支援会議 are numbered), §4.4.
struct PackPaper {
  let meeting: OpenedMeeting
  let recipient: PackRecipient?
  let today: CivilDate
  let channels: CodeList

  /// At the head of every page, so that a copy found somewhere can be given back.
  private var copyWords: String { recipient.map { "部数番号 \($0.copy)" } ?? "招集者控え" }

  var caution: String {
    meeting.kind == .confidential ? "取扱注意（支援会議・社会福祉法第106条の6）" : "取扱注意（個人情報）"
  }

  /// The cover with the contents.
  func cover(_ items: [OpenedMeetingItem]) -> Section {
    let rows: [[Cell]] = items.map { item in
      [
        .value(Text("\(item.position)"), align: .centre), .value(Text("\(item.caseLabel)\n\(item.caseNumber)")),
        .value(Text(MeetingWording.timing(item.timing))), Cell(.value, .text(Text(item.points)), flows: true),
      ]
    }
    return Section(
      "次第と目次",
      [
        .title(Text("\(meeting.name)　資料")),
        .table(
          Table(items: [
            ("日時", Text("\(meeting.heldOn.wareki)（\(meeting.heldOn.weekday.label)）\(meeting.startsAt)")),
            ("方法・場所", Text("\(meeting.mode.label)　\(meeting.place)")), ("招集", Text(meeting.convenerName)),
            ("会議の番号", Text(meeting.number)), ("部数", Text(copyWords)), ("お渡しする方", Text(recipient?.member.label ?? "招集した機関の控え")),
          ])), .gap(4), .heading("次第（目次）"),
        .table(
          Table(
            columns: [.init("議題", width: 0.6), .init("事例", width: 1.7), .init("時期", width: 1.3), .init("決めたいこと", width: 4.6)], rows: rows)),
        .notes([
          "議題ごとにページ番号を1から付け直しています。左上の「議題」の番号で探してください。",
          "この資料は、お渡しする方だけのものです。写しを取らず、会議のあとの扱いは招集した機関の指示に従ってください。",
        ]),
      ], headLeft: meeting.number, headRight: copyWords)
  }

  /// One case: numbered from 1.
  func sections(_ content: PackCase, drawings: [Section]) -> [Section] {
    var made = [summary(content)]
    made += drawings.map { drawing in
      var section = drawing
      (section.headLeft, section.headRight, section.restartsNumbering) = (head(content.item), copyWords, false)
      section.name = "議題\(content.item.position) \(drawing.name)"
      return section
    }
    if let file = content.file { made.append(history(content, file)) }
    made.append(PackDiscussionPaper(content: content, today: today).section(head: head(content.item), copy: copyWords))
    return made
  }

  private func head(_ item: OpenedMeetingItem) -> String { "\(meeting.number)　議題\(item.position)" }

  /// One page: who, where it stands, the last three months, what is open.
  private func summary(_ content: PackCase) -> Section {
    let item = content.item
    var facts: [(label: Text, value: Text)] = [
      ("事例番号", Text(item.caseNumber)), ("諮る時期", Text(MeetingWording.timing(item.timing))), ("本人同意", Text(item.consent.label)),
      ("共有の根拠", Text(item.basis?.label ?? "")), ("決めたいこと", Text(item.points)),
    ]
    var blocks: [Block] = [.title(Text("議題\(item.position)　\(item.caseLabel)"))]
    if let file = content.file {
      facts += [
        ("いまの段階", Text(file.stage)), ("相談を受けた日・機関", Text("\(Wording.date(file.openedOn))　\(file.openedBy)　担当 \(file.inCharge)")),
      ]
      blocks += [.table(Table(labelWidth: 0.2, items: facts)), .gap(3), .heading("世帯"), household(file), .heading("この3か月のできごと")]
      blocks += [lately(file)]
      if !file.tasks.isEmpty {
        blocks += [.heading("やること（招集した機関）"), Self.short(file.tasks.map(task), most: 8)]
      }
    } else {
      blocks += [
        .table(Table(labelWidth: 0.2, items: facts)),
        .notes(["この部には、議題として出された内容だけが入っています。事例の記録は入っていません。"]),
      ]
    }
    return Section(
      "議題\(item.position) 要約", blocks, headLeft: head(item), headRight: copyWords, restartsNumbering: true)
  }

  private func household(_ file: PackFile) -> Block {
    let rows: [[Cell]] = file.members.prefix(12).map { member in
      let birth = PartialDate(stored: member.birth) ?? .unknown
      return [
        .value(Text(member.name)), .value(Text((member.relation?.label ?? "") + member.relationNote)),
        .value(Text(member.isDead ? birth.inJapanese : HouseholdWording.birth(birth, today: today))),
        .value(Text(member.lives), align: .centre),
      ]
    }
    guard !rows.isEmpty else { return .paragraph("世帯の記録はありません。") }
    return .table(
      Table(columns: [.init("氏名", width: 2), .init("続柄", width: 1.2), .init("生年月日・年齢", width: 3), .init("同居", width: 0.8)], rows: rows))
  }

  private func lately(_ file: PackFile) -> Block {
    let first = today.adding(months: -3)
    let recent = file.entries.filter { $0.cursor.day >= first }
    guard !recent.isEmpty else { return .paragraph("この3か月の記録はありません。") }
    return Self.short(
      recent.map { entry in
        let (agency, what) = (Self.agency(entry), title(entry))
        return "\(entry.cursor.day.warekiShort)　\(what)（\(agency)）"
      }, most: 12)
  }

  private static func short(_ lines: [String], most: Int) -> Block {
    let rest = lines.count - most
    return .items(lines.prefix(most).map { Text($0) } + (rest > 0 ? [Text("ほか\(rest)件（年表を見てください）")] : []))
  }

  private func task(_ task: TaskLine) -> String {
    task.what + (task.dueOn.map { "（\($0.warekiShort)まで）" } ?? "") + (task.staff.isEmpty ? "" : "　\(task.staff)")
  }

  /// Oldest first, as one tells it.
  private func history(_ content: PackCase, _ file: PackFile) -> Section {
    let rows: [[Cell]] = file.entries.reversed().map { entry in
      [
        .value(Text(entry.cursor.day.warekiShort)), .value(Text(Self.agency(entry))),
        Cell(.value, .text(words(entry)), flows: true),
      ]
    }
    let note = file.entries.count >= PackCase.entriesShown ? "新しいものから\(PackCase.entriesShown)件です。" : ""
    return Section(
      "議題\(content.item.position) 年表",
      [
        .title(Text("年表　\(content.item.caseLabel)")),
        rows.isEmpty
          ? .paragraph("記録はありません。")
          : .table(Table(columns: [.init("日", width: 0.9), .init("機関", width: 2), .init("できごと・支援の経過（事実）", width: 7)], rows: rows)),
        .notes([Text("支援チームで共有している記録だけです。各機関の所感と、自機関だけの記録は入っていません。\(note)")]),
      ], style: .list, headLeft: head(content.item), headRight: copyWords)
  }

  private static func agency(_ entry: TimelineEntry) -> String {
    switch entry {
    case .note(let note): note.agency
    case .event(let event): event.agency
    }
  }

  private func title(_ entry: TimelineEntry) -> String {
    switch entry {
    case .note(let note): note.title
    case .event(let event): TimelineWording.title(event, channels: channels)
    }
  }

  private func words(_ entry: TimelineEntry) -> Text {
    guard case .note(let note) = entry else { return Text(title(entry)) }
    return Text(strong: note.title) + Text(note.facts.isEmpty ? "" : "\n\(note.facts)")
  }
}
