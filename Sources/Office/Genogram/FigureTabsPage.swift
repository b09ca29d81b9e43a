import Casework
import HTML

/// The ways between the drawings of a case (「図の切り替え」).
struct FigureTabsPart {
  let chrome: Chrome
  let file: OpenedFile
  /// The last part of the address of the page it stands on.
  let current: String

  var html: HTML {
    """
    <nav class="no-print" aria-label="図の切り替え"><ul class="tabs">\(HTML.each(places) { place in
      let path = "/cases/\(file.id)/\(place.path)"
      return place.path == current
        ? "<li><a href=\"\(href: path)\" aria-current=\"page\">\(place.title)</a></li>" : "<li><a href=\"\(href: path)\">\(place.title)</a></li>"
    })</ul></nav>
    """
  }

  private var places: [(path: String, title: String)] {
    let figures = [("genogram", "ジェノグラム"), ("ecomap", "エコマップ"), ("family-timeline", "家族の年表")]
    let mayStudy = file.reach == .team && Access.verdict(.makeStudyPack, roles: chrome.roles) == .allowed
    return figures + (mayStudy ? [("study-pack", "事例検討用の資料")] : [])
  }
}
