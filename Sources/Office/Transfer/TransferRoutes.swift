import Casework

/// 人事異動: who leaves, moves and arrives on one day, who takes over, and what became of it.
enum TransferRoutes {
  static func add(to doors: Doors) {
    doors.page("/transfers", .planTransfer) { visit in .page(try await visit.read { try list($0, FormView()) }.html) }
    doors.act("/transfers", .planTransfer) { visit in
      do {
        return try await visit.perform { desk in
          let input = try TransferDayInput(desk.visit.form, today: desk.today, by: desk.staff)
          return "/transfers/\(try TransferRecords.plan(desk, on: input.day))"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try list($0, FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
    doors.page("/transfers/:id", .planTransfer) { visit in
      let id: TransferID = try visit.id("id")
      return .page(try await visit.read { try page($0, id, FormView()) }.html)
    }
    for (path, act) in acts {
      doors.act("/transfers/:id" + path, .planTransfer) { visit in try await change(visit, act) }
    }
    doors.act("/transfers/:id/arrivals", .planTransfer) { visit in
      let id: TransferID = try visit.id("id")
      // Access first: a password is hashed only for who may make accounts. Nobody ever learns it; a first one is given out on the day.
      _ = try await visit.read { try $0.openTransfer(id).id }
      let hash = try await visit.office.passwordHash(of: TemporaryPassword.fresh())
      return try await change(visit) { desk, opened, _ in try desk.addArrival(opened, passwordHash: hash) }
    }
  }

  private typealias Change = @Sendable (WritingDesk, OpenedTransfer, Int) throws -> Void

  private static let acts: [(path: String, act: Change)] = [
    ("", { desk, opened, _ in try desk.moveTransfer(opened) }),
    ("/cancellation", { desk, opened, _ in try desk.cancelTransfer(opened) }),
    ("/application", { desk, opened, _ in try desk.applyTransfer(opened) }),
    ("/movers", { desk, opened, _ in try desk.addMover(opened) }),
    ("/movers/:mover/removal", { desk, opened, mover in try desk.removeMover(opened, mover) }),
    ("/movers/:mover/confirmation", { desk, opened, mover in try desk.confirmMover(opened, mover) }),
    ("/movers/:mover/successors", { desk, opened, mover in try desk.chooseSuccessors(opened, mover) }),
  ]

  private static func change(_ visit: Visit, _ body: @escaping Change) async throws -> Answer {
    let id: TransferID = try visit.id("id")
    let mover = (try visit.id("mover") as StaffID).number
    do {
      return try await visit.perform { desk in
        try body(desk, try desk.openTransfer(id), mover)
        return "/transfers/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(
        try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems), returned: mover) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try page($0, id, FormView(visit.form), returned: mover, isConflict: true) }.html)
    }
  }

  private static func list(_ desk: Desk, _ form: FormView) throws -> TransferListPage {
    TransferListPage(chrome: desk.chrome, today: desk.today, lines: try TransferQueries.list(desk), form: form)
  }

  private static func page(
    _ desk: Desk, _ id: TransferID, _ form: FormView, returned: Int = 0, isConflict: Bool = false
  ) throws -> TransferPage {
    let opened = try desk.openTransfer(id)
    let isOpen = opened.transfer.isOpen
    return TransferPage(
      chrome: desk.chrome, today: desk.today, opened: opened, movers: try TransferQueries.movers(desk, opened),
      outcomes: isOpen ? [] : try TransferOutcomeQueries.lines(desk, opened),
      people: isOpen ? try MoverPeopleQueries.people(desk, opened) : [], agencies: try AgencyQueries.names(desk),
      templates: try desk.roleTemplates(), form: form, returned: returned, isConflict: isConflict)
  }
}
