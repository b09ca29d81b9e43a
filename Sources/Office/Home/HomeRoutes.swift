import Casework

/// ホーム: whose turn it is, what is due today, what was left unfinished.
enum HomeRoutes {
  static func add(to doors: Doors) {
    doors.page("/", .seeHome) { visit in
      .page(try await visit.read { desk in HomePage(chrome: desk.chrome, today: desk.today, view: try HomeQueries.view(desk)) }.html)
    }
  }
}
