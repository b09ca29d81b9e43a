import Casework

/// Japanese for 本人開示.
enum DisclosureWording {
  static let reasonList = "disclosure-reason"
  static let identityList = "disclosure-identity"
  /// The code of the article under which what a 支援会議 spoke of stays closed.
  static let closedByLaw = "106-6"

  static let notFound = "この番号・氏名と生年月日の記録は見つかりませんでした。請求書を確かめ、それでもないときは「不存在」として扱ってください。"
  static let notDrafting = "作成中の開示だけを直せます。確認待ちのときは、二人目の職員に差し戻してもらってください。"

  static let requesters = DisclosureRequest.Requester.allCases.map { ($0.rawValue, $0.label) }
  static let kinds = DisclosureKind.allCases.map { ($0.rawValue, $0.label) }
  static let decisions = PassageDecision.allCases.map { ($0.rawValue, $0.label) }

  static func event(_ event: String) -> String {
    switch event {
    case "recorded": "請求を受け付けた"
    case "decided": "一節の扱いを決めた（最後）"
    case "extended": "期限を延長した"
    case "asked": "二人目の確認を頼んだ"
    case "sentBack": "差し戻した"
    case "finished": "確認して完了した"
    case "withdrawn": "取下げ"
    default: event
    }
  }

  static func tone(_ line: DisclosureLine, today: CivilDate) -> String {
    if DisclosureDeadline.isOverdue(line.stage, due: line.dueOn, today: today) { return " late" }
    return line.stage == .finished ? " done" : line.stage == .looking ? " turn" : ""
  }

  static func heading(_ passage: DisclosurePassage) -> String {
    [passage.heading, Wording.date(passage.day), passage.agency].filter { !$0.isEmpty }.joined(separator: "　")
  }
}
