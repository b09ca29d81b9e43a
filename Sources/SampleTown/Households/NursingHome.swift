import Casework

/// Somebody in a nursing home of whom little is known: 80代, no address, a brother whose date of birth is 不詳.
extension HouseholdStory {
  static let nursingHome = HouseholdStory(
    Deed(
      11, "11:10", "houkatsu",
      .reception(
        [
          ("form", "consultation-no-consent"), ("channel", "6"), ("name", "仮称 キヌ"), ("name_kana", "かしょう きぬ"), ("sex", "female"),
          ("birth_date", "80代"), ("contact_note", "入所中。住民票の住所は分からない。"), ("caller_relation", "3"), ("caller_name", "特別養護老人ホーム架空の里 仮田"),
          ("caller_phone", "000-0000-1214"),
          ("concern_text", "急な保護で入所したが、身寄りが分からず、保証人も通帳もない。入院が必要になったとき、だれに連絡すればよいか困っている。"), ("concerns.other", "身元の保証"),
          ("urgency", "C"), ("housing", "06"), ("work", "10"), ("no_consent_reason", "04"), ("info_source", "施設の生活相談員"),
          ("consent_outlook", "成年後見の申立てを検討し、本人の意思は施設の職員と一緒に繰り返し聞く。"), ("request_support_meeting", "1"),
        ] + SampleReception.concerns("99", "03", "01")
          + SampleReception.household(.init("仮称 一男", "不詳", .sibling, apart: true, "弟と話されるが、どこにいるか分からない。")))),
    Deed(
      10, "14:00", "houkatsu",
      .note(
        .visit(.met), [.person, .agency(nil, name: "特別養護老人ホーム架空の里")], "施設で本人に会う",
        "名前を呼ぶと笑顔でうなずかれた。「弟の一男が迎えに来る」と2回話された。生まれた所は「海の近く」とのこと。持ち物は着替えと古い写真1枚だけだった。",
        opinion: "同じ話でも嫌がらずにされるので、写真を手がかりに少しずつ聞けそう。制度の説明を理解するのは難しい。")),
    Deed(10, "16:00", "houkatsu", .move([.sort], "")),
    Deed(
      7, "10:40", "houkatsu",
      .note(
        .inquiry, [.agency(nil, name: "権利擁護センター")], "成年後見の相談", "本人の申立ては難しく、親族の調査をしたうえで市長による申立てを検討することになった。戸籍の調査は市が行い、1か月ほどかかる見込み。",
        next: "市の担当に調査の進み具合を聞く",
        within: 21)),
    Deed(
      3, "15:20", "houkatsu",
      .note(.phone, [.agency(nil, name: "特別養護老人ホーム架空の里")], "体調の連絡", "微熱が2日続いたが、往診で様子を見ることになった。入院のときの連絡先は、当面、市の担当課とすることを施設と確認した。")))
}
