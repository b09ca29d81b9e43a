import Casework

/// 「世帯の物語」 What has happened to one invented household, in order.
struct HouseholdStory: Sendable {
  let deeds: [Deed]

  init(_ deeds: Deed...) { self.deeds = deeds }
  init(_ deeds: [Deed]) { self.deeds = deeds }

  /// Every household that furnishes the town, one file each.
  static let all: [HouseholdStory] = [
    motherAndSon, doubleCare, lostJob, grandmotherAndGrandson, unpaidBills, motherAlone, threeGenerations, tangledFamily, neighboursCall,
    commissionersCall, schoolsCall, newcomer, oldCouple, nursingHome, pileOfRubbish, longWalk, brotherAndSister,
  ]
}

/// 「できごと」 One thing that one member of staff did for a household.
struct Deed: Sendable {
  /// Working days before today; 0 is today.
  let daysAgo: Int
  let time: String
  /// The sign-in name of who did it.
  let staff: String
  let work: Work

  init(_ daysAgo: Int, _ time: String, _ staff: String, _ work: Work) {
    self.daysAgo = daysAgo
    self.time = time
    self.staff = staff
    self.work = work
  }
}

/// What was done.
enum Work: Sendable {
  /// A consultation that opens a case file, as the form was filled in.
  case reception(TypedForm)
  /// 「続きの相談」 Another consultation in the same case file.
  case another(TypedForm)
  case note(SampleNote)
  /// A つなぎ that is still being written.
  case draft(SampleReferral)
  case request(SampleReferral)
  /// A later step of the latest つなぎ.
  case step(ReferralAct.Kind, TypedForm)
  /// A piece of the main line in 多機関協働.
  case coordination(SampleCoordination)
  /// 「段階の変更」 One or more steps of 包括的相談支援, with the reason for the last.
  case move([ConsultationEvent], String)
}

/// Names and values as a browser sends them. The teller adds the dates.
typealias TypedForm = [(String, String)]

extension Work {
  /// 「支援経過」 `next` is due `within` days.
  static func note(
    _ contact: Contact, _ counterparts: [Counterpart], _ title: String, _ facts: String, opinion: String = "", next: String = "",
    within days: Int? = nil, _ visibility: NoteVisibility = .team
  ) -> Work {
    .note(
      SampleNote(
        contact: contact, counterparts: counterparts, title: title, facts: facts, opinion: opinion, next: next, dueInDays: days,
        visibility: visibility))
  }

  static func step(_ kind: ReferralAct.Kind, _ words: String = "") -> Work { .step(kind, [("words", words)]) }

  /// 「課題の整理」, then support by the own agency.
  static let support = Work.move([.sort, .support], "")

  /// 「情報提供・相談対応のみで終了」
  static func closeWithInformation(_ reason: String) -> Work { .move([.sort, .closeWithInformation(screening: "1")], reason) }

  /// What the audit log says that was done.
  var act: Act {
    switch self {
    case .reception, .another: .recordConsultation
    case .note: .writeNote
    case .draft: .draftReferral
    case .request: .requestReferral
    case .step(.start, _), .step(.report, _): .progressReferral
    case .step(.withdraw, _): .withdrawReferral
    case .step(.confirm, _): .confirmReferral
    case .step: .answerReferral
    case .coordination: .moveCoordination
    case .move(let events, _): events.contains { $0.kind == .closeWithInformation } ? .closeCase : .moveCase
    }
  }
}
