import Casework
import HTML

/// The papers within a meeting's page.
struct MeetingPrintPart {
  let meeting: OpenedMeeting

  var html: HTML {
    """
    <section class="no-print" aria-labelledby="papers"><h2 id="papers">書類</h2>\(ways)<ul class="plain">\(HTML.each(MeetingPrint.offered(meeting)) { paper in
      """
      <li>\(paper.label)　\
      \(PaperLinks(name: paper.label, path: "/meetings/\(meeting.id)/print/\(paper.rawValue)", formats: [.pdf, .xlsx, .csv]).html)</li>
      """
    })</ul></section>
    """
  }

  /// Before the meeting what is asked of the agencies and the pack; afterwards the minutes and what the members thought of it.
  private var ways: HTML {
    let path = "/meetings/\(meeting.id)"
    var ways: [(path: String, label: String)] = []
    if meeting.isConvener { ways += [("preparation", "会議の準備を尋ねる"), ("pack", "会議資料一式を作る")] }
    if meeting.stage == .held, meeting.isConvener || meeting.sight == .town { ways.append(("minutes", "会議録")) }
    if meeting.stage == .held { ways.append(("questionnaire", "会議のあとのアンケート")) }
    guard !ways.isEmpty, !meeting.isPledgeDue else { return .empty }
    return """
      <div class="actions">\(HTML.each(ways) { "<a class=\"button outline\" href=\"\(href: "\(path)/\($0.path)")\">\($0.label)</a>" })</div>
      """
  }
}
