import Casework

/// What the screens of form 2-2 show, read in one snapshot.
struct ReviewView: Sendable {
  let opened: OpenedReview
  let form: ReviewForm
  let plan: ReviewedPlan
  /// Nothing while nobody has begun it.
  let saved: SavedReview?
  let standing: ReviewStanding
  let facts: CoordinationFacts
  /// The meetings that this round's closing or interruption was put to, the latest first.
  let tabled: [TabledReview]
  /// Agencies that may become main supporter, those with a role in the plan first.
  let agencies: [(label: String, options: [(code: String, label: String)])]

  var coordination: OpenedCoordination { opened.coordination }
  var mayWrite: Bool { coordination.isCoordinator && standing.mayChange }

  static func read(_ desk: Desk, _ opened: OpenedReview) throws -> ReviewView {
    let saved = try ReviewQueries.saved(desk, opened.plan)
    let facts = try CoordinationFactsQueries.facts(desk, opened.coordination)
    let plan = try ReviewQueries.plan(desk, opened.plan)
    return ReviewView(
      opened: opened, form: ReviewForm(desk.visit.office.catalogue, version: saved?.formVersion, today: desk.today), plan: plan,
      saved: saved,
      standing: ReviewStanding(
        isComplete: saved?.completedAt != nil, result: saved?.review.result, approved: facts.approved, isPast: opened.isPast),
      facts: facts, tabled: try ReviewQueries.tabled(desk, opened), agencies: try ReviewQueries.agencies(desk, plan))
  }
}

/// The parts of a plan that its evaluation asks about (「評価の対象」).
struct ReviewedPlan: Sendable {
  let round: Int
  let confirmedOn: CivilDate?
  let period: String
  let goals: [ReviewedGoal]
  let roles: [Role]

  struct Role: Sendable {
    let id: Int
    let agency: AgencyID
    let agencyName: String
    let person: String
    let what: String
    let isMain: Bool
    /// What the agency said last.
    let state: ProgressState?
    let words: String
  }
}

/// A review as it is kept.
struct SavedReview: Sendable {
  let review: PlanReview
  let formVersion: Int
  let leadName: String
  /// Seconds since 1970.
  let completedAt: Int?
  let savedAt: Int
  let staffName: String
  let version: Int
}

/// One time at which a meeting was asked about the closing or interruption.
struct TabledReview: Sendable {
  let meeting: MeetingID
  let name: String
  let heldOn: CivilDate?
  let timing: MeetingTiming
  let result: MeetingResult?
}
