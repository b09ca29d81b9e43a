import Casework
import Testing

/// 支援措置：だれに何を見せないか。
struct ProtectionTests {
  private let daughter = ResidentID(rawValue: 1)
  private let mother = ResidentID(rawValue: 2)
  private let father = ResidentID(rawValue: 3)
  private let cleared = ActingStaff(staff: StaffID(rawValue: 11), agency: AgencyID(rawValue: 101))
  private let other = ActingStaff(staff: StaffID(rawValue: 12), agency: AgencyID(rawValue: 102))
  private let cousin = ActingStaff(staff: StaffID(rawValue: 13), agency: AgencyID(rawValue: 101))

  private func protection(_ level: Protection.Level, barredAgencies: Set<AgencyID> = []) -> Protection {
    Protection(
      level: level, perpetrator: father, cleared: [cleared.agency], barredStaff: [cousin.staff], barredAgencies: barredAgencies)
  }

  @Test func `支援に必要な機関だけが、住所と連絡先を見る`() {
    #expect(protection(.contacts).sight(of: daughter, by: cleared, in: mother) == .whole)
    #expect(protection(.contacts).sight(of: daughter, by: other, in: mother) == .withoutContacts)
  }

  @Test func `いること自体を隠す人は、ほかの人の事例に現れない`() {
    #expect(protection(.existence).sight(of: daughter, by: other, in: mother) == .hidden)
    #expect(protection(.existence).sight(of: daughter, by: cleared, in: mother) == .whole)
  }

  @Test func `本人の事例を開ける機関には、連絡先だけを隠す`() {
    #expect(protection(.existence).sight(of: daughter, by: other, in: daughter) == .withoutContacts)
  }

  @Test func `加害者の事例では、だれにも見えない`() {
    for viewer in [cleared, other, cousin] { #expect(protection(.existence).sight(of: daughter, by: viewer, in: father) == .hidden) }
    #expect(protection(.contacts).sight(of: daughter, by: cleared, in: father) == .withoutContacts)
  }

  @Test func `加害者とつながりのある職員と機関には、所属の機関が許されていても見えない`() {
    #expect(protection(.existence).bars(cousin))
    #expect(protection(.existence).sight(of: daughter, by: cousin, in: mother) == .hidden)
    let tied = protection(.contacts, barredAgencies: [cleared.agency])
    #expect(tied.bars(cleared))
    #expect(tied.sight(of: daughter, by: cleared, in: mother) == .withoutContacts)
  }

  @Test func `代わりに見せる言葉は一つで、何も語らない`() {
    #expect(PersonSight.mask == "（表示していません）")
    for kind in Protection.Kind.allCases { #expect(!PersonSight.mask.contains(kind.label)) }
  }
}
