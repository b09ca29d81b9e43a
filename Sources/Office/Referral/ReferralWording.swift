import Casework

/// Japanese for つなぎ: whose turn it is, who is responsible, what was asked.
enum ReferralWording {
  /// `restWaits`: the sender has not taken note yet of what was left after a partial acceptance.
  static func turn(_ stage: ReferralStage, side: ReferralSide?, restWaits: Bool = false) -> String {
    if restWaits, side == .sender { return "自分の番" }
    guard let waiting = Referral.isWaitingFor(stage) else { return "終了" }
    guard let side else { return "\(waiting.label)の番" }
    return waiting == side ? "自分の番" : "相手の番"
  }

  /// Who is responsible now, in words (つなぎ元 until somebody accepts).
  static func responsibility(_ view: ReferralView) -> String {
    let referral = view.referral
    let sides = Referral.responsible(referral.stage, partly: view.isPartly)
    if sides.count == 2 {
      return "\(referral.fromName)と\(referral.toName)の両方（一部受理のため、引き受けなかった部分は\(referral.fromName)が続けます）"
    }
    guard sides.contains(.sender) else { return "\(referral.toName)（受理したため）" }
    switch referral.stage {
    case .draft, .requested: return "\(referral.fromName)（つなぎ先が受理するまで、つなぎ元が引き続き担当します）"
    case .returned: return "\(referral.fromName)（差し戻されたため、つなぎ元が引き続き担当します）"
    case .withdrawn: return "\(referral.fromName)（取り下げたため、つなぎ元が引き続き担当します）"
    default: return referral.fromName
    }
  }

  /// The reason a viewer may see this page.
  static func reason(_ referral: OpenedReferral) -> String {
    switch referral.side {
    case .sender: "\(referral.fromName)が依頼したつなぎのため"
    case .receiver:
      "\(referral.toName)が依頼を受けたつなぎのため"
        + (referral.stage == .requested ? "。受理するまでは、このつなぎで渡された内容だけを表示します" : "")
    case nil: "多機関協働事業へのつなぎで、市の事業担当課であるため"
    }
  }

  /// What a refusal says, each at the field it is about.
  static func problems(_ refusal: ReferralRefusal) -> [FieldProblem] {
    switch refusal {
    case .notNow, .otherSide: [FieldProblem("act", refusal.message)]
    case .requestIncomplete: [FieldProblem("to", refusal.message)]
    case .partsMissing: [FieldProblem("taken", refusal.message)]
    case .handBackIncomplete(let problems): problems
    case .withdrawalReasonMissing, .reportMissing: [FieldProblem("words", refusal.message)]
    }
  }

  /// Name of a step in `case_event` where it moves no stage.
  static func caseEvent(_ act: ReferralAct.Kind) -> String { "referral.\(act.rawValue)" }

  /// Japanese for a row of `case_event` that a つなぎ wrote; nothing for other events.
  static func caseEventLabel(_ event: String) -> String? {
    guard event.hasPrefix("referral."), let act = ReferralAct.Kind(rawValue: String(event.dropFirst(9))) else { return nil }
    return past(act)
  }

  /// 「受理しました」
  static func past(_ act: ReferralAct.Kind) -> String {
    switch act {
    case .request: "つなぎを依頼しました"
    case .accept: "受理しました"
    case .acceptInPart: "一部受理しました"
    case .handBack: "差し戻しました"
    case .withdraw: "取り下げました"
    case .start: "対応をはじめました"
    case .report: "完了を報告しました"
    case .confirm: "結果を確認しました"
    }
  }

  static func reasonLabel(_ act: ReferralAct.Kind?, _ code: String) -> String {
    switch act {
    case .handBack: HandBackReason(rawValue: code).map { "\($0.side.label)：\($0.label)" } ?? code
    case .report: ReferralOutcome(rawValue: code)?.label ?? code
    default: code
    }
  }

  /// What the sender does about the part that was not taken up.
  static let restToDo = "自機関で続けるか、ほかの機関につなぐかを決めてください。"

  static let talks: [(code: String, label: String)] = ["電話", "面談", "オンライン", "会議", "メール・文書"].map { ($0, $0) }

  static let handBackReasons: [(label: String, options: [(code: String, label: String)])] = HandBackReason.Side.allCases.map { side in
    (side.label, HandBackReason.allCases.filter { $0.side == side }.map { ($0.rawValue, $0.label) })
  }

  static let agreements: [(code: String, label: String)] = [
    (Agreement.agreed.rawValue, "本人が納得している"), (Agreement.notObtained.rawValue, "同意が得られていない（理由を選ぶ）"),
  ]

  static let accompanies: [(code: String, label: String)] = [("yes", "同行する"), ("no", "同行しない")]
}

extension ReferralWording {
  /// What was asked, in the words that both sides keep.
  static func asking(_ input: ReferralInput, to target: TargetChoice, by staff: StaffMember, reasons: CodeList) -> HandedOver.Asking {
    let request = input.request
    return HandedOver.Asking(
      from: staff.agencyName, fromStaff: staff.name, to: target.label, reason: request.reason, asked: request.asked,
      wishes: input.wishes,
      priorContact: request.priorContact.map { "\($0.on.wareki)\($0.at.map { " \($0.stored)" } ?? "")　\($0.with)" } ?? "なし",
      accompany: request.accompany.map { $0 ? "同行する" : "同行しない" } ?? "未定",
      explained: request.explanation.map {
        "\($0.on.wareki)　\($0.by)\($0.anxious ? "（本人の不安が強い）" : "")"
      } ?? "説明していない",
      agreement: agreement(input, reasons: reasons))
  }

  private static func agreement(_ input: ReferralInput, reasons: CodeList) -> String {
    guard input.agreement == .notObtained else { return "本人が納得している" }
    let note = input.noConsentNote.isEmpty ? "" : "　\(input.noConsentNote)"
    return "同意が得られていない（\(reasons.label(input.request.noConsentReason))）\(note)"
  }

  /// The names of the fields of the request form, for showing a colleague's version beside one's own.
  static let fieldLabels: [(name: String, label: String)] = [
    ("to", "つなぎ先"), ("referral_reason", "つなぐ理由"), ("asked", "依頼すること"), ("wishes", "本人の希望・配慮を望むこと"),
    ("prior_on", "事前連絡の日"), ("prior_at", "事前連絡の時刻"), ("prior_with", "事前連絡の相手"), ("accompany", "同行"),
    ("agreement", "本人の納得"), ("explained_on", "説明した日"), ("explained_by", "説明した職員"), ("anxious", "不安が強い"),
    ("no_consent_reason", "同意が得られない理由"), ("no_consent_note", "事情"), ("consultation", "渡す相談受付"), ("note", "渡す支援経過"),
    ("answer_due", "回答期限"),
  ]
}
