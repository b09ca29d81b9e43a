import Casework
import Hummingbird

/// 会議の書類: the papers of one meeting, behind the same check as its page.
enum MeetingPrintRoutes {
  static func add(to doors: Doors) {
    doors.page("/meetings/:id/print/:form", .printPaper) { visit in
      let id: MeetingID = try visit.id("id")
      do {
        return try await visit.printed { desk in try printout(desk, id) }
      } catch is FieldErrors {
        // The pledge comes first; the page of the meeting says so.
        return .redirect("/meetings/\(id)")
      }
    }
  }

  private static func printout(_ desk: Desk, _ id: MeetingID) throws -> Printout {
    let meeting = try desk.openMeeting(id)
    guard let paper = MeetingPrint(rawValue: desk.visit.request.parameters.get("form") ?? "") else { throw desk.denied("paper") }
    return Printout(
      "\(paper.label) \(meeting.number)", subject: "paper \(paper.rawValue) of meeting \(id)", desk: desk,
      caution: MeetingPrint.caution(meeting), sections: [try paper.section(desk, meeting)])
  }
}
