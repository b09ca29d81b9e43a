import Casework
import Foundation
@_spi(Bench) import Office
import Store

/// What papers cost: the pack of a meeting about 12 cases, and one form as a PDF.
struct PaperCost {
  let office: Office
  static let cases = 12
  static let rounds = 60

  func report() async throws {
    let (meeting, files) = try await convene()
    let clock = ContinuousClock()
    var size = 0
    let pack = try await clock.measure { size = try await office.benchPack(meeting, staff: StaffID(1)) }
    print("   会議資料一式（\(Self.cases)事例）\(String(format: "%8.2f", Self.seconds(pack))) 秒  \(size / 1024) KB")
    var times: [Double] = []
    for round in 0..<Self.rounds {
      let time = try await clock.measure { size = try await office.benchForm(files[round % files.count], staff: StaffID(1)) }
      times.append(Self.seconds(time) * 1_000)
    }
    times.sort()
    print("   様式のPDF  p50 \(String(format: "%.1f", times[times.count / 2])) ms  最大 \(String(format: "%.1f", times.last ?? 0)) ms")
  }

  private static func seconds(_ time: Duration) -> Double {
    Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  /// A meeting of the first agency about cases that it may open.
  private func convene() async throws -> (MeetingID, [CaseFileID]) {
    let now = Office.systemClock()
    return try await office.database.write { writing in
      let today = CivilDate.of(epochSeconds: now).iso
      let files = try writing.rows(
        """
        SELECT g.case_file_id FROM case_ground g WHERE g.agency_id = 1 AND g.is_open = 1 AND g.reach = 'team' ORDER BY g.case_file_id
        LIMIT \(Self.cases)
        """
      ) { CaseFileID($0.int(0)) }
      try writing.run(
        "INSERT OR IGNORE INTO staff_role (staff_id, role, from_on) VALUES (1, \(Role.multiCoordinator.rawValue), '2020-04-01')")
      let meeting = try writing.insert(
        """
        INSERT INTO meeting (number, kind, name, held_on, place, mode, convener, stage, created_by, created_at)
        VALUES (\("計測-\(now)"), 'planning', '重層的支援会議', \(today), '', 'inPerson', 1, 'invited', 1, \(now))
        """)
      for (position, file) in files.enumerated() {
        try writing.run(
          """
          INSERT INTO meeting_item (meeting_id, position, case_file_id, consent_state, points)
          VALUES (\(Int(meeting)), \(position + 1), \(file), 'given', '計測のための論点')
          """)
      }
      return (MeetingID(Int(meeting)), files)
    }
  }
}
