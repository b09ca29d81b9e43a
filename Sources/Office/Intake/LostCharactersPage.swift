import HTML

/// Says before the file is made which characters Shift_JIS cannot hold: nothing becomes 〓 silently (reference §8.5).
struct LostCharactersPage {
  let chrome: Chrome
  let lost: [Character]
  let filter: ConsultationFilter

  var html: HTML {
    Page(
      title: "CSVに出せない文字があります", chrome: chrome, place: "/consultations", crumbs: [("相談受付", "/consultations")],
      content: """
        <h1>CSVに出せない文字があります</h1>
        <p>Shift_JIS（CP932）では、次の\(lost.count)種類の文字を表せません。そのまま出力すると、〓や別の字形になります。</p>
        <ul>\(HTML.each(lost) { "<li>\(String($0))</li>" })</ul>
        <div class="actions"><a class="button" href="\(href: filter.path("/consultations/export", [("encoding", "utf8")]))">UTF-8で出力する</a>
        <a class="button outline" href="\(href: filter.path("/consultations/export", [("encoding", "cp932"), ("confirmed", "1")]))">〓のまま出力する</a></div>
        """
    ).html
  }
}
