import Casework

/// 「だれがわたしの記録を見たか」への回答 What a resident is told, as it was given. No name of the resident, no word of the case.
struct AccessAnswer: Sendable {
  /// One day, one agency, one kind of act.
  struct Line: Sendable, Hashable, Codable {
    let day: CivilDate
    let agency: String
    let act: String
    /// Empty unless names were asked for.
    let staff: String
    let count: Int
  }

  let id: AccessAnswerID
  let caseNumber: String
  let request: AccessAnswerRequest
  /// The day from which the log still stands here; nil when nothing was archived.
  let keptFrom: CivilDate?
  let lines: [Line]
  let by: String
  let at: Int

  /// Part of the period lies in the archive.
  var isCut: Bool { keptFrom.map { request.from < $0 } ?? false }
}

/// What the auditor asked for.
struct AccessAnswerRequest: Sendable {
  let requestedOn: CivilDate
  let from: CivilDate
  let until: CivilDate
  let namesStaff: Bool
  let namesAgencies: Bool
}
