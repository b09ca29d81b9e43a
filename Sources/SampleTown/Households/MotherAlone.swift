import Casework

/// ひとり親: こども家庭センター asked 生活困窮, which has reported and waits for the sender to read it.
extension HouseholdStory {
  static let motherAlone = HouseholdStory(
    Deed(
      33, "9:05", "kodomo",
      .reception(
        [
          ("channel", "1"), ("name", "試作 美咲"), ("name_kana", "しさく みさき"), ("sex", "female"), ("birth_date", "H4.8.21"),
          ("address", "見本市例示町11番地 例示ハイツ102"), ("phone_mobile", "000-0000-1006"), ("contact_note", "勤務中は出られない。18時以降。"),
          ("caller_relation", "0"), ("concern_text", "給料日まで食べるものがない。娘には食べさせているが、自分は昨日から何も食べていない。離婚した夫からの養育費は止まっている。"),
          ("urgency", "A"), ("housing", "02"), ("work", "02"),
        ] + SampleReception.concerns("15", "03", "11", "06")
          + SampleReception.household(.init("試作 ゆい", "6歳", .child, "小学1年生")) + SampleReception.consent("signature", explainedBy: "架空 三奈"))),
    Deed(
      33, "9:50", "kodomo",
      .note(
        .interview, [.person, .family(.child)], "緊急の食料支援",
        "非常用の米、缶詰、牛乳を渡した。所持金は640円。カードの借入れが3社あり、合わせて70万円ほど。ゆいさんは元気で、朝食は菓子パンを食べたという。",
        opinion: "今日明日の食事は確保できた。借入れの返済が収入を超えており、家計全体の支援が必要。")),
    Deed(
      32, "11:30", "kodomo",
      .request(
        SampleReferral(
          to: "konkyuu", reason: "借入れの返済で生活費が残らず、食べるものがなくなったため。", asked: "家計改善の支援、債務整理の相談先の案内、使える貸付や手当の確認。",
          wishes: "仕事を休むと収入が減る。土曜か夕方の面談を希望。", prior: ("11:00", "架空 四郎さん"), accompanies: true, answerInDays: 3))),
    Deed(31, "9:20", "konkyuu", .step(.accept, "本日お受けしました。夕方に電話し、土曜の面談を設定します。")),
    Deed(30, "18:10", "konkyuu", .step(.start)),
    Deed(
      30, "19:00", "konkyuu",
      .note(
        .interview, [.person], "初回面談、家計表の作成",
        "手取り14万2千円に対し、返済が月5万3千円。児童扶養手当の現況届を出しておらず、支給が止まっていた。弁護士の無料相談を来週に予約した。",
        opinion: "手当の再開と返済の停止で、月の収支は黒字になる見込み。説明をよく理解し、自分で書類をそろえている。", next: "児童扶養手当の手続きに同行", within: 3)),
    Deed(
      24, "17:40", "konkyuu",
      .note(.accompany, [.person, .agency(nil, name: "弁護士")], "債務整理の相談に同行", "弁護士が受任し、返済はいったん止まった。費用は立替え制度を使う。帰り道に「眠れそうです」と話された。")),
    Deed(
      15, "18:20", "konkyuu",
      .note(.phone, [.person], "手当の再開", "児童扶養手当が今月から再開し、さかのぼって4か月分が入る。家計表は毎週つけている。食料支援はもう要らないとのこと。")),
    Deed(
      2, "16:30", "konkyuu",
      .step(
        .report,
        [
          ("outcome", "serviceStarted"),
          ("words", "児童扶養手当が再開し、債務整理は弁護士が受任しました。家計は月2万円ほどの黒字です。家計表の確認は当センターで月1回続けます。子育ての面は引き続きお願いします。"),
        ])))
}
