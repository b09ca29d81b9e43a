import Casework
import Store

enum StaffQueries {
  static func passwordHash(_ desk: Desk, of staff: StaffID) throws -> String? {
    try desk.reading.first("SELECT password_hash FROM staff WHERE id = \(staff)") { $0.text(0) }
  }

  static func signInName(_ desk: Desk, of staff: StaffID) throws -> String {
    try desk.reading.first("SELECT sign_in_name FROM staff WHERE id = \(staff)") { $0.text(0) } ?? ""
  }
}
