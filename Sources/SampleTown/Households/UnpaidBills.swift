import Casework

/// An answer that is overdue: 生活困窮 was asked and has not answered.
extension HouseholdStory {
  static let unpaidBills = HouseholdStory(
    Deed(
      9, "11:15", "houkatsu",
      .reception(
        [
          ("channel", "6"), ("name", "模擬 正蔵"), ("name_kana", "もぎ しょうぞう"), ("sex", "male"), ("birth_date", "S27.4.30"),
          ("address", "見本市架空町四丁目7番 市営住宅3-105"), ("phone_home", "000-0000-1005"), ("caller_relation", "2"),
          ("caller_relation.other", "水道の検針員"), ("caller_name", "仮野 検"), ("caller_phone", "000-0000-1205"),
          ("concern_text", "水道料金が4か月止まっている。玄関に督促状がたまり、声をかけると「金がない」とだけ答えた。やせたように見える。"),
          ("urgency", "B"), ("household_size", "1"), ("household.rows", "4"), ("housing", "03"), ("work", "04"),
        ] + SampleReception.concerns("05", "03", "15"))),
    Deed(
      8, "14:30", "houkatsu",
      .note(
        .visit(.met), [.person], "自宅を訪問",
        "玄関先で20分話した。年金は月6万円ほど。妻の葬儀の費用を今も分けて払っているという。食事は1日1回、昼にうどんを食べている。督促状は8通あり、見せてもらった。",
        opinion: "介護よりも先に、支払いの整理と食べることの支援が要る。「役所に迷惑はかけたくない」という気持ちが強い。", next: "自立相談支援センターにつなぐ", within: 2)),
    Deed(
      7, "10:00", "houkatsu",
      .request(
        SampleReferral(
          to: "konkyuu", reason: "公共料金の滞納が重なり、食事も足りていない。収入と支払いの全体を一緒に見てほしいため。",
          asked: "債務と滞納の整理、食料の支援、減免の手続きの案内。", wishes: "訪問してほしい。人に会うときは仏壇のある部屋を見られたくないとのこと。",
          prior: ("9:40", "受付の担当者"), accompanies: true))),
    Deed(7, "10:10", "houkatsu", .move([.sort], "")),
    Deed(
      5, "9:30", "houkatsu",
      .note(
        .visit(.met), [.person], "食料を届ける", "社会福祉協議会の食料支援を届けた。米とレトルト食品を見て「助かる」と受け取られた。水道は今月分を払い、停止は避けられた。")),
    Deed(
      1, "16:10", "houkatsu",
      .note(
        .phone, [.agency(nil, name: "見本自立相談支援センター")], "つなぎの返事を問い合わせる", "担当者は不在で、折り返しを頼んだ。電話に出た職員は、依頼が届いていることは確認できると話した。",
        opinion: "電気の停止予告が来ているため、返事を待つ間に減免の申請だけ先に進める。", next: "回答がなければ係の責任者から連絡する", within: 3)))
}
