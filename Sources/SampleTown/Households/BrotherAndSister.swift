import Casework

/// 多機関協働 that was asked yesterday and has not answered: a sister who looks after her brother while her own children are small.
extension HouseholdStory {
  static let brotherAndSister = HouseholdStory(
    Deed(
      5, "10:30", "shougai",
      .reception(
        [
          ("channel", "3"), ("name", "仮想 弘"), ("name_kana", "かそう ひろし"), ("sex", "male"), ("birth_date", "S60.7.7"),
          ("address", "見本市架空町九丁目2番1号"), ("phone_home", "000-0000-1009"), ("caller_relation", "1"), ("caller_name", "仮想 薫"),
          ("concern_text", "弟の世話と子育てが重なり、仕事を続けられるか分からない。弟は手帳があるが、外に出る先がない。"), ("urgency", "C"),
        ] + SampleReception.concerns("10", "01", "11", "07") + SampleReception.household(.init("仮想 薫", "43歳", .sibling, "小学生が二人"))
          + SampleReception.consent("signature", explainedBy: "架空 次郎"))),
    Deed(
      3, "14:00", "shougai",
      .note(
        .visit(.met), [.person, .family(.sibling)], "自宅を訪問", "弘さんは薫さんの家の離れで暮らす。日中は一人でラジオを聴いて過ごす。薫さんは夕方まで働き、戻ると食事の支度が重なる。",
        opinion: "障害と子育てと仕事の相談先がばらばらで、薫さんが間に立っている。")),
    Deed(
      1, "11:00", "shougai",
      .request(
        SampleReferral(
          to: "takikan", isMulti: true, reason: "障害、子育て、仕事の相談が一つの家に重なり、だれが何を受け持つかを決める必要があるため。", asked: "関係機関の役割の整理。",
          wishes: "薫さんへの連絡は昼休みの時間に。", prior: ("10:30", "架空 結さん"), accompanies: true))))
}
