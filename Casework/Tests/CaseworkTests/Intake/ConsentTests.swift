import Testing

@testable import Casework

@Suite struct `本人同意` {
  private let complete = ConsentApplication(consentTextVersion: "1", on: today, how: .signature, explainedBy: "架空 一郎")

  private func problems(_ consent: ConsentChoice) -> [FieldProblem] {
    var draft = leastDraft
    draft.consent = consent
    do throws(IntakeRefusal) {
      _ = try Consultation.received(draft, by: worker, on: today)
      return []
    } catch {
      for problem in error.problems { expectHelpful(problem.sentence) }
      return error.problems
    }
  }

  private func fields(_ change: (inout ConsentApplication) -> Void) -> [String] {
    var application = complete
    change(&application)
    return problems(.applied(application)).map(\.fieldID)
  }

  @Test func `同意が未定でも受け付ける`() {
    #expect(problems(.undecided) == [])
  }

  @Test func `同意は同意文の版・同意日・方法・説明者を残す`() {
    #expect(problems(.applied(complete)) == [])
    #expect(fields { $0.consentTextVersion = "" } == ["consent_text_version"])
    #expect(fields { $0.on = nil } == ["consent_on"])
    #expect(fields { $0.on = today.adding(days: 1) } == ["consent_on"])
    #expect(fields { $0.how = nil } == ["consent_signature"])
    #expect(fields { $0.explainedBy = " " } == ["consent_explained_by"])
  }

  @Test func `代筆は代筆者と理由の両方が要り、口頭はそのまま記録できる`() {
    #expect(fields { $0.how = .proxy(writer: "架空 次郎", reason: "手が震えるため") } == [])
    #expect(fields { $0.how = .proxy(writer: "", reason: "手が震えるため") } == ["consent_signature"])
    #expect(fields { $0.how = .proxy(writer: "架空 次郎", reason: "") } == ["consent_signature"])
    #expect(fields { $0.how = .oral } == [])
  }

  @Test func `同意がないときは理由と情報源を残し、支援会議での検討は求めるのが初めの値である`() {
    let reason = NoConsent(reason: "01", source: "民生委員")
    #expect(reason.requestSupportMeeting && problems(.notObtained(reason)) == [])
    #expect(problems(.notObtained(NoConsent(reason: "", source: "民生委員"))).map(\.fieldID) == ["no_consent_reason"])
    #expect(problems(.notObtained(NoConsent(reason: "01", source: ""))).map(\.fieldID) == ["info_source"])
    #expect(problems(.notObtained(NoConsent(reason: "99", source: "民生委員"))).map(\.fieldID) == ["no_consent_reason"])
    #expect(problems(.notObtained(NoConsent(reason: "99", reasonNote: "入院中", source: "民生委員"))) == [])
  }
}
