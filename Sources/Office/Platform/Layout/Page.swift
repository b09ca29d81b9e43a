import HTML

/// One screen in the common frame (「画面」).
///
/// Titles and paths carry no personal name: they end up in browser histories and on shared screens.
struct Page {
  let title: String
  var chrome: Chrome?
  /// Path of the menu entry this screen belongs to.
  var place = ""
  /// Steps from ホーム to here, without ホーム and without the page itself.
  var crumbs: [(title: String, path: String)] = []
  /// 「この情報を見られる理由」, where the screen tells of a person.
  var reason: (any PageReason)?
  var hasErrors = false
  /// Seconds after which the browser asks again, while something is being made in the background.
  var refresh: Int?
  let content: HTML

  var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="ja">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">\(refresh.map { "\n<meta http-equiv=\"refresh\" content=\"\($0)\">" as HTML } ?? .empty)
    <title>\(hasErrors ? "エラー：" : "")\(title)｜つなぎ</title>
    <link rel="stylesheet" href="\(href: AssetRoutes.styleSheetPath)">
    <link rel="icon" href="data:,">
    <script src="\(href: AssetRoutes.scriptPath)" defer></script>
    </head>
    <body>
    <a class="skip-link" href="#main">本文へ移動</a>
    \(header)
    <main id="main" tabindex="-1">
    \(breadcrumb)\(signInNotice)
    \(content)
    \(reasonNote)
    </main>
    <footer class="site-footer"><p>つなぎ　重層的支援体制整備事業 支援記録　<span class="caution">取扱注意</span></p></footer>
    </body>
    </html>
    """
  }

  private var header: HTML {
    guard let chrome else { return "<header class=\"site-header\"><p class=\"brand\">つなぎ</p></header>" }
    let places = chrome.places
    return """
      <header class="site-header">
      <p class="brand"><a href="/">つなぎ<span class="visually-hidden">のホームへ</span></a></p>
      \(HTML.when(chrome.isSample, "<p class=\"sample-mark\">見本のまち（架空のデータ）</p>"))
      \(HTML.when(places.contains { $0.path == "/search" }, """
        <form class="header-search" action="/search" method="get" role="search">
        <label class="visually-hidden" for="header-query">氏名・記録を検索</label>
        <input id="header-query" name="q" type="search" autocomplete="off"><button class="button outline small">検索</button>
        </form>
        """))
      <div class="who"><span>\(chrome.agencyName)</span> <strong>\(chrome.staffName)</strong>
      <a href="/password">パスワード</a>
      <form action="/sign-out" method="post"><input type="hidden" name="csrf" value="\(chrome.formToken)">
      <button class="button text small">サインアウト</button></form></div>
      </header>
      <nav class="menu" aria-label="メインメニュー"><ul>\(HTML.each(places) { item in
        item.path == place
          ? "<li><a href=\"\(href: item.path)\" aria-current=\"page\">\(item.title)</a></li>"
          : "<li><a href=\"\(href: item.path)\">\(item.title)</a></li>"
      })\(further(chrome.furtherPlaces))</ul></nav>
      """
  }

  /// 「そのほか」 opens without a script; on one of its pages it stands open.
  private func further(_ places: [(title: String, path: String)]) -> HTML {
    guard !places.isEmpty else { return .empty }
    let isHere = places.contains { $0.path == place }
    return """
      <li class="further"><details\(flag: "open", isHere)><summary>そのほか</summary><ul>\(HTML.each(places) { item in
        "<li><a href=\"\(href: item.path)\"\(HTML.when(item.path == place, " aria-current=\"page\""))>\(item.title)</a></li>" as HTML
      })</ul></details></li>
      """
  }

  private var breadcrumb: HTML {
    guard !crumbs.isEmpty else { return .empty }
    return """
      <nav class="breadcrumb" aria-label="現在位置"><ol><li><a href="/">ホーム</a></li>\(HTML.each(crumbs) {
        "<li><a href=\"\(href: $0.path)\">\($0.title)</a></li>"
      })<li aria-current="page">\(title)</li></ol></nav>
      """
  }

  private var signInNotice: HTML {
    HTML.when(
      chrome?.hasNotice == true && place != SessionListPage.place,
      """
      <div class="banner warning" role="status"><p>サインインのことで、確かめてほしいことがあります（はじめての接続元からのサインインなど）。\
      <a href="\(href: SessionListPage.place)">確かめる</a></p></div>
      """)
  }

  private var reasonNote: HTML {
    guard let reason else { return .empty }
    return """
      <aside class="reason" aria-label="この情報を見られる理由"><h2>この情報を見られる理由</h2><p>\(reason.words)</p>\
      \(HTML.when(!reason.sightPath.isEmpty, "<p><a href=\"\(href: reason.sightPath)\">ほかに見られる人と理由</a></p>"))</aside>
      """
  }
}

/// Why the viewer may see a screen (「この情報を見られる理由」): a sentence, and for a case the page that tells who else may and why.
protocol PageReason: Sendable {
  var words: String { get }
  /// Empty where the screen opens no case.
  var sightPath: String { get }
}

extension String: PageReason {
  var words: String { self }
  var sightPath: String { "" }
}

/// The reason for which a case file is open (「事例を見られる理由」).
struct CaseReason: PageReason {
  let words: String
  let sightPath: String
}
