import Casework
import Testing

struct CarriedProgrammeTests {
  private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  @Test func `令和7年度からの多機関協働事業の委託には理由がいる`() throws {
    #expect(CarriedProgramme(kind: .multi, delivery: .entrusted, from: try day("2025-04-01")).needsReason)
    #expect(CarriedProgramme(kind: .multi, delivery: .entrusted, from: try day("2021-04-01")).needsReason)
    #expect(
      CarriedProgramme(kind: .multi, delivery: .entrusted, from: try day("2021-04-01"), until: try day("2025-04-01")).needsReason)
  }

  @Test func `令和6年度までの委託と直営とほかの事業には理由がいらない`() throws {
    #expect(
      !CarriedProgramme(kind: .multi, delivery: .entrusted, from: try day("2021-04-01"), until: try day("2025-03-31")).needsReason)
    #expect(!CarriedProgramme(kind: .multi, delivery: .direct, from: try day("2026-04-01")).needsReason)
    for kind in ProgrammeKind.allCases where kind != .multi {
      #expect(!CarriedProgramme(kind: kind, delivery: .entrusted, from: try day("2026-04-01")).needsReason)
    }
  }
}
