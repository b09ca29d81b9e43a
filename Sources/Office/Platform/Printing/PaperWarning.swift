import HTML

/// 「書けない文字があります」 Shown before a file is sent that would lose characters.
struct PaperWarning {
  let chrome: Chrome
  let address: Incoming
  let lost: [Character]

  var html: HTML {
    Page(
      title: "Shift_JISにない文字があります", chrome: chrome,
      content: """
        <h1>Shift_JISにない文字があります</h1>
        <p>この書類には、Shift_JISのCSVに書けない文字が\(lost.count)種類あります：<strong>\(lost.map(String.init).joined(separator: "　"))</strong></p>
        <p>このまま書き出すと、これらの文字は「〓」になります。UTF-8のCSVなら、すべての文字がそのまま残ります。</p>
        <div class="actions"><a class="button" href="\(href: link("csv"))">UTF-8で書き出す</a>
        <a class="button outline" href="\(href: link("cp932") + "&lossy=on")">〓にして書き出す</a></div>
        """
    ).html
  }

  /// The same door with another format.
  private func link(_ format: String) -> String {
    let rest = address.query.pairs.filter { $0.name != "as" && $0.name != "lossy" }
    let others = rest.map { "&\(Answer.percentEncoded($0.name))=\(Answer.percentEncoded($0.value))" }.joined()
    return "\(address.path)?as=\(format)\(others)"
  }
}
