import Casework

/// One plan with everything in it, for screens and for other capabilities (「プランの内容」).
struct PlanView: Sendable {
  let id: PlanID
  let coordination: CoordinationID
  let round: Int
  let version: Int
  let draft: PlanDraft
  /// The roles that name an agency, with their numbers; stable once the plan is confirmed.
  let roles: [PlanRoleView]
  /// Every agency named anywhere in the plan.
  let names: [AgencyID: String]
  let author: String
  let agencyName: String
  /// As it was derived when the plan was last saved.
  let pattern: PlanPattern
  let isComplete: Bool
  let savedAt: Int
  let submittedAt: Int?
  let confirmedOn: CivilDate?
  /// Why it should be looked at anew; empty when nothing asks for it.
  let reviewWanted: String

  var items: [PlanItem] { draft.items }
  var programmes: [ProgrammeUse] { draft.uses }
  var monitoringDays: [CivilDate] { draft.monitoring }
}

/// One role of a plan (「役割分担」の一行).
struct PlanRoleView: Sendable, Equatable {
  let id: PlanRoleID
  let agency: AgencyID
  let agencyName: String
  let person: String
  let role: String
  let isMain: Bool
}

/// A word of an agency about a plan (「意見」).
struct PlanComment: Sendable {
  let agency: String
  let staff: String
  let at: Int
  let words: String
}

/// One saving of a plan: who, when, and the headings under which it changed (「変更の記録」).
struct PlanChange: Sendable {
  let version: Int
  let staff: String
  let at: Int
  let changed: [String]
}

/// Another round of the same case.
struct PlanRound: Sendable {
  let id: PlanID
  let round: Int
  let confirmedOn: CivilDate?
}
