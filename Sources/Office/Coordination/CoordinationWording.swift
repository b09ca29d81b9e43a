import Casework

/// Japanese for 多機関協働: refusals at the field they are about, whose turn it is.
enum CoordinationWording {
  /// What a refusal says, at the field it is about.
  static func problem(_ refusal: CoordinationRefusal) -> FieldProblem {
    switch refusal {
    case .notNow, .otherSide: FieldProblem("act", refusal.message)
    case .missing(let requirements, _): FieldProblem(field(requirements.first), refusal.message)
    }
  }

  private static func field(_ requirement: CoordinationRequirement?) -> String {
    switch requirement {
    case .reason: "words"
    case .talkWithReferrer: "talked_on"
    case .noConsentReason: "no_consent_reason"
    case .exit: "exit"
    default: "act"
    }
  }

  /// 「あなたの番」「市の事業担当課の番」
  static func turn(_ stage: CoordinationStage, sides: Set<CoordinationSide>) -> String {
    guard let waiting = Coordination.isWaitingFor(stage) else { return "いまは誰の番でもありません" }
    return sides.contains(waiting) ? "あなたの番" : "\(waiting.label)の番"
  }
}

extension CoordinationWording {
  /// Worth a colour: somebody is waiting, or something has passed.
  static func isUrgent(_ reason: CoordinationAttention) -> Bool {
    switch reason {
    case .newRequest, .reviewWanted, .needsTalk, .dayPassed, .resultMissing, .consentEnds: true
    case .handBackWaits, .daySoon, .ownTurn, .longInStage: false
    }
  }

  /// 「受け付けました」, for the history.
  static func past(_ act: CoordinationAct) -> String {
    switch act {
    case .accept: "受け付けました"
    case .giveBack: "つなぎ元に戻しました"
    case .withdraw: "つなぎ元が取り下げました"
    case .apply: "利用申込を受けました"
    case .proceedWithoutConsent: "同意なしで支援会議に諮ることにしました"
    case .endPreConsent: "同意前に終了しました"
    case .beginAssessment: "アセスメントをはじめました"
    case .finishAssessment: "アセスメントを終えました"
    case .submitPlan: "プランを会議に諮りました"
    case .approve: "会議で了承されました"
    case .sendBackPlan: "プラン作成に戻りました"
    case .handToWindow: "相談窓口が主担当として続けることになりました"
    case .reportToTown: "プランを市に報告し、支援をはじめました"
    case .decide: "市が支援決定をしました"
    case .decline: "市が不決定としました"
    case .replan: "再プランをはじめました"
    case .interrupt: "支援を中断しました"
    case .close: "終結しました"
    case .beginFollowUp: "フォローアップに移りました"
    case .reopen: "再開しました"
    case .end: "終了しました"
    }
  }

  /// The reason a code stands for in an event.
  static func reasonLabel(_ act: CoordinationAct, _ code: String, noConsent: CodeList) -> String {
    guard !code.isEmpty else { return "" }
    switch act {
    case .end: return CoordinationExit(rawValue: code)?.label ?? code
    case .giveBack: return HandBackReason(rawValue: code)?.label ?? code
    case .proceedWithoutConsent: return noConsent.label(code)
    default: return code
    }
  }
}

extension CoordinationWording {
  /// What a case that waits for nobody is doing.
  static func rest(_ stage: CoordinationStage) -> String {
    switch stage {
    case .closed: "多機関協働は一旦終結しました。主担当の機関が支援を続けています。状況が変わったら「再開する」を選んでください。"
    case .followUp: "フォローアップの日に、主担当の機関から様子を聞いてください。状況が変わったら「再開する」を選んでください。"
    case .interrupted: "支援を中断しています。連絡がついたら「再開する」を選んでください。"
    case .returned: "つなぎ元に戻しました。助言した内容で、つなぎ元が支援を続けます。"
    case .withdrawn: "つなぎ元が取り下げました。"
    case .handedBack: "会議の結果、相談窓口が主担当として続けています。"
    case .closedPreConsent: "同意が得られないまま終了しました。"
    case .ended: "終了しました。"
    default: ""
    }
  }

  static func ground(_ ground: Ground) -> String {
    switch ground {
    case .ownRecord: "相談を受け付けた"
    case .acceptedReferral: "つなぎを受理した"
    case .multiReferral: "多機関協働事業"
    case .programmeSection: "市の事業担当課"
    case .planRole: "プランの役割を担う"
    case .mainSupporter: "主担当"
    case .emergency: "緊急閲覧"
    }
  }

  static func ask(_ state: String, due: CivilDate?, today: CivilDate) -> String {
    switch state {
    case "answered": "回答あり"
    case "declined": "回答できないとの返事"
    default: due.map { "回答待ち（\($0.warekiShort)まで）" + ($0 < today ? "　期限切れ" : "") } ?? "回答待ち"
    }
  }

  /// The words for a state of a role; nothing before anybody was heard.
  static func progress(_ state: String) -> String? {
    switch state {
    case "asPlanned": "予定どおり"
    case "partly": "一部"
    case "notStarted": "未着手"
    case "needsTalk": "相談したい"
    default: nil
    }
  }
}
