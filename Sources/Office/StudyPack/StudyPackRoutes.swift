import Casework

/// 事例検討用の資料: made without names, looked through by a person, then printed.
enum StudyPackRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/study-pack", .makeStudyPack) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(
        try await visit.read { desk in
          let file = try desk.open(id)
          return StudyPackListPage(chrome: desk.chrome, file: file, lines: try StudyPackQueries.of(desk, file))
        }.html)
    }
    doors.act("/cases/:id/study-pack", .makeStudyPack) { visit in
      let id: CaseFileID = try visit.id("id")
      return try await visit.perform { "/study-packs/\(try $0.makeStudyPack(of: id))" }
    }
    doors.page("/study-packs/:id", .makeStudyPack) { visit in
      let id: StudyPackID = try visit.id("id")
      return .page(try await visit.read { try page($0, id) }.html)
    }
    doors.act("/study-packs/:id", .makeStudyPack) { visit in try await changed(visit) { try $0.changeStudyPack($1) } }
    doors.act("/study-packs/:id/confirmation", .makeStudyPack) { visit in try await changed(visit) { try $0.confirmStudyPack($1) } }
    doors.page("/study-packs/:id/print", .makeStudyPack) { visit in
      let id: StudyPackID = try visit.id("id")
      return try await visit.printed { desk in
        let opened = try StudyPackQueries.open(desk, id)
        guard opened.isConfirmed else { throw desk.denied("unconfirmed study pack \(id)") }
        return Printout(
          "事例検討用の資料", subject: "study pack \(id)", desk: desk, isAnonymous: true, sections: StudyPackPaper(pack: opened.pack).sections)
      }
    }
  }

  private static func changed(
    _ visit: Visit, _ work: @escaping @Sendable (WritingDesk, StudyPackID) throws -> Void
  ) async throws -> Answer {
    let id: StudyPackID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        try work(desk, id)
        return "/study-packs/\(id)"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    } catch is EditConflict {
      return .conflict(try await visit.read { try page($0, id, isConflict: true) }.html)
    }
  }

  private static func page(_ desk: Desk, _ id: StudyPackID, _ sent: FormView? = nil, isConflict: Bool = false) throws -> StudyPackPage {
    let opened = try StudyPackQueries.open(desk, id)
    let texts = StudyPack.Part.allCases.map { ($0.rawValue, opened.pack.texts[$0] ?? "") }
    let genogram = opened.pack.genogram.drawn(on: opened.pack.day, width: figureWidth).figure
    let ecomap = opened.pack.ecomap.map { EcomapFigure.drawing($0, isInitialled: false).figure }
    return StudyPackPage(
      chrome: desk.chrome, opened: opened, genogram: genogram.svg(id: "genogram", title: "ジェノグラム", summary: "名前のない家族の図"),
      ecomap: ecomap?.svg(id: "ecomap", title: "エコマップ", summary: "名前のない、まわりの図"),
      form: sent ?? FormView(Fields(texts + [("version", "\(opened.version)")])), isConflict: isConflict)
  }
}
