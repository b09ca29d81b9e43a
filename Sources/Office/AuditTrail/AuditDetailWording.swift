import Casework

/// Japanese for the words beside an entry of the audit log (「補足」): what is stored stays as it is and is read here, old entries alike.
enum AuditDetailWording {
  /// What is typed by people, such as a search term, stays as it is.
  static func detail(_ stored: String, act: String) -> String {
    if stored.isEmpty || stored.hasPrefix("「") { return stored }
    for (mark, words) in heads where stored.hasPrefix(mark) {
      let rest = stored.dropFirst(mark.count)
      return words + (fieldHeads.contains(mark) ? AuditFieldWording.labels(rest.split(separator: ",")) : String(rest))
    }
    if let whole = whole[stored] ?? chosen(stored, Act(rawValue: act)) ?? role(stored) { return whole }
    return counted(stored, act: act)
  }

  private static let fieldHeads: Set<String> = ["fields: ", "unconfirmed: "]

  /// The rest is a list of fields or what somebody typed.
  private static let heads = [
    ("fields: ", "入力の誤り："), ("unconfirmed: ", "送る前の確認："), ("same person? ", "同じ人の確認："), ("name: ", "名称："),
    ("provider: ", "認証基盤でのサインインの失敗："),
  ]

  private static let whole = [
    "unconfirmed": "送る前の確認", "edit conflict": "ほかの人の変更との重なり", "form token": "画面の期限切れ", "network": "使えない接続元",
    "rest noted": "一部受理で引き受けられなかったことの確認", "add": "登録", "disable": "本日付けの停止", "password reset": "仮パスワードの発行",
    "second factor reset": "確認コードの取消し", "set": "設定", "removed": "取消し", "recovery codes": "回復コードの作成",
    "recovery code": "回復コード", "asked": "確かめ", "wrong": "パスワードの誤り", "wrong code": "確認コードの誤り", "code": "確認コード",
    "password": "パスワード", "password code": "パスワードと確認コード", "password recovery code": "パスワードと回復コード",
    "provider": "庁内の認証基盤", "provider code": "庁内の認証基盤と確認コード", "provider recovery code": "庁内の認証基盤と回復コード",
    "confirmed": "確認", "ended": "終了", "seen": "確認", "hold": "廃棄の差止め", "hold ended": "差止めの終了", "approved": "承認",
    "struck": "廃棄の対象から外した", "finished": "完了", "complete": "確定", "draft": "下書き", "export": "出力", "broken": "つながりの切れ",
    "expired": "期限切れ", "applied": "適用", "locked": "サインインの停止中", "unknown": "知らない名前",
    "registered": "登録", "changed": "変更", "recorded": "記録", "decided": "決定", "extended": "期限の延長", "sentBack": "差戻し",
    "withdrawn": "取消し・取下げ", "refused": "同意しない・承認しない", "released": "これまでの記録の共有",
  ]

  /// A value out of a list that has its labels already.
  private static func chosen(_ stored: String, _ act: Act?) -> String? {
    switch act {
    case .moveCase, .closeCase, .reopenCase: ConsultationEvent.Kind(rawValue: stored)?.label
    case .moveCoordination, .withdrawCoordination, .reopenCoordination, .reportPlan: CoordinationAct(rawValue: stored)?.label
    case .recordMeeting: MeetingResult(rawValue: stored)?.label
    case .reviewEmergency: EmergencyFinding(rawValue: stored)?.label
    case .reviewPattern: PatternFinding(rawValue: stored)?.label
    case .recordIncident: IncidentStep(rawValue: stored)?.label
    case .releasePaper: ReleaseGround(rawValue: stored)?.label
    case .requestInformation, .answerInformation: InformationRequestState(rawValue: stored)?.label
    case .printPaper: PaperFormat(rawValue: stored)?.label
    default: CoordinationAct(rawValue: stored)?.label ?? PaperFormat(rawValue: stored)?.label
    }
  }

  /// `grant consultStaff`, `end auditor`
  private static func role(_ stored: String) -> String? {
    let words = stored.split(separator: " ")
    guard words.count == 2, let role = Role(rawValue: String(words[1])) else { return nil }
    return words[0] == "grant" ? "役割を付けた：\(role.label)" : words[0] == "end" ? "役割を終えた：\(role.label)" : nil
  }

  /// Word by word: kinds with their numbers, roles with commas between them; what has no word, such as a hash, stays.
  private static func counted(_ stored: String, act: String) -> String {
    var isAct = false
    return stored.split(separator: " ").map { word in
      defer { isAct = word == "act" }
      if isAct { return AuditTrailWording.act(String(word)) }
      let roles = word.split(separator: ",").compactMap { Role(rawValue: String($0)) }
      if !roles.isEmpty { return roles.map(\.label).joined(separator: "、") }
      return words[String(word)] ?? whole[String(word)] ?? PaperFormat(rawValue: String(word))?.label
        ?? AuditOutcome(rawValue: String(word)).map(AuditTrailWording.label) ?? String(word)
    }.joined(separator: " ")
  }

  private static let words = [
    "rows": "件数", "passages": "か所数", "cases": "事例数", "warned": "確認の画面", "replaces": "元の記録", "certificate": "廃棄証明", "new": "新しい",
    "changed": "変わった", "missing": "見あたらない", "month": "月", "file": "ファイルの印", "hash": "記録の印", "staff": "職員", "case": "事例", "act": "行為",
    "outcome": "結果", "from": "いつから", "until": "いつまで", "hour": "時", "profile": "プロファイル", "dry": "確かめるだけ", "run": "", "apply": "取込み",
    "purpose:": "目的", "utf8": "UTF-8", "cp932": "Shift_JIS",
  ]
}
