import Casework

/// Japanese for 本人同意.
enum ConsentWording {
  static func event(_ event: String) -> String {
    switch event {
    case "asked": "確認をはじめた"
    case "refused": "同意しないとの返事"
    case "withdrawn": "同意の取消し"
    case "released": "これまでの記録も共有"
    default: event
    }
  }

  /// What to do next, by where it stands.
  static func next(_ person: ConsentPerson) -> String {
    switch person.state {
    case .notAsked: "まだ確認していません。説明をはじめたら「確認をはじめた」を、同意を受けたら「同意を記録する」を選びます。"
    case .asking: "返事を待っています。同意を受けたら「同意を記録する」、断られたら「同意しないとの返事を記録する」を選びます。"
    case .given: "いま有効な同意があります。申出があれば、いつでも取り消せます。"
    case .refused: "同意しないとの返事です。急がず、信頼関係ができたころにあらためて説明します。情報を共有できるのは支援会議だけです。"
    case .withdrawn: "同意は取り消されています。新しい共有はできません。情報を共有できるのは支援会議だけです。"
    case .expired: "同意の期限が切れました。続けて共有するには、もう一度説明して同意を受けてください。"
    }
  }

  /// Whom a consent covers, in a sentence.
  static func cover(_ line: ConsentLine) -> String {
    let who = line.scope == .team ? "支援に必要な関係機関" : line.named.joined(separator: "、")
    let without = line.excluded.isEmpty ? "" : "（\(line.excluded.joined(separator: "、"))を除く）"
    return who + without
  }

  static let ways: [(code: String, label: String)] = [
    ("signature", "署名"), ("proxy", "代筆（代筆者と理由を書きます）"), ("oral", "口頭（職員が記録）"),
  ]

  static let scopes: [(code: String, label: String)] = ConsentScope.allCases.map { ($0.rawValue, $0.label) }

  static func tone(_ state: ConsentState) -> String {
    switch state {
    case .given: " done"
    case .notAsked, .asking: ""
    case .refused, .withdrawn, .expired: " late"
    }
  }
}
