import Foundation
import Testing

@testable import Casework

@Suite struct `国の様式` {
  private let catalogue: FormCatalogue

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../../Sources/Municipalities/Resources/national.json"
    ).standardized
    catalogue = try FormCatalogue(json: Data(contentsOf: root))
  }

  @Test(arguments: [
    ("C-01", 16), ("C-01b", 12), ("C-02", 9), ("C-03", 57), ("C-04", 21), ("C-05", 11), ("C-06", 16), ("C-07", 11),
    ("C-08", 37), ("C-09", 8), ("C-10", 7), ("C-11", 7), ("C-12", 15), ("C-13", 8), ("C-14", 4), ("C-15", 12), ("C-16", 12),
  ])
  func `コード表がそろっている`(_ id: String, _ count: Int) throws {
    let list = try #require(catalogue.list(id))
    #expect(list.items.count == count && Set(list.items.map(\.label)).count == count)
    #expect(list.items(on: today) == list.items, "order and validity")
  }

  @Test func `規則が頼る符号は表と一致する`() throws {
    #expect(catalogue.label(ConcernCode.care, in: "C-01") == "介護" && catalogue.label(ConcernCode.violence, in: "C-01") == "DV・虐待")
    #expect(catalogue.label(ConcernCode.food, in: "C-01") == "食べるものがない" && catalogue.label(ConcernCode.debt, in: "C-01") == "債務")
    #expect(
      catalogue.label(ConcernCode.withdrawal, in: "C-01") == "ひきこもり・不登校" && catalogue.label(ConcernCode.childRaising, in: "C-01") == "子育て")
    #expect(catalogue.label(ContactMethodCode.visit, in: "C-15") == "訪問" && catalogue.label(NoConsent.otherReason, in: "C-11") == "その他")
    #expect(try #require(catalogue.list("C-04")).items.map(\.code) == Relation.allCases.map(\.rawValue))
    #expect(try #require(catalogue.list("C-04")).items.map(\.label) == Relation.allCases.map(\.label))
    #expect(try #require(catalogue.list("C-14")).items.map(\.code) == Urgency.allCases.map(\.rawValue))
    #expect(try #require(catalogue.list("sex")).items.map(\.code) == Sex.allCases.map(\.rawValue))
    #expect(try #require(catalogue.list("review-result")).items.map(\.code) == PlanReviewResult.allCases.map(\.rawValue))
    #expect(try #require(catalogue.list("review-result")).items.map(\.label) == PlanReviewResult.allCases.map(\.label))
    for item in try #require(catalogue.list("caller-kind")).items { #expect(CallerKind(code: item.code) != nil) }
  }

  @Test func `六つの様式があり、言葉はすべて日本語である`() throws {
    for id in ["consultation", "consultation-no-consent", "tsunagu-sheet", "assessment", "plan", "plan-review"] {
      let form = try #require(catalogue.definition(id: id, on: today))
      let texts =
        [form.title] + form.sections.flatMap { [$0.title, $0.help ?? $0.title] } + form.fields.flatMap { [$0.label, $0.help ?? $0.label] }
      for text in texts { #expect(text.unicodeScalars.contains { $0.value >= 0x3041 }, "\(text)") }
    }
  }

  @Test func `断りが指す項目は様式にある`() throws {
    let form = try #require(catalogue.definition(id: "consultation", on: today))
    for id in [
      "received_on", "name", "concerns", "caller_relation", "consent_text_version", "consent_on", "consent_signature",
      "consent_explained_by",
    ] {
      #expect(form.field(id)?.typed == true, "\(id)")
    }
    let without = try #require(catalogue.definition(id: "consultation-no-consent", on: today))
    for id in ["no_consent_reason", "info_source", "request_support_meeting", "disclosure_risk"] {
      #expect(without.field(id)?.typed == true, "\(id)")
    }
    #expect(without.field("consent_on") == nil && form.field("no_consent_reason") == nil)
    let sheet = try #require(catalogue.definition(id: "tsunagu-sheet", on: today))
    for id in ["to", "asked", "referral_reason", "referrer_person", "explained_on", "prior_contact", "accompany"] {
      #expect(sheet.field(id)?.typed == true, "\(id)")
    }
  }

  @Test func `様式1-2は四枚で、見立てと必要性まで尋ねる`() throws {
    let form = try #require(catalogue.definition(id: "assessment", on: today))
    #expect(form.sections.count == 4)
    let wanted = Set(form.fields.filter { $0.requiredAtComplete && !$0.typed }.map(\.id))
    #expect(
      wanted == [
        "first_contact_on", "route", "chief_complaint", "members", "issues", "involved", "emergency", "formulation", "direction",
        "screening", "need_outreach", "need_participation",
      ])
    #expect(form.fields.filter(\.sensitive).map(\.id).contains("handbooks"), "要配慮個人情報に印がある")
    #expect(catalogue.label("needed", in: "need") == "必要")
  }

  @Test func `プランと評価の、規則が頼る項目は型のある事実である`() throws {
    let plan = try #require(catalogue.definition(id: "plan", on: today))
    #expect(plan.fields.filter { !$0.typed }.isEmpty)
    for id in ["goal_long", "items", "roles", "use_outreach", "use_participation", "period_from", "monitor_on", "agreed_on"] {
      #expect(plan.field(id)?.requiredAtComplete == true, "\(id)")
    }
    let review = try #require(catalogue.definition(id: "plan-review", on: today))
    for id in ["result", "close_reason", "interrupt_reason", "lead_agency", "lead_person", "needs_follow_up"] {
      #expect(review.field(id)?.typed == true, "\(id)")
    }
    #expect(review.field("changes")?.typed == false && review.field("attainment_long")?.typed == false)
  }

  @Test func `空の書きかけは、どの様式でも指摘されない`() {
    for form in catalogue.forms { #expect(form.check([:], complete: false) == []) }
  }
}
