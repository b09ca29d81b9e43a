import Casework

/// ヤングケアラー, brought by the school; the つなぎ about her mother's help is closed.
extension HouseholdStory {
  static let schoolsCall = HouseholdStory(
    Deed(
      41, "15:45", "kodomo",
      .reception(
        [
          ("channel", "6"), ("name", "例題 陽菜"), ("name_kana", "れいだい ひな"), ("sex", "female"), ("birth_date", "H24.5.14"),
          ("address", "見本市架空町五丁目3番6号"), ("contact_note", "家の電話には出ない。学校を通じて連絡する。"), ("caller_relation", "3"),
          ("caller_name", "見本中学校 スクールソーシャルワーカー 仮野"), ("caller_phone", "000-0000-1211"),
          ("concern_text", "遅刻が増え、授業中に眠っている。家のことを聞くと「母の代わりに弟を送っている」と話した。部活動は先月やめた。"),
          ("urgency", "C"), ("housing", "02"), ("work", "06"), ("referrer_person", "見本中学校 仮野"),
        ] + SampleReception.concerns("11", "10", "12")
          + SampleReception.household(.init("例題 香織", "45歳", .mother, "難病で療養中。歩行につえを使う。"), .init("例題 陽太", "7歳", .sibling, "小学2年生")))),
    Deed(
      40, "16:20", "kodomo",
      .note(
        .interview, [.person, .agency(nil, name: "見本中学校")], "学校の相談室で会う",
        "朝5時半に起き、弁当と弟の支度、母の着替えを手伝ってから登校している。「大変じゃない。母が悪く思われるのはいや」と話した。好きなことは絵を描くこと。",
        opinion: "家族を大切に思う気持ちをまず受け止める。手伝いをやめさせるのでなく、時間を取り戻すことを一緒に考えたい。")),
    Deed(
      38, "10:00", "kodomo",
      .note(
        .visit(.met), [.family(.mother)], "母と面談",
        "香織さんは「娘に頼りすぎているのは分かっている」と話した。ヘルパーは、家に人を入れることに抵抗があり頼んでいない。朝だけなら考えてもよいとのこと。情報の共有に署名で同意された。",
        next: "障害福祉のヘルパーについて説明できる人につなぐ", within: 5)),
    Deed(
      35, "9:40", "kodomo",
      .request(
        SampleReferral(
          to: "shougai", reason: "母の朝の身支度を中学生の娘が担っており、家事と身体の介助に大人の手を入れる必要があるため。",
          asked: "障害福祉サービスの説明と申請の支援。朝7時台に入れる事業所の調整。", wishes: "陽菜さんのいない時間に説明してほしい。", prior: ("9:10", "架空 次郎さん"),
          accompanies: true))),
    Deed(34, "10:30", "shougai", .step(.accept, "お受けします。難病の方の制度に詳しい者と2人で伺います。")),
    Deed(33, "10:00", "shougai", .step(.start)),
    Deed(
      32, "11:00", "shougai",
      .note(
        .visit(.met), [.family(.mother), .agency(nil, name: "見本市こども家庭センター")], "制度の説明と申請",
        "難病の方も居宅介護を使えることを説明し、その場で申請書を書いた。香織さんは「知らなかった、もっと早く聞けばよかった」と話した。", opinion: "支給が決まるまでの間、地域のボランティアで朝をつなげないか調べる。")),
    Deed(
      26, "14:10", "shougai",
      .note(.inquiry, [.agency(nil, name: "居宅介護事業所")], "朝の訪問の調整", "平日の7時から45分、週5日入れる事業所が見つかった。初日は支給決定の翌週月曜。担当は2人に固定する。")),
    Deed(
      20, "15:00", "shougai",
      .step(
        .report,
        [("outcome", "serviceStarted"), ("words", "居宅介護が決まり、先週から平日の朝に入っています。香織さんは担当者に慣れ、陽菜さんは弟の送りだけになりました。計画相談は当センターで続けます。")])),
    Deed(19, "9:10", "kodomo", .step(.confirm, "ありがとうございました。子どもの面は当センターで続けます。")),
    Deed(
      11, "16:00", "kodomo",
      .note(
        .interview, [.person], "学校で近況を聞く", "朝は6時半まで眠れるようになり、遅刻は2週間で1回だった。美術部に戻りたいが、まだ言い出せないという。弟の送りは続けたいとのこと。",
        opinion: "表情が明るい。部への声かけは、本人の了解を得て顧問の先生に頼む。", next: "顧問の先生と話す", within: 7)))
}
