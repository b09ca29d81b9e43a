import Casework
import Paper

/// What a meeting works with, for one case: the plan and how it goes, the answers side by side, what is open, who could do what.
struct PackDiscussionPaper {
  let content: PackCase
  let today: CivilDate

  func section(head: String, copy: String) -> Section {
    Section(
      "議題\(content.item.position) プラン・回答・論点",
      [.title(Text("プラン・準備の回答・論点　\(content.item.caseLabel)"))] + plan + progress + answers + points + roles + papers,
      headLeft: head, headRight: copy)
  }

  private var plan: [Block] {
    guard let plan = content.plan else { return [] }
    var facts: [(label: Text, value: Text)] = [
      ("本人の言葉での目標", Text(plan.goalWords)), ("長期目標", Text(plan.goalLong)), ("短期目標", Text(plan.goalShort)), ("支援の方針", Text(plan.policy)),
      ("期間", Text(plan.period)), ("モニタリング", Text(plan.monitoring.joined(separator: "、"))),
    ]
    if !plan.programmes.isEmpty { facts.append(("ほかの事業", Text(plan.programmes.joined(separator: "\n")))) }
    return [.heading("いまのプラン"), .table(Table(labelWidth: 0.22, items: facts))]
  }

  private var progress: [Block] {
    guard let lines = content.file?.progress, !lines.isEmpty else { return [] }
    let rows: [[Cell]] = lines.map { line in
      [
        .value(Text(line.agencyName)), Cell(.value, .text(Text(line.what)), flows: true),
        .value(Text(line.latest.map { "\($0.state.label)　\(CivilDate.of(epochSeconds: $0.at).warekiShort)" } ?? "まだ知らせがありません")),
        Cell(.value, .text(Text(line.latest?.words)), flows: true),
      ]
    }
    return [
      .heading("進み具合"),
      .table(Table(columns: [.init("機関", width: 2), .init("役割", width: 3), .init("状況", width: 1.6), .init("ようす", width: 3)], rows: rows)),
    ]
  }

  /// Three agencies beside each other; more go into further tables.
  private var answers: [Block] {
    let replies = content.replies
    guard !replies.isEmpty else { return [.heading("準備の回答"), .paragraph("尋ねた機関はありません。")] }
    let told = replies.filter { $0.state == .answered }
    var blocks: [Block] = [.heading("準備の回答")]
    for start in stride(from: 0, to: told.count, by: 3) {
      let group = Array(told[start..<min(start + 3, told.count)])
      let head = group.map { Text($0.agencyName + (($0.way?.isOnBehalf ?? false) ? "\n（\($0.way?.label ?? "")）" : "")) }
      let rows: [Row] = PreparationQuestion.allCases.map { question in
        Row([.label(Text(question.short))] + group.map { Cell(.value, .text(Text($0.answer?[question])), flows: true) })
      }
      blocks += [
        .table(
          Table(
            // 「していること・できること」 stands in one line.
            widths: [1.8] + group.map { _ in 5.4 / Double(group.count) },
            head: [Row([.label("")] + head.map { .label($0, align: .centre) })], rows: rows)
        ), .gap(2),
      ]
    }
    let absent = replies.filter { $0.state == .notInvolved }.map(\.agencyName)
    let open = replies.filter(\.state.isOpen).map(\.agencyName)
    if told.isEmpty { blocks.append(.paragraph("四つの問いへの回答はまだありません。")) }
    var notes: [Text] = []
    if !absent.isEmpty { notes.append(Text("関わっていないと答えた機関：\(absent.joined(separator: "、"))")) }
    if !open.isEmpty { notes.append(Text("まだ回答のない機関：\(open.joined(separator: "、"))")) }
    return notes.isEmpty ? blocks : blocks + [.notes(notes)]
  }

  /// What is to be settled, what agencies ask of each other, and whom they want at the table.
  private var points: [Block] {
    var lines = content.item.points.split(separator: "\n").map { String($0).trimmingPrefix("・") }.map { Text(String($0)) }
    for reply in content.replies {
      if let asks = reply.answer?[.asks], !asks.isEmpty { lines.append(Text("\(reply.agencyName)から：\(asks)")) }
    }
    for reply in content.replies {
      if let wanted = reply.answer?[.wanted], !wanted.isEmpty { lines.append(Text("会議に来てほしい（\(reply.agencyName)）：\(wanted)")) }
    }
    for line in content.file?.progress ?? [] where line.wantsTalk {
      lines.append(Text("相談したい（\(line.agencyName)）：\(line.latest?.words ?? "")"))
    }
    return [.heading("話し合うこと"), lines.isEmpty ? .paragraph("挙がっている論点はありません。") : .items(lines, .number)]
  }

  /// The roles of the plan, or what agencies say they can do; empty lines for what the meeting adds.
  private var roles: [Block] {
    var rows: [[Cell]] = (content.plan?.roles ?? []).map { role in
      [
        .value(Text(role.agencyName + (role.isMain ? "（主担当）" : ""))), .value(Text(role.person)),
        Cell(.value, .text(Text(role.what)), flows: true), "",
      ]
    }
    if rows.isEmpty {
      rows = content.replies.filter { $0.state == .answered }.map { reply in
        [.value(Text(reply.agencyName)), "", Cell(.value, .text(Text(reply.answer?[.doing])), flows: true), ""]
      }
    }
    let blank: [[Cell]] = (0..<3).map { _ in [Cell("").tall(9), "", "", ""] }
    return [
      .heading("役割分担の案"),
      .table(
        Table(
          columns: [.init("機関", width: 2.2), .init("担当者", width: 1.4), .init("すること", width: 4), .init("いつまで", width: 1.3)],
          rows: rows + blank)),
    ]
  }

  /// What was tabled in words; of files only their names, for they are handed out by themselves.
  private var papers: [Block] {
    guard !content.papers.isEmpty else { return [] }
    return [.heading("出された資料")]
      + content.papers.map { paper in
        let words =
          paper.kind == .file
          ? "（ファイル「\(paper.fileName)」は別に配ります）" : paper.words + (paper.opinion.isEmpty ? "" : "\n見立て・所感：\(paper.opinion)")
        return .table(
          Table(
            widths: [1],
            rows: [
              [.label(Text("\(paper.title)（\(paper.agencyName)）\(paper.collects ? "　会議後に回収" : "")"))], [.long(Text(words), blankHeight: 0)],
            ]))
      }
  }
}
