import Casework

/// What a browser sends for a note (支援経過) → `Note`, or the fields that are wrong.
struct NoteInput: Sendable {
  let form: Fields
  let today: CivilDate
  /// C-15 対応方法.
  let methods: CodeList

  init(_ form: Fields, today: CivilDate, methods: CodeList) {
    self.form = form
    self.today = today
    self.methods = methods
  }

  /// The note the form describes. Throws every problem at once, in the order of the page.
  func written(by staff: StaffMember) throws(FieldErrors) -> Note {
    var unreadable: [FieldProblem] = []
    let draft = draft(&unreadable)
    do throws(NoteRefusal) {
      let note = try Note.written(draft, by: ActingStaff(staff: staff.id, agency: staff.agencyID), on: today)
      guard unreadable.isEmpty else { throw NoteRefusal(unreadable) }
      return note
    } catch {
      throw errors(error, unreadable, staff)
    }
  }

  /// The correction the form describes: the same, with a reason.
  func corrected(by staff: StaffMember) throws(FieldErrors) -> NoteCorrection {
    var unreadable: [FieldProblem] = []
    let draft = draft(&unreadable)
    let acting = ActingStaff(staff: staff.id, agency: staff.agencyID)
    do throws(NoteRefusal) {
      let correction = try NoteCorrection.made(draft, reason: form.trimmed("correction_reason"), by: acting, on: today)
      guard unreadable.isEmpty else { throw NoteRefusal(unreadable) }
      return correction
    } catch {
      throw errors(error, unreadable, staff)
    }
  }

  private func draft(_ problems: inout [FieldProblem]) -> NoteDraft {
    var draft = NoteDraft()
    draft.on = date("held_on", DateInput.parsePast(form["held_on"], today: today), &problems)
    draft.at = time(&problems)
    draft.minutes = minutes(&problems)
    draft.method = methods.item(form["method"]).map(\.code)
    draft.counterparts = form.all("counterpart").compactMap(NoteWording.counterpart)
    draft.met = MetResult(rawValue: form["met"])
    draft.title = form.trimmed("title")
    draft.facts = form["facts"]
    draft.opinion = form["opinion"]
    draft.nextAction = form.trimmed("next_action")
    draft.nextDue =
      form.trimmed("next_due").isEmpty ? nil : date("next_due", DateInput.parseExact(form["next_due"], today: today), &problems)
    draft.visibility = visibility(&problems)
    return draft
  }

  /// What the form did not say is as it stood on the page; what nobody knows is never taken for shared.
  private func visibility(_ problems: inout [FieldProblem]) -> NoteVisibility {
    let typed = form["visibility"]
    if typed.isEmpty { return .team }
    if let known = NoteVisibility(rawValue: typed) { return known }
    problems.append(FieldProblem("visibility", "公開範囲が選ばれていません。だれに見せるかを選んでください。"))
    return .ownAgency
  }

  private static let order = [
    "correction_reason", "held_on", "held_at", "minutes", "method", "counterpart", "met", "title", "facts", "opinion", "next_action",
    "next_due", "visibility",
  ]

  /// What could not be read and what a rule refuses, each field once, in the order of the page.
  private func errors(_ refusal: NoteRefusal, _ unreadable: [FieldProblem], _ staff: StaffMember) -> FieldErrors {
    let known = Set(unreadable.map(\.fieldID))
    let ruled = refusal.problems.map { $0.fieldID == "at" ? FieldProblem("held_on", $0.sentence) : $0 }
    let all = unreadable + ruled.filter { !known.contains($0.fieldID) }
    return FieldErrors(all.sorted { rank($0) < rank($1) }, staff: staff)
  }

  private func rank(_ problem: FieldProblem) -> Int { NoteInput.order.firstIndex(of: problem.fieldID) ?? NoteInput.order.count }

  private func date(_ name: String, _ read: Result<CivilDate, DateInputProblem>, _ problems: inout [FieldProblem]) -> CivilDate? {
    switch read {
    case .success(let date): return date
    case .failure(let problem):
      problems.append(FieldProblem(name, problem.message))
      return nil
    }
  }

  private func time(_ problems: inout [FieldProblem]) -> ClockTime? {
    guard !form.trimmed("held_at").isEmpty else { return nil }
    switch ClockTime.parse(form["held_at"]) {
    case .success(let time): return time
    case .failure(let problem):
      problems.append(FieldProblem("held_at", problem.message))
      return nil
    }
  }

  private func minutes(_ problems: inout [FieldProblem]) -> Int? {
    let text = form.trimmed("minutes")
    guard !text.isEmpty else { return nil }
    if let number = Digits.number(Digits.withoutUnit(text)) { return number }
    problems.append(FieldProblem("minutes", "所要時間は「30」のように、分を数字で入力してください。"))
    return nil
  }
}

/// Whole numbers as people type them, full-width digits included.
enum Digits {
  /// Without the 人, 名 or 分 that people write behind a number.
  static func withoutUnit(_ text: String) -> String {
    guard let unit = text.last, "人名分".contains(unit) else { return text }
    return String(text.dropLast()).trimmed
  }

  static func number(_ text: String) -> Int? {
    var number = 0
    let characters = text.trimmed
    guard !characters.isEmpty, characters.count <= 9 else { return nil }
    for character in characters {
      guard let digit = character.wholeNumberValue, (0...9).contains(digit) else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}
