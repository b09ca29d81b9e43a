import Casework
import HTTPTypes
import Hummingbird

/// 書きかけ: autosave, the list, taking up again, giving up; and the other reading of a date.
enum DraftRoutes {
  static func add(to doors: Doors) {
    doors.page("/drafts", .seeDrafts) { visit in
      .page(try await visit.read { desk in DraftPage(chrome: desk.chrome, drafts: try DraftQueries.mine(desk)) }.html)
    }
    doors.page("/drafts/:id", .seeDrafts) { visit in
      let id: DraftID = try visit.id("id")
      let path = try await visit.read { try DraftQueries.resumePath($0, id) }
      return .redirect("\(SignInRoutes.safePath(path))\(path.contains("?") ? "&" : "?")draft=\(id)")
    }
    doors.act("/drafts", .saveDraft) { visit in
      try await visit.perform { desk in
        _ = try save(desk)
        return "/drafts"
      }
    }
    doors.act("/drafts/auto", .saveDraft) { visit in
      let id = try await visit.write { try save($0) }
      return .plain("draft \(id) \(Wording.clock(visit.now))に書きかけとして自動保存しました。")
    }
    doors.act("/drafts/:id/discard", .discardDraft) { visit in
      let id: DraftID = try visit.id("id")
      return try await visit.perform { desk in
        desk.note("draft \(id)")
        guard try DraftRecords.discard(desk, id: id) else { throw desk.denied("draft \(id)") }
        return "/drafts"
      }
    }
    let clock = doors.office.clock
    // Open: it calculates what was typed and knows nothing, and a log entry a keystroke would drown the others.
    doors.open(.get, "/dates") { incoming in
      let query = incoming.query
      return Answer.plain(DatePreview.text(query["text"], today: CivilDate.of(epochSeconds: clock()), isPast: query.isOn("past"))).response
    }
  }

  private static func save(_ desk: WritingDesk) throws -> DraftID {
    let form = desk.visit.form
    return try DraftRecords.save(
      desk, id: form.draftID, form: String(form["draft_form"].prefix(40)), resumePath: SignInRoutes.safePath(form["draft_path"]),
      title: title(form), fields: form)
  }

  /// The title of the page and, where the form says in which boxes that stands, whom it is about.
  private static func title(_ form: Fields) -> String {
    let title = String(form["draft_title"].prefix(80))
    let named = form["draft_named"].prefix(200).split(separator: " ").map { form.trimmed(String($0)) }.first { !$0.isEmpty }
    return named.map { "\(title)　\($0.prefix(30))" } ?? title
  }
}

/// The other reading of a date that somebody typed, for checking: 「令和8年11月21日(2026-11-21)」.
enum DatePreview {
  static func text(_ typed: String, today: CivilDate, isPast: Bool) -> String {
    let typed = String(typed.prefix(40))
    if isPast, case .success(let day) = DateInput.parsePast(typed, today: today) { return PartialDate.day(day).inJapanese }
    return switch DateInput.parse(typed, today: today) {
    case .success(let date): date.inJapanese
    case .failure(let problem): problem.message
    }
  }
}
