import Casework

/// 検索: names and notes within one's own reach. No suggestions while typing: they would tell of people one may not see.
enum SearchRoutes {
  static func add(to doors: Doors) {
    doors.page("/search", .search) { visit in
      let search = SearchInput(visit.query)
      return .page(
        try await visit.read { desk in
          SearchPage(chrome: desk.chrome, search: search, found: try SearchQueries.find(desk, desk.scope, search))
        }.html)
    }
  }
}
