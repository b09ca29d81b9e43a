import Casework
import HTML

/// 会議資料の画面: one paper, how it is handled, and whether it was moved into the case.
struct PaperPage {
  let chrome: Chrome
  let item: OpenedMeetingItem
  let paper: OpenedPaper
  let releases: [ReleaseLine]
  /// The own agency's, or the convener.
  let mayWithdraw: Bool
  var form = FormView()

  private var path: String { "\(item.path)/papers/\(paper.id)" }

  var html: HTML {
    Page(
      title: "会議資料 \(item.meeting.number)-\(item.position)", chrome: chrome, place: "/meetings", crumbs: PaperFormPage.crumbs(item),
      reason: item.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <h1>\(paper.title) <small>会議資料　\(paper.kind.label)</small></h1>\(form.errorSummary)
        <p class="banner warning">取扱注意。\(secrecy)\(paper.collects ? "会議のあとに回収する資料です。印刷したものは招集した機関に返してください。" : "")</p>
        <dl class="facts"><dt>提出</dt><dd>\(paper.agencyName)　\(paper.staffName)　\(Wording.moment(paper.tabledAt))</dd>
        <dt>取扱い</dt><dd>\(PaperWording.handling(paper))</dd></dl>
        \(content)\(PaperReleasePart(lines: releases.filter { $0.paper == paper.id }).html)\(actions)
        """
    ).html
  }

  private var secrecy: String { item.basis.map { $0.secrecy + "。" } ?? "" }

  private var content: HTML {
    guard paper.kind != .file else {
      return """
        <p><a href="\(href: "\(path)/file")">\(paper.fileName)（\(paper.fileKind?.label ?? "ファイル")、\(AttachmentWording.size(paper.size))）を開く</a></p>
        """
    }
    return """
      <section aria-labelledby="words"><h2 id="words">\(paper.kind == .note ? "内容（事実）" : "内容")</h2><p>\(lines: paper.words)</p>
      \(HTML.when(!paper.opinion.isEmpty, "<h3>見立て・所感</h3><p>\(lines: paper.opinion)</p>"))</section>
      """
  }

  private var actions: HTML {
    let isReleased = releases.contains { $0.paper == paper.id }
    return """
      <div class="actions no-print">\(HTML.when(item.meeting.isConvener && !isReleased, """
        <a class="button outline" href="\(href: "\(path)/release")">事例に移す</a>
        """))\(HTML.when(mayWithdraw && !isReleased, """
        <form class="inline" action="\(href: "\(path)/withdrawal")" method="post">\(FormView.tokens(chrome))\
        <button class="button text">資料を下げる</button></form>
        """))</div>
      """
  }
}

/// What was moved into the case: who, when, on which ground, why.
struct PaperReleasePart {
  let lines: [ReleaseLine]

  var html: HTML {
    guard !lines.isEmpty else { return .empty }
    return """
      <section aria-labelledby="release"><h2 id="release">事例に移した記録</h2>\(HTML.each(lines) { line in
        """
        <dl class="facts"><dt>移した人・日時</dt><dd>\(line.agencyName)　\(line.staffName)　\(Wording.moment(line.at))</dd>
        <dt>根拠</dt><dd>\(lines: PaperWording.ground(line))</dd><dt>理由</dt><dd>\(lines: line.reason)</dd></dl>
        """
      })</section>
      """
  }
}

/// The papers within the page of an item.
struct PaperListPart {
  let item: OpenedMeetingItem
  let papers: [OpenedPaper]
  let releases: [ReleaseLine]

  var html: HTML {
    let mayTable = item.result == nil && item.meeting.stage != .cancelled
    return """
      <section aria-labelledby="papers"><h2 id="papers">会議資料</h2>
      <p class="quiet">この議題の構成員だけが、開催の\(MeetingStage.sightDays)日後まで見られます。事例の記録には入りません。</p>
      \(papers.isEmpty ? "<p>資料は出ていません。</p>" : list)
      \(HTML.when(mayTable, "<p class=\"no-print\"><a href=\"\(href: "\(item.path)/papers/new")\">資料を出す</a></p>"))
      \(HTML.when(item.meeting.isConvener && item.result != nil && !releases.contains { $0.paper == nil }, """
        <p class="no-print"><a href="\(href: "\(item.path)/release")">話し合われたことを事例に移す</a></p>
        """))\(PaperReleasePart(lines: releases.filter { $0.paper == nil }).html)</section>
      """
  }

  private var list: HTML {
    """
    <ul class="plain">\(HTML.each(papers) { paper in
      """
      <li><a href="\(href: "\(item.path)/papers/\(paper.id)")">\(paper.title)</a> <span class="chip">\(paper.kind.label)</span>
      <span class="quiet">\(paper.agencyName)　\(PaperWording.handling(paper))</span>\
      \(HTML.when(releases.contains { $0.paper == paper.id }, " <span class=\"chip done\">事例に移した</span>"))</li>
      """
    })</ul>
    """
  }
}
