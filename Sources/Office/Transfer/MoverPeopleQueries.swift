import Casework
import Store

/// Whom a viewer may put into a plan.
enum MoverPeopleQueries {
  /// Everybody whose account holds, for an administrator; their own people, for who answers for a section. Nobody twice.
  static func people(_ desk: Desk, _ opened: OpenedTransfer) throws -> [(code: String, label: String)] {
    let whose: SQL = opened.isAdministrator ? "1" : "st.agency_id = \(opened.supervises)"
    return try desk.reading.rows(
      """
      SELECT st.id, st.name, a.name FROM staff st JOIN agency a ON a.id = st.agency_id
      WHERE \(sql: whose) AND st.active_from <= \(desk.today.iso) AND (st.active_until IS NULL OR st.active_until >= \(desk.today.iso))
        AND NOT EXISTS (SELECT 1 FROM mover m JOIN transfer t ON t.id = m.transfer_id
          WHERE m.staff_id = st.id AND t.applied_at IS NULL AND t.cancelled_at IS NULL)
      ORDER BY a.name_kana, a.name, st.name_kana, st.id
      """
    ) { row in
      (String(row.int(0)), opened.isAdministrator ? "\(row.text(1))（\(row.text(2))）" : row.text(1))
    }
  }

  static func agency(_ reading: Reading, of staff: StaffID) throws -> AgencyID? {
    try reading.first("SELECT agency_id FROM staff WHERE id = \(staff)") { $0.id(0) }
  }
}
