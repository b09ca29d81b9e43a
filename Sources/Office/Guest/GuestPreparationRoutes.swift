import Casework
import HTTPTypes
import Hummingbird

/// 外部の構成員の会議の準備: the one page of four questions, behind the same link, code and pledge.
enum GuestPreparationRoutes {
  static func add(to doors: Doors) {
    doors.guest(.get, "/guest/:token/preparation", .see) { visit in
      GuestAnswer(try await visit.read { try shown($0, nil) })
    }
    doors.guest(.post, "/guest/:token/preparation", .answer) { visit in
      do {
        return GuestAnswer(
          try await visit.perform { desk in
            try desk.prepare(desk.visit.form)
            return "\(desk.visit.link)/preparation?sent=1"
          })
      } catch let errors as FieldErrors {
        return GuestAnswer(try await visit.read { try shown($0, FormView(visit.form, problems: errors.problems)) })
      }
    }
  }

  /// Before the pledge there is nothing here: the way leads to it.
  static func shown(_ desk: GuestDesk, _ sent: FormView?, isResumed: Bool = false) throws -> Answer {
    let visit = desk.visit
    guard desk.hasPledged else { return .redirect("\(visit.link)/agenda") }
    let items = try desk.prepared()
    for item in items { desk.note("item \(item.id)", caseFile: item.caseFile) }
    let page = GuestPreparationPage(
      link: visit.link, formToken: visit.formToken, pass: desk.pass, items: items,
      form: try sent ?? FormView(desk.preparationFields(items)), isResumed: isResumed,
      isSent: sent == nil && visit.request.query.isOn("sent"))
    return sent == nil || isResumed ? .page(page.html) : .invalid(page.html)
  }
}
