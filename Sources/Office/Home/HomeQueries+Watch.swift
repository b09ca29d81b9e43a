import Casework
import Store

extension HomeView {
  /// What must not be lost from sight (「見落とさないために」): handovers, emergencies, cases in nobody's hands, protections to be looked at again.
  struct Watch: Sendable {
    let handovers: [HandoverLine]
    /// 会議の準備 that the own agency was asked about and has not answered.
    let preparations: [WaitingPreparation]
    /// 緊急閲覧 that nobody of those who answer for it has looked at.
    let emergencies: [EmergencyLine]
    let withoutCharge: CasesWithoutCharge
    /// 支援措置 whose review day has passed.
    let protections: [ProtectionLine]

    var isEmpty: Bool {
      handovers.isEmpty && preparations.isEmpty && emergencies.isEmpty && withoutCharge.lines.isEmpty && protections.isEmpty
    }
  }
}

extension HomeQueries {
  /// 緊急閲覧 that wait to be looked at by this person; nothing for who does not look at any.
  static func emergencies(_ desk: Desk) throws -> [EmergencyLine] {
    guard Access.verdict(.seeEmergencies, roles: desk.staff.roles) == .allowed else { return [] }
    return Array(try EmergencyQueries.unseen(desk).prefix(most))
  }

  /// Each part for those who may enter its place, the rest stays empty.
  static func watch(_ desk: Desk, _ scope: Scope) throws -> HomeView.Watch {
    func may(_ act: Act) -> Bool { Access.verdict(act, roles: desk.staff.roles) == .allowed }
    return HomeView.Watch(
      handovers: may(.seeHandovers) ? try HandoverQueries.waiting(desk, scope) : [],
      preparations: may(.seePreparation) ? try PreparationQueries.waiting(desk, scope, limit: most).filter { $0.state.isOpen } : [],
      emergencies: try emergencies(desk),
      withoutCharge: may(.seeSection)
        ? try ChargeQueries.casesWithoutCharge(desk, scope) : CasesWithoutCharge(lines: [], hasMore: false),
      protections: may(.seeProtections)
        ? Array(try ProtectionListQueries.due(desk, scope).prefix(most)) : [])
  }
}
