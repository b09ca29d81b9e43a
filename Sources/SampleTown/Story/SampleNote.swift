import Casework

/// A note as a counsellor typed it.
struct SampleNote: Sendable {
  let contact: Contact
  let counterparts: [Counterpart]
  let title: String
  let facts: String
  let opinion: String
  let next: String
  /// Days from the contact to the day by which `next` is due.
  let dueInDays: Int?
  let visibility: NoteVisibility

  /// The note of a contact on a day.
  func note(on day: CivilDate, at time: String, by recorder: ActingStaff) throws -> Note {
    var draft = NoteDraft()
    draft.on = day
    draft.at = ClockTime(time)
    draft.minutes = contact.minutes
    draft.method = contact.code
    if case .visit(let met) = contact { draft.met = met }
    draft.counterparts = counterparts
    draft.title = title
    draft.facts = facts
    draft.opinion = opinion
    draft.nextAction = next
    draft.nextDue = dueInDays.map { day.adding(days: $0) }
    draft.visibility = visibility
    return try Note.written(draft, by: recorder, on: day)
  }
}

/// 「対応方法」 Codes of C-15, with the minutes such a contact usually takes.
enum Contact: Sendable {
  case phone, interview, letter, accompany, inside, conference, inquiry
  case visit(MetResult)

  var code: String {
    switch self {
    case .phone: "01"
    case .interview: "02"
    case .visit: ContactMethodCode.visit
    case .accompany: "05"
    case .letter: "06"
    case .inside: "07"
    case .conference: "10"
    case .inquiry: "11"
    }
  }

  var minutes: Int {
    switch self {
    case .phone, .inquiry: 15
    case .letter: 20
    case .inside: 30
    case .interview, .conference: 60
    case .visit(.noResponse): 10
    case .visit: 45
    case .accompany: 120
    }
  }
}
