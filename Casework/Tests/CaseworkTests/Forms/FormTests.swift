import Foundation
import Testing

@testable import Casework

@Suite struct `様式` {
  private let form = FormDefinition(
    id: "sample", version: 1, title: "見本", validFrom: day("2021-04-01"),
    sections: [
      FormSection(
        id: "s", title: "区分",
        fields: [
          FormField(id: "wish", label: "希望", kind: .longText, requiredAtComplete: true), FormField(id: "kana", label: "ふりがな", kind: .kana),
          FormField(id: "mail", label: "メール", kind: .email), FormField(id: "tel", label: "電話", kind: .tel),
          FormField(id: "size", label: "人数", kind: .number),
          FormField(id: "home", label: "住まい", kind: .choice(list: "L"), requiredAtComplete: true),
          FormField(id: "many", label: "いくつか", kind: .multiChoice(list: "L")),
          FormField(id: "trouble", label: "困りごと", kind: .rankedConcerns(list: "L")),
          FormField(
            id: "people", label: "世帯",
            kind: .rows([
              FormField(id: "name", label: "氏名", kind: .text, requiredAtComplete: true),
              FormField(id: "age", label: "年齢", kind: .partialDate),
            ])),
          FormField(id: "received_on", label: "受付日", kind: .date, requiredAtComplete: true, typed: true),
        ])
    ])
  private let list = CodeList(
    id: "L", title: "表", items: [CodeItem(code: "1", label: "持家"), CodeItem(code: "2", label: "旧", validTo: day("2025-03-31"))])

  private func problems(_ answers: Answers, complete: Bool = true) -> [String] {
    let found = form.check(answers, complete: complete)
    for problem in found { expectHelpful(problem.sentence) }
    return found.map(\.fieldID)
  }

  private var full: Answers { ["wish": .text("静かに暮らしたい"), "home": .choice(code: "1", other: nil)] }

  private func with(_ field: String, _ value: AnswerValue) -> Answers {
    var answers = full
    answers[field] = value
    return answers
  }

  @Test func `書きかけに足りない項目はない`() {
    #expect(problems([:], complete: false) == [])
    #expect(problems([:]) == ["wish", "home"])
    #expect(problems(["wish": .text("　"), "home": .choice(code: "", other: nil)]) == ["wish", "home"])
    #expect(problems(full) == [])
  }

  @Test func `型のある事実は様式では確かめない`() {
    #expect(form.field("received_on")?.requiredAtComplete == true && !problems([:]).contains("received_on"))
  }

  @Test func `形の合わない答えは書きかけでも知らせる`() {
    #expect(problems(with("mail", .text("名前＠例")), complete: false) == ["mail"])
    #expect(problems(with("mail", .text("name@example.jp")), complete: false) == [])
    #expect(problems(with("kana", .text("佐藤")), complete: false) == ["kana"])
    #expect(problems(with("kana", .text("さとう")), complete: false) == [])
    #expect(problems(with("tel", .text("でんわ")), complete: false) == ["tel"])
    #expect(problems(with("tel", .text("０００-0000-0001")), complete: false) == [])
    #expect(problems(with("size", .number(-1)), complete: false) == ["size"])
    #expect(problems(with("size", .text("二人")), complete: false) == ["size"])
  }

  @Test func `困りごとの◎は仕上げのときに確かめる`() {
    let open = with("trouble", .concerns(Concerns(codes: ["1"])))
    #expect(problems(open, complete: false) == [] && problems(open) == ["trouble"])
  }

  @Test func `行のある項目は何行目かを言う`() {
    let rows = with("people", .rows([["name": .text("架空 花子")], ["age": .partialDate(.year(1944))], [:]]))
    #expect(problems(rows) == ["people.2.name"])
    #expect(problems(rows, complete: false) == [])
  }

  @Test func `今は選べない符号を知らせ、古い記録の名前は読める`() throws {
    let catalogue = try FormCatalogue(lists: [list], forms: [form])
    let old = with("home", .choice(code: "2", other: nil))
    #expect(catalogue.check(old, form: form, complete: true, on: day("2025-03-31")) == [])
    let refused = catalogue.check(old, form: form, complete: true, on: day("2025-04-01"))
    #expect(refused.map(\.fieldID) == ["home"])
    for problem in refused { expectHelpful(problem.sentence) }
    #expect(
      catalogue.check(with("many", .choices(codes: ["1", "9"], other: nil)), form: form, complete: false, on: today).map(\.fieldID) == [
        "many"
      ])
    #expect(catalogue.label("2", in: "L") == "旧" && list.items(on: today).map(\.code) == ["1"])
  }

  @Test func `新しい版は古い記録を変えない`() throws {
    let second = FormDefinition(id: "sample", version: 2, title: "見本 改", validFrom: day("2026-12-01"), sections: [])
    let catalogue = try FormCatalogue(lists: [list], forms: [second, form])
    #expect(catalogue.definition(id: "sample", on: today)?.version == 1)
    #expect(catalogue.definition(id: "sample", on: day("2026-12-01"))?.version == 2)
    #expect(catalogue.definition(id: "sample", on: day("2020-01-01")) == nil)
    #expect(catalogue.definition(id: "sample", version: 1) == form)
  }

  @Test func `自治体の表は同じ番号の表を置き換え、ほかは残す`() throws {
    let national = try FormCatalogue(lists: [list, CodeList(id: "M", title: "別", items: [])], forms: [form])
    let own = try FormCatalogue(lists: [CodeList(id: "L", title: "表", items: [CodeItem(code: "1", label: "持ち家")])], forms: [])
    let merged = try national.overlaid(by: own)
    #expect(merged.label("1", in: "L") == "持ち家" && merged.list("M") != nil && merged.forms == [form])
  }

  @Test func `誤った様式データは理由を言って使わない`() {
    let missing = #expect(throws: FormCatalogueProblem.self) { try FormCatalogue(lists: [], forms: [form]) }
    let twice = #expect(throws: FormCatalogueProblem.self) { try FormCatalogue(lists: [list, list], forms: []) }
    let twiceForm = #expect(throws: FormCatalogueProblem.self) { try FormCatalogue(lists: [list], forms: [form, form]) }
    let doubled = CodeList(id: "D", title: "表", items: [CodeItem(code: "1", label: "a"), CodeItem(code: "1", label: "b")])
    let twiceCode = #expect(throws: FormCatalogueProblem.self) { try FormCatalogue(lists: [doubled], forms: []) }
    let broken = #expect(throws: FormCatalogueProblem.self) { try FormCatalogue(json: Data("{".utf8)) }
    let kind =
      #"{"lists":[],"forms":[{"id":"a","version":1,"title":"a","validFrom":"2021-04-01","sections":[{"id":"s","title":"s","fields":[{"id":"f","label":"f","kind":"magic"}]}]}]}"#
    let unknown = #expect(throws: FormCatalogueProblem.self) { try FormCatalogue(json: Data(kind.utf8)) }
    for problem in [missing, twice, twiceForm, twiceCode, broken, unknown] { expectHelpful(problem?.message ?? "") }
  }

  @Test func `様式と答えはJSONにして戻しても同じである`() throws {
    let catalogue = try FormCatalogue(lists: [list], forms: [form])
    #expect(try FormCatalogue(json: JSONEncoder().encode(catalogue)) == catalogue)
    let answers: Answers = [
      "a": .text("文"), "b": .number(3), "c": .flag(false), "d": .date(today), "e": .partialDate(.unknown),
      "f": .choice(code: "99", other: "車中"),
      "g": .choices(codes: ["1", "2"], other: nil), "h": .concerns(Concerns(codes: ["01", "12"], main: "12")),
      "i": .rows([["x": .text("y")]]),
      "j": .staff(StaffID(rawValue: 1)), "k": .agency(AgencyID(rawValue: 2)),
    ]
    #expect(try JSONDecoder().decode(Answers.self, from: JSONEncoder().encode(answers)) == answers)
    #expect(
      try JSONDecoder().decode(Answers.self, from: Data(#"{"a":{"text":"文"},"f":{"choice":"1","other":"他"}}"#.utf8))["f"]
        == .choice(code: "1", other: "他"))
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(AnswerValue.self, from: Data(#"{"other":"x"}"#.utf8)) }
  }
}
