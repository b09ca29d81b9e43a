import Casework

/// だれが見られるか, within an opened case.
enum SightRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/sight", .seeSight) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          SightPage(chrome: desk.chrome, view: try SightQueries.view(desk, desk.open(id)), now: desk.now)
        }.html)
    }
  }
}
