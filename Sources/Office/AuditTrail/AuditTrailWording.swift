import Casework

/// Japanese for the audit log.
enum AuditTrailWording {
  /// The words for a stored act; sign-in has no visit yet and so no ``Act``.
  static func act(_ raw: String) -> String {
    Act(rawValue: raw)?.label ?? withoutVisit[raw] ?? SignInWording.acts[raw] ?? GuestAct(rawValue: raw)?.label ?? raw
  }

  static let signIn = "signIn"

  /// What happens without a visit: before there is one, at the terminal, or by the clock.
  private static let withoutVisit = [
    signIn: "サインイン", "endConsent": "同意の期限切れ", "backUp": "控えの作成", AuditCheckpoint.act: "古い監査記録の保管", "findPatterns": "ふだんと違う閲覧の洗い出し",
  ]

  /// 「見た根拠」 in a word; nothing for none.
  static func ground(_ raw: String) -> String {
    switch Ground(rawValue: raw) {
    case .ownRecord: "自機関の受付"
    case .acceptedReferral: "受理したつなぎ"
    case .multiReferral: "多機関協働"
    case .programmeSection: "事業担当課"
    case .planRole: "プランの役割"
    case .mainSupporter: "主担当の機関"
    case .emergency: "緊急閲覧"
    case nil: raw
    }
  }

  /// Every act the log may hold, for the filter.
  static var acts: [(code: String, label: String)] {
    [(signIn, act(signIn))] + Act.allCases.map { ($0.rawValue, $0.label) }
  }

  static func label(_ outcome: AuditOutcome) -> String {
    switch outcome {
    case .done: "実施"
    case .denied: "閲覧・操作の拒否"
    case .refused: "入力・規則による差し止め"
    case .failed: "失敗"
    }
  }

  static func outcome(_ raw: String) -> String { AuditOutcome(rawValue: raw).map(label) ?? raw }

  /// 「事例12　支援経過30」 for `case 12 note 30`; what has no word of its own, such as a path, stays as it is.
  static func subject(_ stored: String) -> String {
    var out: [String] = []
    for word in stored.split(separator: " ") where word != "of" {
      if Int(word) != nil, let last = out.popLast() {
        out.append("\(last)\(word)")
      } else {
        out.append(kinds[String(word)] ?? String(word))
      }
    }
    return out.joined(separator: "　")
  }

  private static let kinds = [
    "home": "ホーム", "search": "検索", "audit": "監査記録", "export": "出力", "chain": "つながり", "session": "サインイン", "case": "事例", "cases": "事例の一覧",
    "note": "支援経過", "task": "やること", "tasks": "やることの一覧", "attachment": "添付ファイル", "consultation": "相談受付", "consultations": "相談受付の一覧",
    "correction": "訂正", "referral": "つなぎ", "referrals": "つなぎの一覧", "draft": "書きかけ", "drafts": "書きかけの一覧", "resident": "住民", "household": "世帯",
    "section": "係の記録", "agency": "機関", "agencies": "機関の一覧", "staff": "職員", "import": "取込み", "candidates": "同じ人の候補", "prompt": "問いかけ",
    "charge": "担当",
    "patterns": "確認してほしい閲覧の一覧", "pattern": "確認してほしい閲覧", "answers": "本人への回答の一覧", "answer": "本人への回答", "incidents": "漏えい等の記録の一覧",
    "incident": "漏えい等の記録", "times": "日時ごとの件数", "hash": "印", "emergency": "緊急閲覧", "consent": "本人同意", "consents": "本人同意の一覧",
    "people": "関わる人", "stage": "段階", "role": "役割", "form": "様式",
  ]
}
