import Testing

@testable import Casework

struct MeetingPaperTests {
  private let held = day("2026-11-21")

  private func sees(
    _ reader: MeetingPaperReader, _ kind: MeetingKind = .confidential, _ stage: MeetingStage = .invited, after days: Int = 0
  )
    -> Bool
  {
    MeetingPaperRule.isSeen(by: reader, at: kind, stage: stage, heldOn: held, today: held.adding(days: days))
  }

  private func reader(
    _ place: MeetingPaperReader.Place, called: Bool = true, pledged: Bool = true, covered: Bool = true
  ) -> MeetingPaperReader {
    MeetingPaperReader(place, isCalled: called, hasPledged: pledged, isCovered: covered)
  }

  @Test func `支援会議の資料は、招集者と、その議題に招かれ守秘を確認した構成員だけが見る`() {
    for place in MeetingPaperReader.Place.allCases {
      let mayEver = [.convener, .member, .guest].contains(place)
      #expect(sees(reader(place)) == mayEver, "\(place)")
      #expect(!sees(reader(place, pledged: false)), "\(place)")
    }
    for place in [MeetingPaperReader.Place.member, .guest] { #expect(!sees(reader(place, called: false))) }
    #expect(sees(reader(.town), .planning) && !sees(reader(.town), .caseConference))
  }

  @Test func `会議資料は、開催の30日後に構成員に閉じ、招集者の控えだけが残る`() {
    for place in [MeetingPaperReader.Place.member, .guest] {
      #expect(sees(reader(place), .confidential, .held, after: 30))
      #expect(!sees(reader(place), .confidential, .held, after: 31))
      #expect(!sees(reader(place), .confidential, .planned) && !sees(reader(place), .confidential, .cancelled))
    }
    #expect(sees(reader(.convener), .confidential, .held, after: 400))
  }

  @Test func `同意を根拠にする議題の資料は、同意の及ばない構成員には見えない`() {
    #expect(!sees(reader(.member, covered: false), .caseConference) && !sees(reader(.guest, covered: false), .planning))
    #expect(sees(reader(.member, pledged: false), .caseConference))
  }

  @Test func `資料は、取りやめた会議と結論の出た議題には出せない`() {
    for stage in MeetingStage.allCases {
      for hasResult in [true, false] {
        var said: MeetingPaperRefusal?
        do throws(MeetingPaperRefusal) { try MeetingPaperRule.table(stage: stage, hasResult: hasResult) } catch { said = error }
        #expect(said == (stage == .cancelled ? .cancelled : hasResult ? .decided : nil))
      }
    }
    for refusal in [MeetingPaperRefusal.cancelled, .decided, .released, .itemInUse] { expectHelpful(refusal.message) }
  }

  @Test func `どの根拠も、なぜ見られるかと、どの守秘が及ぶかを言う`() {
    let all = MeetingLegalBasis.allCases
    #expect(Set(all.map(\.whySeen)).count == all.count && Set(all.map(\.secrecy)).count == all.count)
    #expect(all.allSatisfy { $0.whySeen.contains("ため") && $0.secrecy.hasSuffix("ます") })
    #expect(all.filter { $0.whySeen.contains("取り消される") } == [.consent])
  }

  @Test func `会議体は、議題のふつうの根拠をもつ`() {
    func body(_ kind: MeetingKind, _ basis: MeetingLegalBasis? = nil) -> MeetingBody {
      MeetingBody(key: "x", name: "架空", kind: kind, perYear: nil, members: nil, about: "", basis: basis)
    }
    #expect(body(.caseConference, .childProtection).usualBasis == .childProtection)
    #expect(body(.caseConference).usualBasis == .consent && body(.confidential).usualBasis == .supportMeeting)
  }
}
