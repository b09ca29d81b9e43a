import Casework

/// An old couple whose name carries an ideographic variation sequence (葛 with U+E0100), and a friend called 髙﨑.
extension HouseholdStory {
  private static let surname = "\u{845B}\u{E0100}西"

  static let oldCouple = HouseholdStory(
    Deed(
      19, "9:25", "houkatsu-nishi",
      .reception(
        [
          ("channel", "4"), ("name", "\(surname) 例太郎"), ("name_kana", "かさい れいたろう"), ("sex", "male"), ("birth_date", "S17.7.7"),
          ("address", "見本市西架空町2番地12"), ("phone_home", "000-0000-1013"), ("contact_note", "耳が遠い。ゆっくり大きな声で。"), ("caller_relation", "6"),
          ("caller_name", "髙﨑 仮名雄"), ("caller_phone", "000-0000-1213"),
          ("concern_text", "将棋仲間の例太郎さんが、奥さんの世話で公民館に来なくなった。電話をすると「もう疲れた、2人で逝けたら」と言うので心配になった。"),
          ("urgency", "B"), ("housing", "01"), ("work", "04"),
        ] + SampleReception.concerns("12", "01")
          + SampleReception.household(.init("\(surname) 見本子", "81歳", .wife, "認知症。要介護3。"))
          + SampleReception.consent("oral", explainedBy: "架空 西子"))),
    Deed(
      19, "11:00", "houkatsu-nishi",
      .note(
        .visit(.met), [.person, .family(.wife)], "当日に訪問",
        "例太郎さんは玄関で立ったまま20分話した。見本子さんは夜に家を出ようとするため、戸に鈴を付けて起きているという。「逝けたら」の言葉は、疲れて口から出ただけで、そうするつもりはないと話された。",
        opinion: "差し迫った危険はないと見るが、疲れは強い。毎日の電話と、早い時期の短期入所を提案する。", next: "翌日に電話", within: 1)),
    Deed(
      18, "9:00", "houkatsu-nishi",
      .note(.phone, [.person], "翌日の電話", "昨夜は2回起きただけで、少し眠れたとのこと。ケアマネジャーから短期入所の空きの連絡があり、受けることにしたと話された。")),
    Deed(18, "9:20", "houkatsu-nishi", .support),
    Deed(
      17, "13:00", "houkatsu-nishi",
      .note(
        .inside, [.other("所内")], "所内での検討", "介護者の言葉について係で共有した。見守りの頻度は、短期入所が始まるまで毎日、その後は週2回とする。", .ownAgency)),
    Deed(
      14, "14:20", "houkatsu-nishi",
      .note(
        .visit(.met), [.person], "短期入所中の訪問", "5泊の短期入所の3日目。「久しぶりに朝まで眠った」と笑顔が見られた。髙﨑さんと将棋をする約束をしたという。",
        opinion: "休む時間があると気持ちが持ち直す。定期の利用を勧めたい。")),
    Deed(
      6, "10:15", "houkatsu-nishi",
      .another(
        [
          ("channel", "2"), ("caller_relation", "0"), ("description", "例太郎さん本人からの電話"),
          ("concern_text", "短期入所から帰った妻が落ち着かず、食事をとらない。このまま家でみられるか分からなくなった。"), ("urgency", "B"),
        ] + SampleReception.concerns("12", "01"))),
    Deed(
      5, "15:30", "houkatsu-nishi",
      .note(
        .conference, [.person, .agency(nil, name: "居宅介護支援事業所"), .agency(nil, name: "訪問看護")], "サービス担当者会議",
        "食事がとれないのは便秘と環境の変化によるもので、訪問看護が週2回入ることになった。例太郎さんは、施設の見学もしてみたいと話した。", next: "グループホームの見学に同行", within: 10)))
}
