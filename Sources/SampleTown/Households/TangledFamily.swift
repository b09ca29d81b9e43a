import Casework

/// 多機関協働 that accepted: four people, four troubles; the town's section looks on and writes too.
extension HouseholdStory {
  static let tangledFamily = HouseholdStory(
    Deed(
      40, "10:30", "konkyuu",
      .reception(
        [
          ("channel", "1"), ("name", "範例 誠"), ("name_kana", "はんれい まこと"), ("sex", "male"), ("birth_date", "S50.3.3"),
          ("address", "見本市架空町六丁目1番8号"), ("phone_mobile", "000-0000-1008"), ("caller_relation", "0"),
          ("concern_text", "店をたたんで借金が残った。妻は寝込み、息子は高校をやめて家にいる。父の介護も始まった。どこから手をつければよいか分からない。"),
          ("urgency", "B"), ("housing", "01"), ("work", "05"),
        ] + SampleReception.concerns("06", "03", "01", "12", "13", "10")
          + SampleReception.household(
            .init("範例 直子", "49歳", .wife, "うつ病で通院中"), .init("範例 湊", "16歳", .child, "春に高校を中退"), .init("範例 勇", "80歳", .father, "要介護1"))
          + SampleReception.consent("signature", explainedBy: "架空 四郎"))),
    Deed(
      38, "14:00", "konkyuu",
      .note(
        .visit(.met), [.person, .family(.wife)], "自宅を訪問、世帯の状況",
        "借入れは事業の残りが380万円。直子さんは朝起きられず、家事は誠さんがしている。勇さんは日中ひとりで過ごし、先週は近所で迷って警察に保護されたという。",
        opinion: "誠さんがすべてを一人で抱えている。支援者が増えるほど、誠さんの窓口の負担が増えることに気をつけたい。")),
    Deed(
      34, "11:00", "konkyuu",
      .note(
        .inquiry, [.agency(nil, name: "居宅介護支援事業所"), .agency(nil, name: "架空中央病院")], "関わっている機関を確認",
        "介護はケアマネジャー、直子さんは病院の相談室が関わっているが、互いに相手を知らなかった。湊さんに関わる機関は今のところない。")),
    Deed(
      30, "15:30", "konkyuu",
      .note(
        .interview, [.person], "多機関協働についての説明", "関係機関が集まって役割を決める仕組みを説明した。誠さんは「同じ話を何度もしなくてよいなら頼みたい」と納得された。直子さんにも家で話すとのこと。",
        next: "直子さんの意向を聞く", within: 7)),
    Deed(
      24, "9:50", "konkyuu",
      .request(
        SampleReferral(
          to: "takikan", isMulti: true, reason: "債務、精神疾患、若者の孤立、介護が重なり、機関の間で役割と順番を決める必要があるため。",
          asked: "支援プランの作成と、関係機関の役割分担の調整。", wishes: "誠さんが話す窓口を1つにしてほしい。面談は水曜の午前がよい。", prior: ("9:20", "架空 結さん"),
          accompanies: true))),
    Deed(20, "13:00", "takikan", .step(.accept, "お受けします。まず関係機関の顔合わせを行い、誠さんの窓口を自立相談支援センターに一本化する案で進めます。")),
    Deed(
      18, "10:00", "takikan",
      .note(
        .visit(.met), [.person, .family(.child), .agency(nil, name: "見本自立相談支援センター")], "初回アセスメント訪問",
        "誠さんと湊さんから話を聞いた。湊さんは「働きたいが、家に父と祖父だけにするのが心配」と話した。昼夜は逆転していない。",
        opinion: "湊さんは家族の見守りを担っている。介護の手を増やすことが、湊さんの外出につながる。")),
    Deed(
      16, "16:30", "shi",
      .note(.inquiry, [.agency(nil, name: "多機関協働担当")], "重層的支援会議の日程調整", "出席する6機関の都合を集め、来月第2水曜の午前に仮決めした。会場は市役所会議室。資料は開催の1週間前に配る。")),
    Deed(
      9, "10:15", "takikan",
      .note(
        .conference, [.agency(nil, name: "居宅介護支援事業所"), .agency(nil, name: "架空中央病院"), .agency(nil, name: "見本自立相談支援センター")], "関係機関の顔合わせ",
        "連絡の窓口は四郎さん、介護の調整はケアマネジャー、直子さんの通院は病院の相談室と決めた。湊さんの居場所は、アウトリーチ支援室に相談する。", next: "支援プラン案を作る", within: 14)),
    Deed(
      6, "9:00", "konkyuu",
      .note(.phone, [.person], "債務整理の経過", "法律相談を終え、任意整理の方針になった。勇さんの通所が週2日から4日に増え、昼に眠れるようになったという。", opinion: "表情に余裕が出てきた。会議まで週1回の電話を続ける。")))
}
