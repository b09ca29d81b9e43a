import Casework

/// Japanese for incidents.
enum IncidentWording {
  static let labels = [
    "known_on": "知った日", "happened": "起きた日・期間", "outline": "概要", "items": "漏えい等した項目", "persons": "人数", "case_numbers": "事例番号",
    "cause": "原因", "secondary": "二次被害またはそのおそれ", "handling": "本人への対応", "publication": "公表", "prevention": "再発防止", "words": "内容・理由",
  ]

  static let steps = IncidentStep.allCases.filter { $0 != .closing }.map { ($0.rawValue, $0.label) }

  static func standing(_ standing: DutyStanding) -> String {
    switch standing {
    case .done(let day): "\(day.wareki)に済み"
    case .waived(let day): "行わない（\(day.wareki)に理由を記録）"
    case .late(let since): "期限を過ぎています（\(since.adding(days: -1).wareki)まで）"
    case .open(let until): until.map { "\($0.wareki)まで" } ?? "すみやかに"
    case .none: "義務はありません"
    }
  }

  static func tone(_ standing: DutyStanding) -> String {
    switch standing {
    case .done, .waived: " done"
    case .late: " late"
    case .open: " turn"
    case .none: ""
    }
  }

  static func reasons(_ duty: ReportDuty) -> String {
    switch duty {
    case .due(let reasons): "理由：\(reasons.joined(separator: "、"))"
    case .undetermined: "分かるまでは、報告が要るものとして期限を示します。人数を確かめてください。"
    case .notDue: "人数や内容が変わったら、記録を直してください。もう一度判断します。"
    }
  }

  static func facts(_ incident: Incident) -> [(label: String, value: String)] {
    let kinds = [
      incident.isSensitive ? "要配慮個人情報を含む" : nil, incident.isMoney ? "財産的被害のおそれ" : nil,
      incident.isBadPurpose ? "不正の目的のおそれ" : nil,
    ].compactMap { $0 }
    return [
      ("知った日", incident.knownOn?.wareki ?? ""), ("起きた日・期間", incident.happened), ("概要", incident.outline), ("項目", incident.items),
      ("人数", incident.persons.map { "\($0)人" } ?? "分かっていません"), ("種類", kinds.isEmpty ? "いずれも当てはまらない" : kinds.joined(separator: "、")),
      ("事例番号", incident.caseNumbers.joined(separator: "、")), ("原因", incident.cause), ("二次被害またはそのおそれ", incident.secondary),
      ("本人への対応", incident.handling), ("公表", incident.publication), ("再発防止", incident.prevention),
    ]
  }
}
