import Foundation
import Testing

@testable import Casework

/// The least a window must know to receive a consultation.
var leastDraft: ConsultationDraft {
  var draft = ConsultationDraft()
  draft.caller = Caller(.anonymous)
  draft.anonymous = true
  draft.concerns = Concerns(codes: ["12"], main: "12")
  return draft
}

@Suite struct `相談受付` {
  private func problems(_ change: (inout ConsultationDraft) -> Void) -> [FieldProblem] {
    var draft = leastDraft
    change(&draft)
    do throws(IntakeRefusal) {
      _ = try Consultation.received(draft, by: worker, on: today)
      return []
    } catch {
      return error.problems
    }
  }

  private func expectProblem(
    _ field: String, sourceLocation: SourceLocation = #_sourceLocation, _ change: (inout ConsultationDraft) -> Void
  ) {
    let found = problems(change)
    #expect(found.map(\.fieldID) == [field], sourceLocation: sourceLocation)
    for problem in found { expectHelpful(problem.sentence, sourceLocation: sourceLocation) }
  }

  @Test func `受付は誰からの相談でも断らない`() {
    let callers: [CallerKind] = [
      .person, .family(nil), .family(.mother), .agency(nil), .agency(AgencyID(rawValue: 2)), .welfareCommissioner, .neighbour,
      .acquaintance, .anonymous,
      .other("新聞配達の方"),
    ]
    for caller in callers {
      for concern in (1...15).map({ $0 < 10 ? "0\($0)" : "\($0)" }) + ["99"] {
        for sex in Sex.allCases {
          #expect(
            problems {
              $0.caller = Caller(caller)
              $0.person.sex = sex
              $0.concerns = Concerns(codes: [concern], main: concern)
            } == [])
        }
      }
    }
  }

  @Test func `何歳の人の相談も断らない`() {
    for birth in ["2026-11-01", "1920", "age:80-89@2026-11-21", ""] {
      #expect(problems { $0.person.birth = PartialDate(stored: birth) ?? .unknown } == [])
    }
  }

  @Test func `匿名でも、第三者からでも受け付ける`() throws {
    let consultation = try Consultation.received(leastDraft, by: worker, on: today)
    #expect(consultation.anonymous && consultation.caller.kind == .anonymous && consultation.person.name == nil)
    #expect(
      problems {
        $0.anonymous = false
        $0.caller = Caller(.neighbour)
        $0.description = "A町の80代と50代"
      } == [])
  }

  @Test func `書きかけは何が欠けていても保存できる`() throws {
    let empty = ConsultationDraft()
    #expect(try JSONDecoder().decode(ConsultationDraft.self, from: JSONEncoder().encode(empty)) == empty)
    var some = leastDraft
    some.person = PersonFacts(name: PersonName(written: "葛\u{E0100}城", kana: "かつらぎ"), birth: .year(1944))
    some.consent = .notObtained(NoConsent(reason: "", source: ""))
    some.answers = ["household_size": .number(2)]
    #expect(try JSONDecoder().decode(ConsultationDraft.self, from: JSONEncoder().encode(some)) == some)
  }

  @Test func `受付日は先の日付にできず、空なら今日になる`() throws {
    expectProblem("received_on") { $0.receivedOn = today.adding(days: 1) }
    #expect(problems { $0.receivedOn = today } == [])
    #expect(try Consultation.received(leastDraft, by: worker, on: today).receivedOn == today)
  }

  @Test func `本人の手がかりが一つもなければ尋ねる`() {
    expectProblem("name") { $0.anonymous = false }
    #expect(problems { ($0.anonymous, $0.resident) = (false, ResidentID(rawValue: 5)) } == [])
    #expect(problems { ($0.anonymous, $0.person.phoneMobile) = (false, "000-0000-0001") } == [])
  }

  @Test func `来談者の欄は選ぶ`() {
    expectProblem("caller_relation") { $0.caller = nil }
  }

  @Test func `◎はちょうど一つである`() {
    expectProblem("concerns") { $0.concerns = Concerns() }
    expectProblem("concerns") { $0.concerns = Concerns(codes: ["01", "12"]) }
    expectProblem("concerns") { $0.concerns = Concerns(codes: ["01"], main: "12") }
    expectProblem("concerns") { $0.concerns = Concerns(codes: [], main: "12") }
    #expect(problems { $0.concerns = Concerns(codes: ["01", "12"], main: "01") } == [])
  }

  @Test func `◎が二つある紙は読み取らない`() throws {
    #expect(try Concerns.marked(circles: ["01"], doubleCircles: ["12"]) == Concerns(codes: ["01", "12"], main: "12"))
    for doubles in [Set(["01", "12"]), []] {
      let refusal = #expect(throws: IntakeRefusal.self) { try Concerns.marked(circles: ["13"], doubleCircles: doubles) }
      for problem in refusal?.problems ?? [] { expectHelpful(problem.sentence) }
    }
  }

  @Test func `足りないことは一度にすべて知らせる`() {
    #expect(
      Set(
        problems {
          $0 = ConsultationDraft()
          $0.receivedOn = today.adding(days: 3)
        }.map(\.fieldID)) == ["received_on", "name", "concerns", "caller_relation"])
  }

  @Test func `受け付けた内容は書いたとおりである`() throws {
    var draft = leastDraft
    draft.receivedAt = ClockTime("9:30")
    draft.channel = "2"
    draft.person = PersonFacts(name: PersonName(written: "葛\u{E0100}城 花子"))
    draft.concernText = "夜眠れない"
    draft.urgency = .withinWeek
    draft.referrerPerson = "架空 次郎"
    draft.answers = ["household_size": .number(2)]
    let received = try Consultation.received(draft, by: worker, on: today)
    #expect(
      received.receivedBy == worker && received.person == draft.person && received.concerns == draft.concerns
        && received.answers == draft.answers)
    #expect(
      received.receivedAt == draft.receivedAt && received.channel == "2" && received.urgency == .withinWeek
        && received.concernText == "夜眠れない")
    #expect(received.referrerPerson == "架空 次郎" && received.consent == .undecided)
  }

  @Test func `来談者の種類は符号から元に戻る`() {
    for kind in [
      CallerKind.person, .family(.mother), .agency(nil), .welfareCommissioner, .neighbour, .acquaintance, .anonymous, .other("上司"),
    ] {
      #expect(CallerKind(code: kind.code, relation: .mother, words: "上司") == kind && !kind.label.isEmpty)
    }
    #expect(CallerKind(code: "7") == nil)
  }
}
