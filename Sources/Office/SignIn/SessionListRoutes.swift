import Casework
import Hummingbird

/// サインインの一覧: one's own, and everybody's for administrators.
enum SessionListRoutes {
  static func add(to doors: Doors) {
    doors.page("/sessions", .seeOwnSessions) { visit in
      .page(
        try await visit.read { desk in
          desk.note("session")
          return SessionListPage(
            chrome: desk.chrome, sessions: try SessionListQueries.own(desk), notices: try SessionListQueries.notices(desk),
            factor: try SecondFactorQueries.state(desk.reading, of: desk.staff.id))
        }.html)
    }
    doors.act("/sessions/notices", .seeOwnSessions) { visit in
      try await visit.perform { desk in
        try SignInNoticeRecords.seen(desk.writing, by: desk.staff.id, remote: visit.request.remote, at: desk.now)
        return "/sessions"
      }
    }
    doors.act("/sessions/ending", .endOwnSession) { visit in
      try await visit.perform { desk in
        try end(desk, visit.form["session"], of: desk.staff.id)
        return "/sessions"
      }
    }
    doors.page("/staff/sessions", .seeSessions) { visit in
      .page(
        try await visit.read { desk in
          desk.note("session")
          return StaffSessionsPage(chrome: desk.chrome, sessions: try SessionListQueries.all(desk))
        }.html)
    }
    doors.act("/staff/sessions/ending", .endSession) { visit in
      try await visit.perform { desk in
        let staff = StaffID(Int(visit.form["staff"]) ?? 0)
        try end(desk, visit.form["session"], of: staff)
        desk.note("staff \(staff)")
        return "/staff/sessions"
      }
    }
  }

  /// One that has ended already stays so; pressing the button twice does no harm.
  private static func end(_ desk: WritingDesk, _ mark: String, of staff: StaffID) throws {
    desk.note("session")
    if mark == "others" {
      try SessionRecords.endOthers(desk.writing, of: desk.staff.id, keeping: desk.visit.tokenHash ?? [], at: desk.now)
    } else {
      try SessionRecords.end(desk.writing, mark: mark, of: staff, at: desk.now)
    }
  }
}
