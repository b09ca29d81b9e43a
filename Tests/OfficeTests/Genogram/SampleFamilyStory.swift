import Casework
import SampleTown
import Store
import Testing

@testable import Office

/// 見本のまちの家族: every household as its page draws it, measured as the hard families are.
struct SampleFamilyStory {
  @Test func `見本のまちのどの世帯も、記号・文字・線が重ならず、線が交わらない`() async throws {
    let town = try await SampleTownStory.furnished()
    let cases = try await town.office.database.read { reading in
      try reading.rows(
        """
        SELECT c.id, (SELECT s.sign_in_name FROM staff s JOIN staff_role r ON r.staff_id = s.id
          WHERE s.agency_id = c.opened_by AND r.role <> 'systemAdministrator' AND r.role <> 'auditor' ORDER BY s.id LIMIT 1)
        FROM case_file c ORDER BY c.id
        """
      ) { (file: $0.id(0) as CaseFileID, name: $0.text(1)) }
    }
    var sizes: [Int] = []
    for line in cases {
      for choice in [[], [("initials", "on")]] {
        let drawn = try await town.work(as: line.name) { desk in
          let file = try desk.open(line.file)
          return FamilyDrawing(try FamilyQueries.family(desk, file), GenogramChoice(Fields(choice)), today: desk.today)
        }
        let faults = FigureFaults(drawn.drawing.figure).all
        #expect(faults.isEmpty, "事例\(line.file): \(faults.prefix(6).joined(separator: " / "))")
        #expect(drawn.drawing.crossings == 0, "事例\(line.file)")
        #expect(drawn.drawing.places.count == drawn.genogram.persons.count)
        if choice.isEmpty { sizes.append(drawn.genogram.persons.count) }
      }
    }
    #expect(sizes.count == 18 && sizes.count { $0 > 2 } >= 5 && (sizes.max() ?? 0) >= 6, "\(sizes)")
  }
}
