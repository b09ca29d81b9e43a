import Casework

/// ホーム: whose turn it is, what is due today, what was left unfinished.
enum HomeRoutes {
  static func add(to doors: Doors) {
    doors.page("/", .seeHome) { visit in
      .page(
        try await visit.read { desk in
          let view = try HomeQueries.view(desk)
          return HomePage(
            chrome: desk.chrome, today: desk.today, view: view, emergencies: view == nil ? try HomeQueries.emergencies(desk) : [])
        }.html)
    }
  }
}
