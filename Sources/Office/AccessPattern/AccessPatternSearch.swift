import Casework
import Store

/// 「ふだんと違う見方の洗い出し」 Goes through what is new in the audit log, once, and offers what the rules name for review.
///
/// From a button, at the start of the server and every hour. Reading is done beside the office's work; only what is found is written.
extension Office {
  struct FoundAccess: Sendable, Hashable {
    let staff: StaffID
    let agency: AgencyID?
    let caseFile: CaseFileID?
    let period: String
    let pattern: FoundPattern
  }

  private struct Person: Hashable {
    let staff: StaffID
    let caseFile: CaseFileID?
    let day: CivilDate
  }

  /// - Returns: how many patterns were found, known ones included.
  @discardableResult
  public func findAccessPatterns() async throws -> Int {
    try await database.settle()
    var count = 0
    while true {
      let step = try await database.read { reading -> (found: [FoundAccess], last: Int)? in
        let cursor = try AccessPatternFactQueries.cursor(reading)
        guard let next = try AccessPatternFactQueries.next(reading, after: cursor, limit: 5_000) else { return nil }
        return (try Office.patterns(reading, next.entries, AccessPatternTerms()), next.last)
      }
      guard let step else { return count }
      let now = clock()
      try await database.write { writing in
        for found in step.found { try AccessPatternRecords.offer(writing, found, at: now) }
        try AccessPatternRecords.move(writing, to: step.last)
      }
      count += step.found.count
    }
  }

  private static func patterns(
    _ reading: Reading, _ entries: [AccessPatternFactQueries.Entry], _ terms: AccessPatternTerms
  ) throws -> [FoundAccess] {
    var found: [FoundAccess] = []
    let days = Dictionary(grouping: entries) { Person(staff: $0.staff, caseFile: nil, day: $0.day) }
    for (person, entries) in days {
      let day = try AccessPatternFactQueries.day(reading, of: person.staff, person.day)
      let usual =
        day.isBusy(terms)
        ? try AccessPatternFactQueries.usual(reading, of: person.staff, before: person.day, days: terms.usualDays) : AccessDay.Usual()
      found += day.found(terms, usual: usual).map {
        FoundAccess(staff: person.staff, agency: entries.first?.agency, caseFile: nil, period: person.day.iso, pattern: $0)
      }
    }
    let looks = Dictionary(grouping: entries.filter { $0.isDone && $0.caseFile != nil }) {
      Person(staff: $0.staff, caseFile: $0.caseFile, day: $0.day)
    }
    for (person, entries) in looks {
      found +=
        try AccessPatternFactQueries.look(reading, entries)?.found.map { pattern in
          // The same name stays the same: once a month is enough.
          let period = pattern.kind == .ownSurname ? String(person.day.iso.prefix(7)) : person.day.iso
          return FoundAccess(
            staff: person.staff, agency: entries.first?.agency, caseFile: person.caseFile, period: period, pattern: pattern)
        } ?? []
    }
    return found.sorted { $0.pattern.entries.lowerBound < $1.pattern.entries.lowerBound }
  }
}
