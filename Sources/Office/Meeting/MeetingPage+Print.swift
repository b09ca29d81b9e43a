import Casework
import HTML

/// The papers within a meeting's page.
struct MeetingPrintPart {
  let meeting: OpenedMeeting

  var html: HTML {
    """
    <section class="no-print" aria-labelledby="papers"><h2 id="papers">書類</h2><ul class="plain">\(HTML.each(MeetingPrint.offered(meeting)) { paper in
      """
      <li>\(paper.label)　\(HTML.each([PaperFormat.pdf, .xlsx, .csv]) { format in
        """
        <a aria-label="\(paper.label)を\(format.label)で出力" \
        href="\(href: "/meetings/\(meeting.id)/print/\(paper.rawValue)?as=\(format.rawValue)")">\(format.label)</a>　
        """
      })</li>
      """
    })</ul></section>
    """
  }
}
