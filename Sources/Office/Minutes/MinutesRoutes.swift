import Casework
import Hummingbird

/// 会議録: read by who convened and by the town, written and confirmed by who convened.
enum MinutesRoutes {
  static func add(to doors: Doors) {
    doors.page("/meetings/:id/minutes", .seeMeeting) { visit in
      let id: MeetingID = try visit.id("id")
      return try await visit.read { desk in
        guard try !desk.openMeeting(id).isPledgeDue else { return .redirect("/meetings/\(id)") }
        return .page(MinutesPage(chrome: desk.chrome, view: try view(desk, id), form: FormView(try DraftQueries.starting(desk))).html)
      }
    }
    for (name, confirms) in [("text", false), ("confirmation", true)] {
      doors.act("/meetings/:id/minutes/\(name)", .recordMeeting) { visit in
        let id: MeetingID = try visit.id("id")
        do {
          return try await visit.perform { desk in
            try desk.saveMinutes(id, desk.visit.form, confirms: confirms)
            return "/meetings/\(id)/minutes"
          }
        } catch let errors as FieldErrors {
          return .invalid(try await visit.read { try page($0, id, errors.problems, isConflict: false) }.html)
        } catch is EditConflict {
          return .conflict(try await visit.read { try page($0, id, [], isConflict: true) }.html)
        }
      }
    }
  }

  private static func view(_ desk: Desk, _ id: MeetingID) throws -> MinutesView {
    let meeting = try desk.openMeeting(id)
    guard meeting.sight != .member else { throw desk.denied("minutes of meeting \(id)") }
    try desk.checkPledge(meeting)
    return try MinutesQueries.view(desk, meeting)
  }

  private static func page(_ desk: Desk, _ id: MeetingID, _ problems: [FieldProblem], isConflict: Bool) throws -> MinutesPage {
    let view = try view(desk, id)
    var page = MinutesPage(chrome: desk.chrome, view: view, form: FormView(desk.visit.form, problems: problems))
    if isConflict { page.others = MinutesPage.beside(view, desk.visit.form) }
    return page
  }
}
