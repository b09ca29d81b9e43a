import Casework
import HTML

/// 廃棄証明, for printing: the minimal register line of each case.
struct CertificatePage {
  let chrome: Chrome
  let disposal: OpenedDisposal
  let lines: [DisposalLine]

  var html: HTML {
    let done = lines.filter { $0.disposedAt != nil }
    return Page(
      title: "廃棄証明 \(disposal.number)", chrome: chrome, place: "/retention",
      crumbs: [("保存と廃棄", "/retention"), ("廃棄の申請 \(disposal.number)", disposal.path)], reason: OpenedRetention.reason,
      content: """
        <article class="paper"><h1>廃棄証明 <small>\(disposal.number)</small></h1>
        <dl class="facts"><dt>申請した職員</dt><dd>\(disposal.proposedBy.name)（\(Wording.moment(disposal.proposedAt))）</dd>
        <dt>承認した職員</dt><dd>\(disposal.answeredBy)（\(disposal.answeredAt.map(Wording.moment) ?? "")）</dd>
        <dt>消去した事例</dt><dd>\(done.count)件</dd></dl>
        \(done.isEmpty ? "<p>まだ消去した事例がありません。</p>" : HTML.each(done, part))
        \(HTML.when(!done.isEmpty, "<p>\(DisposalWording.certified)</p>"))
        </article>
        """
    ).html
  }

  private func part(_ line: DisposalLine) -> HTML {
    """
    <section class="note"><h2>\(line.caseNumber)</h2><dl class="facts"><dt>保存区分</dt><dd>\(line.record.label)（\(line.years)年）</dd>
    <dt>受付・終結</dt><dd>\(Wording.date(line.openedOn))・\(Wording.date(line.closedOn))</dd>
    <dt>保存期間</dt><dd>\(Wording.date(line.beginsOn))から\(Wording.date(line.endsOn))まで</dd>
    <dt>消去</dt><dd>\(line.disposedAt.map(Wording.moment) ?? "")　\(line.disposedBy)</dd>
    <dt>消去した記録</dt><dd>\(DisposalWording.counts(line.counts))</dd>\(DisposalWording.kept(line.counts).map { "<dt>残るもの</dt><dd>\($0)</dd>" as HTML } ?? .empty)
    <dt>照合値（SHA-256）</dt><dd>\(line.certificate)</dd>
    <dt>台帳との照合</dt><dd>\(DisposalCertificate.agrees(line, of: disposal) ? "一致しています" : "一致しません。監査担当に連絡してください")</dd></dl></section>
    """
  }
}
