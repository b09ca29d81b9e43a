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
    Deed(18, "11:30", "takikan", .coordination(.consent)),
    Deed(
      14, "13:00", "takikan",
      .coordination(
        .assessment([
          [
            ("first_contact_on", "R8.9.1"), ("route", "1"), ("background", "自立相談支援センターの支援から、世帯全体の整理が必要になった。"),
            ("chief_complaint", "どこから手をつければよいか分からない。"), ("wishes", "家族がそれぞれ眠れて、息子が外に出られる暮らし。"), ("strengths", "家族で話し合える。誠さんは約束を守る。"),
          ],
          [
            ("members.rows", "2"), ("members.1.name", "範例 誠"), ("members.1.relation", "01"), ("members.2.name", "範例 湊"),
            ("members.2.relation", "05"), ("members.2.note", "春に高校を中退"), ("housing", "01"),
          ],
          [],
          [
            ("issues", "10"), ("issues", "31"), ("issues", "15"), ("issues.main", "15"), ("emergency", "none"),
            ("formulation", "介護と病気と借金が誠さん一人に集まり、湊さんが家族の見守りのために外へ出られなくなっている。"),
            ("direction", "介護と家計を早く軽くし、湊さんが外に出る時間をつくる。窓口は自立相談支援センターに一本化する。"), ("screening", "4"),
            ("need_outreach", "notNeeded"), ("need_participation", "needed"), ("need_participation_reason", "湊さんの年代に合う居場所が既存の制度にない。"),
            ("involved.rows", "1"), ("involved.1.agency", "見本自立相談支援センター"), ("involved.1.what", "家計と仕事の相談"),
          ],
        ]))),
    Deed(
      9, "10:15", "takikan",
      .note(
        .conference, [.agency(nil, name: "居宅介護支援事業所"), .agency(nil, name: "架空中央病院"), .agency(nil, name: "見本自立相談支援センター")], "関係機関の顔合わせ",
        "連絡の窓口は四郎さん、介護の調整はケアマネジャー、直子さんの通院は病院の相談室と決めた。湊さんの居場所は、アウトリーチ支援室に相談する。", next: "支援プラン案を作る", within: 14)),
    Deed(
      8, "13:00", "takikan",
      .coordination(
        .plan([
          ("issues", "債務、精神疾患、介護、若者の孤立が一つの世帯に重なっている。"), ("goal_words", "同じ話を何度もしなくてよいようにしてほしい。"),
          ("goal_long", "湊さんが自分の進路を選べる。"), ("goal_short", "勇さんの通所が増え、誠さんと湊さんが休める。"),
          ("policy", "介護と家計を先に軽くし、湊さんの居場所を一緒に探す。"), ("item.rows", "2"), ("item.1.action", "債務整理の相談と家計の見直し"),
          ("item.1.owner", "@konkyuu"), ("item.1.owner_name", "架空 四郎"), ("item.2.action", "居場所の見学と同行"), ("item.2.owner", "@outreach"),
          ("item.2.programme", "participation"), ("role.rows", "2"), ("role.1.agency", "@konkyuu"), ("role.1.person", "架空 四郎"),
          ("role.1.role", "連絡の窓口、家計の相談"), ("role.2.agency", "@outreach"), ("role.2.person", "架空 歩"), ("role.2.role", "湊さんの居場所さがし"),
          ("main", "1"), ("use.participation", "1"), ("use.participation.content", "居場所の見学と、慣れるまでの同行"),
          ("use.participation.kind", "place"), ("use.participation.provider", "@outreach"), ("period_from", "R8.11.1"),
          ("period_to", "R9.10.31"),
          ("monitor.rows", "1"), ("monitor.1", "R9.2.10"), ("agreed_how", "signature"),
        ]))),
    Deed(7, "10:00", "takikan", .coordination(.meeting(words: "各機関の役割と順番を確かめ、湊さんの居場所を早めに探すことで一致した。"))),
    Deed(6, "16:00", "shi", .coordination(.decision(title: "地域福祉課長", name: "架空 課長"))),
    Deed(
      6, "9:00", "konkyuu",
      .note(.phone, [.person], "債務整理の経過", "法律相談を終え、任意整理の方針になった。勇さんの通所が週2日から4日に増え、昼に眠れるようになったという。", opinion: "表情に余裕が出てきた。会議まで週1回の電話を続ける。")))
}
