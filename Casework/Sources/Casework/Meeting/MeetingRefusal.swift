/// 「会議で進められない理由」 Each with the way out.
public enum MeetingRefusal: Error, Hashable, Sendable {
  ///
  case otherConvener(MeetingKind)
  /// without a valid consent only a 支援会議 may share.
  case noConsent(ConsentState)
  case timingElsewhere(MeetingKind)
  case basisElsewhere(MeetingLegalBasis, MeetingKind)
  /// The case is not at a stage at which this timing comes up.
  case timingNotNow(MeetingTiming, CoordinationStage)
  /// these sides were not there.
  case absent([CoordinationSide])
  case notHeld
  case resultElsewhere(MeetingResult)
  case wordsMissing(MeetingResult)
  case leadMissing
  case alreadyDecided

  /// The reason in Japanese.
  public var reason: String {
    switch self {
    case .otherConvener(let kind): "\(kind.label)を招集するのは\(Self.names(kind.conveners))です。"
    case .noConsent(let state): "本人の有効な同意がない（\(state.label)）ため、この会議では事例を共有できません。"
    case .timingElsewhere(let kind): "\(kind.label)では、プラン策定・再プラン・終結・中断の決定はできません。"
    case .basisElsewhere(let basis, let kind): "\(kind.label)の議題は「\(basis.label)」を根拠にできません。"
    case .timingNotNow(let timing, let stage): "いまは「\(stage.label)」の段階のため、「\(timing.label)」の議題にできません。"
    case .absent(let sides): "重層的支援会議には多機関協働事業者と市の出席が必要ですが、\(sides.map(\.label).joined(separator: "と"))の出席がありません。"
    case .notHeld: "会議がまだ「開催済み」になっていません。"
    case .resultElsewhere(let result): "この議題の結論に「\(result.label)」は選べません。"
    case .wordsMissing(let result): "「\(result.label)」の内容が書かれていません。"
    case .leadMissing: "主担当となる相談窓口が選ばれていません。"
    case .alreadyDecided: "この議題の結論は、もう記録されています。"
    }
  }

  /// What to do instead, in Japanese.
  public var wayOut: String {
    switch self {
    case .otherConvener(let kind): "\(Self.names(kind.conveners))に開催を依頼してください。"
    case .noConsent: "同意が得られないときは、支援会議（社会福祉法106条の6）に諮るよう市に依頼してください。同意が得られたときは、先に同意を記録してください。"
    case .timingElsewhere: "これらは重層的支援会議の議題にしてください。"
    case .basisElsewhere: "一覧から、この会議で使える根拠を選び直してください。"
    case .timingNotNow(let timing, _): Self.when(timing)
    case .absent: "出席を記録し直すか、出席できる日に改めて開いてください。書面（持回り）のときは回答が出席に当たります。"
    case .notHeld: "先に、会議の画面で出席者を確かめ「開催済みにする」を押してください。"
    case .resultElsewhere: "一覧にある結論から選び直してください。"
    case .wordsMissing: "何をどうするか、なぜそうなったかを書いてください。"
    case .leadMissing: "主担当となる機関を一覧から選び、分かれば担当者を書いてください。"
    case .alreadyDecided: "誤りがあったときは、次の会議にもう一度議題として載せ、新しい結論を記録してください。"
    }
  }

  /// Reason and way out together.
  public var message: String { reason + wayOut }

  private static func names(_ sides: Set<CoordinationSide>) -> String {
    CoordinationSide.allCases.filter(sides.contains).map(\.label).joined(separator: "か")
  }

  private static func when(_ timing: MeetingTiming) -> String {
    switch timing {
    case .plan, .replan: "プランを書き終えて「プランを会議に諮る」を押してから、議題にしてください。"
    case .close: "終結を諮るのは「支援中」のときです。段階を確かめてください。"
    case .interrupt: "中断を諮るのは「支援中」か「再プラン」のときです。段階を確かめてください。"
    }
  }
}
