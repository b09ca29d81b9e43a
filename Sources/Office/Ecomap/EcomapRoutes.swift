import Casework

/// エコマップ: dated versions, two of them beside each other, and the drawing of a new one.
enum EcomapRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/ecomap", .seeDrawing) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { try page($0, id) }.html)
    }
    doors.page("/cases/:id/ecomap/new", .editDrawing) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { try form($0, id) }.html)
    }
    doors.act("/cases/:id/ecomap", .editDrawing) { visit in
      let id: CaseFileID = try visit.id("id")
      do {
        return try await visit.perform { desk in
          try desk.drawEcomap(of: id)
          return "/cases/\(id)/ecomap"
        }
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try form($0, id, FormView(visit.form, problems: errors.problems)) }.html)
      } catch is EditConflict {
        return .conflict(try await visit.read { try form($0, id, FormView(visit.form), isConflict: true) }.html)
      }
    }
  }

  private static func page(_ desk: Desk, _ id: CaseFileID) throws -> EcomapPage {
    let file = try desk.open(id)
    let view = try EcomapQueries.view(desk, file)
    let query = desk.visit.query
    let version = query["version"].isEmpty ? view.latest : try chosen(desk, view, query["version"])
    let earlier = query["with"].isEmpty ? nil : try chosen(desk, view, query["with"])
    let drawn = [earlier.flatMap { $0.id == version?.id ? nil : $0 }, version].compactMap { $0 }.enumerated().map { at, one in
      let drawing = EcomapFigure.drawing(one.map, isInitialled: false)
      let svg = drawing.figure.svg(id: "ecomap-\(at)", title: "エコマップ", summary: EcomapFigure.summary(one.map))
      return (version: one, drawing: drawing, svg: svg)
    }
    return EcomapPage(
      chrome: desk.chrome, file: file, view: view, version: version, earlier: drawn.count > 1 ? earlier : nil, drawn: drawn,
      mayEdit: Access.verdict(.editDrawing, roles: desk.staff.roles) == .allowed)
  }

  /// A version that is not of this case is nobody's.
  private static func chosen(_ desk: Desk, _ view: EcomapView, _ text: String) throws -> EcomapVersion {
    guard let version = Digits.number(text).flatMap(view.version) else { throw desk.denied("ecomap") }
    return version
  }

  private static func form(_ desk: Desk, _ id: CaseFileID, _ sent: FormView? = nil, isConflict: Bool = false) throws -> EcomapFormPage {
    let file = try desk.open(id)
    guard file.reach == .team else { throw desk.denied("ecomap of case \(id)") }
    let view = try EcomapQueries.view(desk, file)
    var form = sent ?? FormView(EcomapInput.fields(of: view, today: desk.today))
    if isConflict {
      var typed = form.fields
      typed.set("base", "\(view.latest?.id ?? 0)")
      form = FormView(typed)
    }
    return EcomapFormPage(chrome: desk.chrome, file: file, view: view, form: form, isConflict: isConflict)
  }
}
