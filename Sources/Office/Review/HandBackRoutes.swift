import Casework

/// つなぎもどし: the list, one item, and taking it.
enum HandBackRoutes {
  static func add(to doors: Doors) {
    doors.page("/hand-backs", .seeHandBacks) { visit in
      .page(
        try await visit.read { desk in
          HandBackListPage(chrome: desk.chrome, today: desk.today, lines: try HandBackQueries.all(desk, desk.scope))
        }.html)
    }
    doors.page("/hand-backs/:id", .seeHandBacks) { visit in
      let id: HandBackItemID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let item = try desk.openHandBack(id)
          return HandBackPage(chrome: desk.chrome, today: desk.today, item: item, handed: try HandBackQueries.handedOn(desk, item))
        }.html)
    }
    doors.act("/hand-backs/:id/acknowledgement", .takeHandBack) { visit in
      let id: HandBackItemID = try visit.id("id")
      return try await visit.perform { desk in
        try HandBackItemRecords.take(desk, try desk.openHandBack(id), reply: desk.visit.form.trimmed("reply"))
        return "/hand-backs/\(id)"
      }
    }
  }
}
