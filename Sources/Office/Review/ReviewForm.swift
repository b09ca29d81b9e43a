import Casework

/// Words and options of form 2-2 (「様式2-2」): from its definition and the code lists, each with the national words where a municipality has none.
struct ReviewForm: Sendable {
  static let id = "plan-review"

  let version: Int
  private let catalogue: FormCatalogue
  private let today: CivilDate
  private let definition: FormDefinition?
  let changes: CodeList
  let closeReasons: CodeList

  /// - Parameter version: the version an existing review was begun under; nil takes the one in force.
  init(_ catalogue: FormCatalogue, version: Int?, today: CivilDate) {
    self.catalogue = catalogue
    self.today = today
    let kept = version.flatMap { catalogue.definition(id: Self.id, version: $0) }
    definition = kept ?? catalogue.definition(id: Self.id, on: today)
    self.version = version ?? definition?.version ?? 1
    changes = catalogue.list("C-12") ?? CodeList(id: "C-12", title: "", items: [])
    closeReasons = catalogue.list("C-13") ?? CodeList(id: "C-13", title: "", items: [])
  }

  /// The questions by their number in the definition.
  enum Question: String, CaseIterable {
    case reviewedOn = "reviewed_on"
    case attainment, changes, status, remaining
    case roles = "role_results"
    case resourceGap = "resource_gap"
    case personView = "person_view"
    case onward, result
    case closeReason = "close_reason"
    case interruptReason = "interrupt_reason"
    case leadAgency = "lead_agency"
    case leadPerson = "lead_person"
    case followUp = "needs_follow_up"
    case followUpOn = "follow_up_on"
    case followUpHow = "follow_up_how"

    var label: String {
      switch self {
      case .reviewedOn: "評価日"
      case .attainment: "目標の達成状況"
      case .changes: "見られた変化"
      case .status: "現在の状況"
      case .remaining: "残る課題"
      case .roles: "機関の役割の実施状況"
      case .resourceGap: "社会資源の課題"
      case .personView: "本人の評価・希望"
      case .onward: "これから続ける機関に伝えること"
      case .result: "評価結果"
      case .closeReason: "終結の理由"
      case .interruptReason: "中断の理由"
      case .leadAgency: "終結後の主担当機関"
      case .leadPerson: "終結後の担当者"
      case .followUp: "フォローアップの要否"
      case .followUpOn: "フォローアップの日"
      case .followUpHow: "フォローアップの方法"
      }
    }
  }

  func label(_ question: Question) -> String { definition?.field(question.rawValue)?.label ?? question.label }
  func help(_ question: Question) -> String? { definition?.field(question.rawValue)?.help }

  var attainments: [(code: String, label: String)] { GoalAttainment.allCases.map { ($0.rawValue, label($0)) } }
  var roleResults: [(code: String, label: String)] { RoleResult.allCases.map { ($0.rawValue, label($0)) } }
  var results: [(code: String, label: String)] { PlanReviewResult.allCases.map { ($0.rawValue, label($0)) } }
  var interruptReasons: [(code: String, label: String)] { InterruptReason.allCases.map { ($0.rawValue, label($0)) } }
  var followUpNeeds: [(code: String, label: String)] {
    [("1", listed("1", "follow-up-need", "要")), ("0", listed("0", "follow-up-need", "否"))]
  }

  func label(_ attainment: GoalAttainment) -> String { listed(attainment.rawValue, "attainment", attainment.label) }
  func label(_ result: RoleResult) -> String { listed(result.rawValue, "role-result", result.label) }
  func label(_ result: PlanReviewResult) -> String { listed(result.rawValue, "review-result", result.label) }
  func label(_ reason: InterruptReason) -> String { listed(reason.rawValue, "interrupt-reason", reason.label) }

  /// What may be chosen today, and what was chosen when it still could be.
  func offered(_ list: CodeList, chosen: [String]) -> [(code: String, label: String)] {
    list.items(on: today).map { ($0.code, $0.label) }
      + list.items.filter { chosen.contains($0.code) && !$0.isValid(on: today) }.map { ($0.code, $0.label) }
  }

  /// The municipality's word for a code that the rules know.
  private func listed(_ code: String, _ list: String, _ otherwise: String) -> String {
    catalogue.list(list)?.item(code)?.label ?? otherwise
  }
}
