import Casework
@_spi(SampleTown) import Office
import Store

/// A story that does not add up.
struct StoryGap: Error, CustomStringConvertible {
  let description: String
}

/// Lets the staff of the town do what the stories say, in the order of time, through the records that real staff use.
struct Storyteller {
  let office: Office
  let writing: Writing
  let now: Int

  private struct Line {
    let moment: Int
    let story: Int
    let place: Int
    let day: CivilDate
    let deed: Deed
  }

  /// What a story has come to.
  private struct Progress {
    var caseFile: CaseFileID?
    var consultation: ConsultationID?
    var referral: ReferralID?
    /// The notes of the team, for handing on.
    var notes: [NoteID] = []
  }

  func tell(_ stories: [HouseholdStory]) throws {
    let today = CivilDate.of(epochSeconds: now)
    var lines: [Line] = []
    for (story, told) in stories.enumerated() {
      for (place, deed) in told.deeds.enumerated() {
        guard let time = ClockTime(deed.time) else { throw StoryGap(description: "no time: \(deed.time)") }
        let day = WorkingDays.before(today, deed.daysAgo)
        lines.append(Line(moment: min(now, WorkingDays.moment(day, time)), story: story, place: place, day: day, deed: deed))
      }
    }
    lines.sort { ($0.moment, $0.story, $0.place) < ($1.moment, $1.story, $1.place) }
    var courses = [Progress](repeating: Progress(), count: stories.count)
    for line in lines { try tell(line, &courses[line.story]) }
  }

  private func tell(_ line: Line, _ progress: inout Progress) throws {
    let staff = try staff(line.deed.staff)
    let form = try form(line, progress)
    let desk = try office.seat(writing, staff: staff, act: line.deed.work.act, at: line.moment, form: form)
    switch line.deed.work {
    case .reception:
      progress.consultation = try desk.receive(form)
      progress.caseFile = try writing.first("SELECT case_file_id FROM consultation WHERE id = \(progress.consultation)") {
        CaseFileID($0.int(0))
      }
    case .another: try desk.receive(form)
    case .note(let sheet): try write(sheet, line, desk, &progress)
    case .draft: try desk.draftReferral(of: try caseFile(progress), form)
    case .request: progress.referral = try desk.requestReferral(of: try caseFile(progress), form)
    case .step(let kind, _): try desk.stepReferral(try referral(progress), kind, form)
    case .coordination(let step):
      let name = SampleStaff.people.first { $0.signInName == line.deed.staff }?.name ?? ""
      let teller = CoordinationTeller(
        office: office, writing: writing, staff: staff, name: name, caseFile: try caseFile(progress), day: line.day, moment: line.moment)
      return try teller.tell(step)
    case .move(let events, let reason): try move(desk, try caseFile(progress), events, reason)
    }
    try office.conclude(desk)
  }

  private func write(_ sheet: SampleNote, _ line: Line, _ desk: WritingDesk, _ progress: inout Progress) throws {
    let recorder = ActingStaff(staff: desk.staff.id, agency: desk.staff.agencyID)
    let note = try sheet.note(on: line.day, at: line.deed.time, by: recorder)
    let id = try NoteRecords.add(desk, try desk.open(try caseFile(progress)), note)
    if sheet.visibility == .team { progress.notes.append(id) }
  }

  private func move(_ desk: WritingDesk, _ id: CaseFileID, _ events: [ConsultationEvent], _ reason: String) throws {
    _ = try desk.open(id)
    let stored = try writing.first("SELECT stage FROM case_file WHERE id = \(id)") { $0.text(0) } ?? ""
    guard var stage = ConsultationStage(rawValue: stored) else { throw StoryGap(description: "no stage: \(stored)") }
    for (place, event) in events.enumerated() {
      stage = try stage.after(event)
      try CaseFileRecords.event(desk, id, event.kind.rawValue, stage: stage, reason: place == events.count - 1 ? reason : "")
    }
  }
}

extension Storyteller {
  private func staff(_ signInName: String) throws -> StaffID {
    let id = try writing.first("SELECT id FROM staff WHERE sign_in_name = \(signInName)") { StaffID($0.int(0)) }
    guard let id else { throw StoryGap(description: "nobody signs in as \(signInName)") }
    return id
  }

  private func caseFile(_ progress: Progress) throws -> CaseFileID {
    guard let id = progress.caseFile else { throw StoryGap(description: "no consultation yet") }
    return id
  }

  private func referral(_ progress: Progress) throws -> ReferralID {
    guard let id = progress.referral else { throw StoryGap(description: "no つなぎ yet") }
    return id
  }

  /// What the browser of a member of staff sends, with the dates of the day.
  private func form(_ line: Line, _ progress: Progress) throws -> Fields {
    let today = line.day.warekiShort
    switch line.deed.work {
    case .reception(let typed): return Fields(reception(typed, line))
    case .another(let typed): return Fields(reception(typed, line) + [("same", "case:\(try caseFile(progress))")])
    case .note, .move, .coordination: return Fields()
    case .draft(let sheet): return Fields(try referral(sheet, line, progress, isUnfinished: true))
    case .request(let sheet): return Fields(try referral(sheet, line, progress))
    case .step(_, let typed):
      let version = try writing.first("SELECT version FROM referral WHERE id = \(progress.referral)") { $0.int(0) }
      let talked = typed.contains { $0.0 == "talked_with" } ? [("talked_on", today)] : []
      return Fields(typed + talked + [("version", String(version ?? 0))])
    }
  }

  private func reception(_ typed: TypedForm, _ line: Line) -> TypedForm {
    let today = line.day.warekiShort
    let form = typed.contains { $0.0 == "form" } ? [] : [("form", "consultation")]
    let consent = typed.contains { $0.0 == "consent_signature" } ? [("consent_on", today)] : []
    return form + [("received_on", today), ("received_at", line.deed.time)] + typed + consent
  }

  /// Hands on the consultation and the latest three notes of the team.
  private func referral(_ sheet: SampleReferral, _ line: Line, _ progress: Progress, isUnfinished: Bool = false) throws -> TypedForm {
    let agency = try writing.first("SELECT agency_id FROM staff WHERE sign_in_name = \(sheet.to)") { $0.int(0) }
    guard let agency, let consultation = progress.consultation else { throw StoryGap(description: "nothing to hand to \(sheet.to)") }
    let name = SampleStaff.people.first { $0.signInName == line.deed.staff }?.name ?? ""
    return sheet.form(to: "\(sheet.isMulti ? "m" : "a")\(agency)", on: line.day, explainedBy: name, isUnfinished: isUnfinished)
      + [("consultation", "\(consultation)")] + progress.notes.suffix(3).map { ("note", "\($0)") }
  }
}
