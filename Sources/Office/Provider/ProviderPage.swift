import HTML

/// 認証基盤で確かめたあとの、短い知らせ.
struct ProviderPage {
  let title: String
  let words: String

  var html: HTML {
    Page(
      title: title,
      content: """
        <div class="narrow"><h1>\(title)</h1><p>\(words)</p></div>
        """
    ).html
  }
}
