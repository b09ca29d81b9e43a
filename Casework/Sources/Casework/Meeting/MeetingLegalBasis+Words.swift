extension MeetingLegalBasis {
  /// 「この情報を見られる理由」 Why somebody who is called for the item sees it.
  public var whySeen: String {
    switch self {
    case .consent: "本人が関係機関との共有に同意し、その議題に加わるため。同意が取り消されると、その時から見られなくなります"
    case .supportMeeting: "社会福祉法106条の6の支援会議で、その議題に加わるため。本人の同意がなくても共有できる定めです"
    case .livelihood: "生活困窮者自立支援法9条の支援会議で、その議題に加わるため。本人の同意がなくても共有できる定めです"
    case .publicAssistance: "生活保護法27条の3の調整会議で、その議題に加わるため"
    case .communityCare: "介護保険法115条の48の地域ケア会議で、その議題に加わるため"
    case .childProtection: "児童福祉法25条の2の要保護児童対策地域協議会の構成員として、その議題に加わるため"
    case .disabilityCouncil: "障害者総合支援法89条の3の協議会で、その議題に加わるため"
    case .isolation: "孤独・孤立対策推進法の孤独・孤立対策地域協議会で、その議題に加わるため"
    }
  }

  /// 「守秘」 Which duty of secrecy holds for what is learnt of the item; it follows the law of the item, not of the sitting.
  ///
  /// Source: reference §4.1, §4.5; that the neighbouring laws have a clause of secrecy is [K] there, so no article is named.
  public var secrecy: String {
    switch self {
    case .consent: "地方公務員法、それぞれの資格の法律、委託契約による守秘の義務があります"
    case .supportMeeting: "社会福祉法により、知った一切の事項を正当な理由なく漏らすことは罰則をもって禁じられています"
    case .livelihood: "生活困窮者自立支援法の守秘の義務があります"
    case .publicAssistance: "生活保護法の守秘の義務があります"
    case .communityCare: "介護保険法の守秘の義務があります"
    case .childProtection: "児童福祉法の守秘の義務があります"
    case .disabilityCouncil: "障害者総合支援法と、それぞれの資格の法律による守秘の義務があります"
    case .isolation: "孤独・孤立対策推進法の守秘の義務があります"
    }
  }
}
