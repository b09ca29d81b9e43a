import Casework
import HTML

/// What happened on the day, and first what is left over.
struct TransferOutcomePart {
  let movers: [MoverView]
  let outcomes: [TransferOutcomeLine]

  var html: HTML {
    let left = outcomes.filter { $0.hindrance != nil }
    return """
      <section aria-labelledby="left"><h2 id="left">残っていること（\(left.count)件）</h2>
      \(left.isEmpty ? "<p>ありません。</p>" : list(left))</section>
      <section aria-labelledby="done"><h2 id="done">行われたこと</h2>\(done)</section>
      """
  }

  private func list(_ lines: [TransferOutcomeLine]) -> HTML {
    """
    <ul class="plain">\(HTML.each(lines) { line in
      "<li><strong>\(name(line))</strong>　\(who(line))　\(line.hindrance?.sentence)</li>"
    })</ul>
    """
  }

  private var done: HTML {
    let lines = outcomes.filter { $0.hindrance == nil }
    guard !lines.isEmpty else { return "<p>ありません。</p>" }
    return """
      <div class="table-box" tabindex="0" role="region" aria-label="行われたこと"><table>
      <thead><tr><th scope="col">異動した人</th><th scope="col">こと</th><th scope="col">引き継いだ人</th></tr></thead>
      <tbody>\(HTML.each(lines) { "<tr><td>\(who($0))</td><th scope=\"row\">\(name($0))</th><td>\($0.successor)</td></tr>" })</tbody></table></div>
      """
  }

  private func who(_ line: TransferOutcomeLine) -> String { movers.first { $0.id == line.mover }?.name ?? "" }

  private func name(_ line: TransferOutcomeLine) -> HTML {
    let what = TransferWording.matter(line)
    guard let file = line.caseFile else { return "\(what)" }
    guard !line.label.isEmpty else { return "\(what)（\(line.number)）" }
    return "\(what)　<a href=\"/cases/\(file.number)\">\(line.label)</a> <span class=\"quiet\">\(line.number)</span>"
  }
}
