import Casework
import Store

/// Cases by their number, and those whose person is not known by what they are called (「事例番号」「呼び名」), within the scope of who asks.
enum CaseSearchQueries {
  static let most = 20

  /// Latest activity first. The number is compared whole, whatever its width and case; a name for nobody known contains the term.
  /// Where the name holds what is kept back for a protected person, only the number finds the case.
  static func find(_ desk: Desk, _ scope: Scope, _ term: String) throws -> [SearchFindings.Case] {
    let folded = JapaneseText.folded(term)
    let found = try desk.reading.rows(sql(scope, folded)) { row in
      SearchFindings.Case(
        id: row.id(0), number: row.text(1), stage: ConsultationStage(rawValue: row.text(2)) ?? .received, label: row.text(3),
        touchedAt: row.int(4))
    }
    let veil = try ListVeil(desk, cases: found.map(\.id))
    return found.compactMap { line in
      guard let kept = veil[line.id] else { return line }
      return kept.stands(in: line.label) && line.number != folded.uppercased() ? nil : line.covered(by: kept)
    }
  }

  static func sql(_ scope: Scope, _ folded: String) -> SQL {
    """
    SELECT c.id, c.number, c.stage, c.label, max(g.touched_at) AS touched
    FROM case_file c CROSS JOIN case_ground g ON g.case_file_id = c.id
    WHERE (c.number = \(folded.uppercased()) OR (c.resident_id IS NULL AND instr(folded(c.label), \(folded)) > 0)) AND \(sql: scope.grounds)
    GROUP BY c.id ORDER BY touched DESC, c.id LIMIT \(most)
    """
  }
}

extension SearchFindings {
  /// A case found by its number or by what it is called (「事例」).
  struct Case: Sendable {
    let id: CaseFileID
    let number: String
    let stage: ConsultationStage
    var label: String
    let touchedAt: Int

    func covered(by kept: KeptBack) -> Case {
      var line = self
      line.label = kept.covering(label)
      return line
    }
  }
}
