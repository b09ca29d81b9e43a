import Foundation
import Testing

@testable import Casework

@Suite struct `アセスメント` {
  private let form: FormDefinition

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../../Sources/Municipalities/Resources/national.json"
    ).standardized
    form = try #require(try FormCatalogue(json: Data(contentsOf: root)).definition(id: Assessment.form, on: today))
  }

  private var full: Answers {
    [
      "first_contact_on": .date(today), "route": .choice(code: "6", other: nil), "chief_complaint": .text("架空の訴え"),
      "members": .rows([["name": .text("架空 ハル")]]), "issues": .concerns(Concerns(codes: ["15"], main: "15")),
      "involved": .rows([["agency": .text("架空の機関")]]), "emergency": .choice(code: "none", other: nil), "formulation": .text("架空の見立て"),
      "direction": .text("架空の方向性"), "screening": .choice(code: "4", other: nil), "need_outreach": .choice(code: "notNeeded", other: nil),
      "need_participation": .choice(code: "considered", other: nil),
    ]
  }

  private func missing(_ change: (inout Answers) -> Void) -> [String] {
    var answers = full
    change(&answers)
    let problems = Assessment.missing(answers, in: form)
    for problem in problems { expectHelpful(problem.sentence) }
    return problems.map(\.fieldID)
  }

  @Test func `必要な項目がそろえば完了でき、欠けていれば項目を挙げて断る`() {
    #expect(missing { _ in } == [])
    #expect(missing { $0["chief_complaint"] = nil } == ["chief_complaint"])
    #expect(missing { $0["issues"] = .concerns(Concerns(codes: ["15"])) } == ["issues"])
    #expect(Assessment.missing([:], in: form).count == 12)
  }

  @Test func `緊急対応が要なら内容を、アウトリーチや参加支援が必要なら理由を求める`() {
    #expect(missing { $0["emergency"] = .choice(code: "needed", other: nil) } == ["emergency_kinds"])
    #expect(missing { $0["need_outreach"] = .choice(code: "needed", other: nil) } == ["need_outreach_reason"])
    #expect(missing { $0["need_participation"] = .choice(code: "needed", other: nil) } == ["need_participation_reason"])
  }

  @Test func `アウトリーチと参加支援の必要性は、早くからわかる`() {
    #expect(AssessmentNeeds([:]).outreach == nil)
    let needs = AssessmentNeeds(full)
    #expect(needs.outreach?.isWorthTelling == false && needs.participation?.isWorthTelling == true)
  }

  @Test(arguments: CoordinationStage.allCases)
  func `書けるのは利用申込からプランを諮るまでで、ほかの段階では次の手を言って断る`(_ stage: CoordinationStage) {
    let open: Set<CoordinationStage> = [.applied, .reopened, .assessing, .planning, .replanning]
    #expect(Assessment.mayWrite(at: stage) == open.contains(stage))
    #expect((Assessment.refusal(at: stage) == nil) == open.contains(stage))
    if let refusal = Assessment.refusal(at: stage) { expectHelpful(refusal.sentence) }
    #expect(Assessment.begins(at: stage) == [.applied, .reopened].contains(stage))
  }

  @Test func `次の回は前の回から引き継ぎ、その都度の判断は引き継がない`() {
    let carried = Assessment.carried(full)
    #expect(carried["chief_complaint"] == full["chief_complaint"] && carried["issues"] == full["issues"])
    for field in ["screening", "emergency", "formulation", "direction", "need_outreach"] { #expect(carried[field] == nil, "\(field)") }
  }

  @Test func `機関の回答を写しても、書いてあったことは失われない`() {
    #expect(Assessment.merged(nil, with: .text("新")) == .text("新"))
    #expect(Assessment.merged(.text("旧"), with: .text("新")) == .text("旧\n新"))
    #expect(Assessment.merged(.text("旧\n新"), with: .text("新")) == .text("旧\n新"))
    #expect(
      Assessment.merged(.choices(codes: ["1"], other: nil), with: .choices(codes: ["1", "2"], other: nil))
        == .choices(codes: ["1", "2"], other: nil))
    #expect(
      Assessment.merged(.rows([["name": .text("甲")]]), with: .rows([["name": .text("甲")], ["name": .text("乙")]]))
        == .rows([["name": .text("甲")], ["name": .text("乙")]]))
    #expect(
      Assessment.merged(.concerns(Concerns(codes: ["01"], main: "01")), with: .concerns(Concerns(codes: ["02"], main: "02")))
        == .concerns(Concerns(codes: ["01", "02"], main: "01")))
    #expect(Assessment.merged(.choice(code: "a", other: nil), with: .choice(code: "b", other: nil)) == .choice(code: "b", other: nil))
  }
}

@Suite struct `情報提供の依頼` {
  private let state = InformationRequestState.asked

  @Test func `回答待ちの依頼だけが、回答・辞退・取下げでき、辞退のあとでも回答できる`() {
    for from in InformationRequestState.allCases {
      for act in InformationRequestAct.allCases {
        let allowed = from == .asked || (from == .declined && act == .answer)
        do throws(FieldProblem) {
          _ = try InformationRequest.next(from, act)
          #expect(allowed, "\(from) \(act)")
        } catch {
          #expect(!allowed, "\(from) \(act)")
          expectHelpful(error.sentence)
        }
      }
    }
  }

  @Test func `だれに何をいつまでにがなければ依頼できない`() {
    func fields(_ agencies: Int, _ asked: String, _ questions: [String], _ due: CivilDate?) -> [String] {
      let problems = InformationRequest.problems(agencies: agencies, asked: asked, questions: questions, due: due, today: today)
      for problem in problems { expectHelpful(problem.sentence) }
      return problems.map(\.fieldID)
    }
    #expect(fields(1, "通院の様子", [], today) == [] && fields(2, "", ["health"], today) == [])
    #expect(fields(0, " ", [], nil) == ["to", "asked", "due_on"])
    #expect(fields(1, "", ["health"], day("2026-11-20")) == ["due_on"])
  }

  @Test func `同意が及ばない機関には依頼できず、支援会議という道を示す`() {
    for consent in ConsentState.allCases {
      let problem = InformationRequest.notCovered("架空の機関", consent: consent)
      expectHelpful(problem.sentence)
      #expect(problem.sentence.contains("支援会議"))
    }
  }

  @Test func `期限の翌日から期限切れになり、回答すれば期限切れではない`() {
    #expect(!InformationRequest.isOverdue(.asked, due: today, today: today))
    #expect(InformationRequest.isOverdue(.asked, due: day("2026-11-20"), today: today))
    #expect(!InformationRequest.isOverdue(.answered, due: day("2026-11-20"), today: today))
  }
}
