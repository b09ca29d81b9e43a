import HTML

/// 「出力する」 The links to one paper, one for each format.
struct PaperLinks {
  /// What the paper is called, for who does not see where the link stands.
  let name: String
  /// Of the door, with what it asks for besides the format.
  let path: String
  /// The rest of the query, beginning with `&`.
  var query = ""
  var formats = PaperFormat.allCases

  var html: HTML {
    HTML.each(formats) { format in
      """
      <a class="button \(format == .pdf ? "outline" : "text")" aria-label="\(name)を\(format.label)で出力" \
      href="\(href: "\(path)?as=\(format.rawValue)\(query)")">\(format.label)</a>
      """
    }
  }
}
