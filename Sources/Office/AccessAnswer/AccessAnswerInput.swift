import Casework

/// What a browser sends for an answer to a resident.
struct AccessAnswerInput: Sendable {
  let caseNumber: String
  let request: AccessAnswerRequest?
  let problems: [FieldProblem]

  init(_ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    caseNumber = form.trimmed("case")
    let asked = reader.past("requested_on", "請求を受けた日")
    let from = reader.past("from", "期間のはじめ")
    let until = reader.past("until", "期間のおわり")
    let labels = [("requested_on", "請求を受けた日"), ("from", "期間のはじめ"), ("until", "期間のおわり")]
    for (name, label) in labels where form.trimmed(name).isEmpty {
      reader.problems.append(FieldProblem(name, "\(label)が入っていません。日付を入れてください。"))
    }
    if caseNumber.isEmpty { reader.problems.insert(FieldProblem("case", "事例番号が入っていません。請求した方の事例番号を入れてください。"), at: 0) }
    if let from, let until, until < from {
      reader.problems.append(FieldProblem("until", "期間のおわりが、はじめより前です。日付を直してください。"))
    }
    problems = reader.problems
    if let asked, let from, let until, problems.isEmpty {
      request = AccessAnswerRequest(
        requestedOn: asked, from: from, until: until, namesStaff: form.isOn("names_staff"), namesAgencies: !form.isOn("without_agencies"))
    } else {
      request = nil
    }
  }

  /// The form as it begins: the last year.
  static func blank(_ query: Fields, today: CivilDate) -> Fields {
    Fields([
      ("case", query["case"]), ("requested_on", today.warekiShort), ("from", today.adding(months: -12).warekiShort),
      ("until", today.warekiShort),
    ])
  }
}
