import Casework

/// ゴミ屋敷, taken in by the town's own section and ended with information: the person cleared it himself.
extension HouseholdStory {
  static let pileOfRubbish = HouseholdStory(
    Deed(
      38, "9:10", "shi",
      .reception(
        [
          ("channel", "6"), ("name", "例外 忠"), ("name_kana", "れいがい ただし"), ("sex", "male"), ("birth_date", "S35.11.11"),
          ("address", "見本市例示町5番地2"), ("phone_home", "000-0000-1015"), ("caller_relation", "2"), ("caller_relation.other", "自治会長"),
          ("caller_name", "仮山 自治"), ("caller_phone", "000-0000-1215"),
          ("concern_text", "玄関の前から道までごみ袋が積まれ、通学路にはみ出している。においの苦情も出ている。本人は悪い人ではなく、会えば挨拶はする。"), ("urgency", "C"),
          ("household_size", "1"), ("household.rows", "4"), ("housing", "01"), ("work", "04"),
        ] + SampleReception.concerns("09", "02"))),
    Deed(
      37, "10:30", "shi",
      .note(
        .visit(.met), [.person], "自宅を訪問",
        "袋は30ほどで、ほとんどが新聞と空き缶だった。腰を痛めて集積所まで運べず、いつか出そうと思ううちに増えたという。室内に通されたが、台所と寝室は片付いていた。",
        opinion: "ためこみではなく、運び出しができなくなったことが原因とみられる。責める言い方は避ける。")),
    Deed(
      35, "11:00", "shi",
      .note(
        .inquiry, [.agency(nil, name: "市の環境担当")], "ごみ出し支援の確認",
        "65歳以上で運び出しが難しい方は、玄関先までの収集を週1回、無料で使える。申請は電話でもよく、今たまっている分は粗大ごみの日に一度に引き取れるとのこと。")),
    Deed(
      34, "13:20", "shi",
      .note(.phone, [.person], "制度の案内", "玄関先の収集と、たまった分の引取りを案内した。「そんな便利なものがあるなら自分で頼む」と、その場で番号を書き取られた。")),
    Deed(
      27, "10:00", "shi",
      .note(
        .visit(.met), [.person, .neighbourhood], "片付いたことを確認", "袋はすべてなくなり、自治会の方2人が掃き掃除を手伝っていた。週1回の収集も始まっている。ほかに困っていることはないとのこと。",
        opinion: "近所との関係も戻っており、継続の支援は要らない。")),
    Deed(26, "9:00", "shi", .closeWithInformation("ごみ出し支援の案内で解決し、本人もほかの支援を望まないため。")))
}
