import HTML

/// The ways into the audit log (「監査記録の見方」).
struct AuditTabsPart {
  let current: String

  private static let places = [
    ("/audit", "一覧"), ("/audit/people", "事例番号から"), ("/audit/times", "日時から"), ("/audit/patterns", "確認してほしい閲覧"),
    ("/audit/answers", "本人への回答"), ("/audit/verification", "検証"),
  ]

  var html: HTML {
    """
    <nav aria-label="監査記録の見方"><ul class="tabs">\(HTML.each(AuditTabsPart.places) { place in
      place.0 == current
        ? "<li><a href=\"\(href: place.0)\" aria-current=\"page\">\(place.1)</a></li>" : "<li><a href=\"\(href: place.0)\">\(place.1)</a></li>"
    })</ul></nav>
    """
  }
}
