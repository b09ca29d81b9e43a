import Casework

/// 機関: the directory, one agency, its programmes.
enum DirectoryRoutes {
  static func add(to doors: Doors) {
    doors.page("/agencies", .seeAgencies) { visit in
      let filter = filter(visit.query)
      return .page(
        try await visit.read { desk in
          if !filter.name.isEmpty { desk.note(detail: "name: \(filter.name.prefix(60))") }
          return DirectoryPage(
            chrome: desk.chrome, lists: desk.visit.office.catalogue, filter: filter, list: try DirectoryQueries.list(desk, filter))
        }.html)
    }
    doors.page("/agencies/new", .editAgencies) { visit in
      .page(
        try await visit.read { desk in
          AgencyFormPage(
            chrome: desk.chrome, lists: desk.visit.office.catalogue, agency: nil, form: FormView(Fields([("takes_referrals", "1")])))
        }.html)
    }
    doors.act("/agencies", .editAgencies) { visit in try await register(visit) }
    doors.page("/agencies/:id", .seeAgencies) { visit in
      let id: AgencyID = try visit.id("id")
      return .page(try await visit.read { try page($0, id, FormView()) }.html)
    }
    doors.page("/agencies/:id/edit", .editAgencies) { visit in
      let id: AgencyID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let agency = try agency(desk, id)
          return AgencyFormPage(
            chrome: desk.chrome, lists: desk.visit.office.catalogue, agency: agency,
            form: FormView(AgencyInput.fields(of: agency.facts, version: agency.version)))
        }.html)
    }
    doors.act("/agencies/:id", .editAgencies) { visit in try await change(visit) }
    doors.act("/agencies/:id/confirmation", .seeAgencies) { visit in
      let id: AgencyID = try visit.id("id")
      return try await visit.perform { desk in
        _ = try agency(desk, id)
        try AgencyRecords.confirm(desk.writing, id, on: desk.today.iso)
        desk.note(detail: "confirmed")
        return "/agencies/\(id)"
      }
    }
    doors.act("/agencies/:id/programmes", .editAgencies) { visit in try await carry(visit) }
    doors.act("/agencies/:id/programmes/ending", .editAgencies) { visit in try await endProgramme(visit) }
  }

  static func agency(_ desk: Desk, _ id: AgencyID) throws -> AgencyView {
    guard let agency = try AgencyQueries.view(desk, id) else { throw desk.denied("agency \(id)") }
    desk.note("agency \(id)")
    return agency
  }

  static func page(_ desk: Desk, _ id: AgencyID, _ form: FormView) throws -> AgencyPage {
    AgencyPage(
      chrome: desk.chrome, lists: desk.visit.office.catalogue, agency: try agency(desk, id), form: form,
      mayEdit: Access.verdict(.editAgencies, roles: desk.staff.roles) == .allowed)
  }

  private static func filter(_ query: Fields) -> DirectoryFilter {
    DirectoryFilter(
      name: String(query.trimmed("q").prefix(100)), kind: query["kind"], field: query["field"], area: query["area"],
      takesReferrals: query.isOn("referrals"), withEnded: query.isOn("ended"), page: min(max(0, (Int(query["page"]) ?? 1) - 1), 10_000))
  }
}
