import Casework
import Paper
import Store

/// Making a 年度の計画書一式, by the machinery of the 会議資料一式 (「計画書一式を作る仕事」).
extension Office {
  /// Every plan that can be opened when its turn comes, then the cover. One that cannot be opened any more at the end is not in it.
  /// Nothing when it was cancelled in between.
  func bindYear(_ job: PackJob, _ year: Int, _ plans: [PlanID]) async throws -> BoundPack? {
    var entries: [YearPrintEntry] = []
    for (index, plan) in plans.enumerated() {
      let entry = try await atDesk(of: job) { desk in try desk.planIfOpen(plan).map { try YearPrintEntry(desk, $0) } }
      if let entry { entries.append(entry) }
      guard try await isWanted(job, done: index + 1) else { return nil }
    }
    let read = entries
    return try await atDesk(of: job) { desk in
      let open = try YearPrintQueries.readable(desk, Set(read.map(\.plan)))
      let kept = read.filter { open[$0.plan] != nil }
      guard !kept.isEmpty else { throw desk.denied("plans of pack \(job.id)") }
      let paper = YearPrintPaper(
        year: year, entries: kept, orderer: "\(desk.staff.agencyName)　\(desk.staff.name)", orderedAt: Wording.moment(desk.now))
      var document = Printout(
        "計画書一式 \(CivilDate.fiscalYearLabel(year))", subject: "", desk: desk, caution: Printout.caution, sections: [paper.cover]
      ).document.covered(by: desk.visit.veil)
      document.sections += paper.plans
      return BoundPack(
        document: document, veil: Veil.mark(of: kept.flatMap(\.terms)),
        lost: plans.filter { plan in !kept.contains { $0.plan == plan } })
    }
  }
}
