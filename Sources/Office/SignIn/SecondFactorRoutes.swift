import Casework
import Hummingbird

/// 確認コード: set up, recovery codes, removal.
enum SecondFactorRoutes {
  static func add(to doors: Doors) {
    doors.page("/second-factor", .setSecondFactor) { visit in .page(try await SecondFactorActs.page(visit).html) }
    doors.act("/second-factor", .setSecondFactor) { visit in try await SecondFactorActs.set(visit) }
    doors.act("/second-factor/recovery-codes", .setSecondFactor) { visit in try await SecondFactorActs.renew(visit) }
    doors.act("/second-factor/removal", .setSecondFactor) { visit in try await SecondFactorActs.remove(visit) }
  }

  /// Where a request ends of somebody whose role needs a second factor that this session has not shown.
  static func factorFirst(_ visit: Visit, _ due: SecondFactorDue) -> Response {
    // Nothing is held for a form that none of our pages made.
    if !visit.form.pairs.isEmpty, !visit.isFormOwn { return Pages.staleForm(visit.request).response }
    if due.hasFactor { return ConfirmationRoutes.confirmFirst(visit, ConfirmationDue(hasFactor: true, way: .password)) }
    let request = visit.request
    guard !request.form.pairs.isEmpty else { return Answer.redirect("/second-factor").response }
    return Answer.invalid(
      FactorFirstPage(
        formToken: request.cookie.map { SessionToken(text: $0).formToken } ?? "", action: request.path,
        held: HeldForm(waiting: request.form)
      ).html
    ).response
  }
}
