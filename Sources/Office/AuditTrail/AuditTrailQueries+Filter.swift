import Casework
import Store

extension AuditTrailInput {
  /// The conditions on alias `e`, each so that an index serves it.
  var conditions: [SQL] {
    var conditions: [SQL] = []
    if let staff { conditions.append("e.staff_id = \(staff)") }
    if !caseNumber.isEmpty {
      let number = JapaneseText.folded(caseNumber).uppercased()
      conditions.append("e.case_file_id = (SELECT c.id FROM case_file c WHERE c.number = \(number))")
    }
    if !act.isEmpty {
      conditions.append("e.act = \(act)")
      // Word for word as in the index, so that it is used.
      if !AuditTrailInput.common.contains(act) {
        conditions.append("e.act NOT IN ('seeHome', 'seeCases', 'seeCase', 'saveDraft', 'signIn', 'search', 'writeNote')")
      }
    }
    switch outcome {
    case .done: conditions.append("e.outcome = 'done'")
    case let other?: conditions.append("e.outcome = \(other.rawValue) AND e.outcome <> 'done'")
    case nil: break
    }
    if let from { conditions.append(AuditTime.since(AuditTrailQueries.start(of: from))) }
    if let until { conditions.append(AuditTime.before(AuditTrailQueries.start(of: until.adding(days: 1)))) }
    if let hour { conditions.append("(e.at + 32400) % 86400 / 3600 = \(hour)") }
    if let before { conditions.append("e.id < \(before)") }
    return conditions
  }

  private static let common: Set<String> = ["seeHome", "seeCases", "seeCase", "saveDraft", "signIn", "search", "writeNote"]
}
