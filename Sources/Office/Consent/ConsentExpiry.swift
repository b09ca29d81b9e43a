import Casework
import Store

extension Office {
  /// 「同意の期限切れ」 Narrows the sight that rested on consents whose last day has passed, each with its entry in the audit log.
  ///
  /// The rules refuse every further step from that day on by themselves; this ends what could still be read (reference §3.6).
  public func endExpiredConsents() async throws {
    let today = CivilDate.of(epochSeconds: clock())
    let due = try await database.read { try ConsentExpiryQueries.due($0, today: today) }
    for id in due {
      try await operate(as: "つなぎ", act: "endConsent", subject: "case \(id)", detail: "expired") { writing in
        try CaseFileRecords.narrow(writing, id)
      }
    }
  }
}
