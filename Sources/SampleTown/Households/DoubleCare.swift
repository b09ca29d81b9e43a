import Casework

/// ダブルケア: two small children and a mother-in-law; 包括 handed on to こども家庭センター, which is at work.
extension HouseholdStory {
  static let doubleCare = HouseholdStory(
    Deed(
      27, "9:40", "houkatsu",
      .reception(
        [
          ("channel", "2"), ("name", "見本 佳奈"), ("name_kana", "みほん かな"), ("sex", "female"), ("birth_date", "S59.6.18"),
          ("address", "見本市架空町二丁目5番1号"), ("phone_mobile", "000-0000-1002"), ("contact_note", "子どもが寝る13時から14時半がよい。"),
          ("caller_relation", "0"),
          ("concern_text", "義母の介護と子ども2人の世話が重なり、夜も眠れない。夫は単身赴任で、頼れる人がいない。上の子を怒鳴ってしまう自分がこわい。"),
          ("urgency", "B"), ("housing", "01"), ("work", "07"),
        ] + SampleReception.concerns("12", "11", "01", "10")
          + SampleReception.household(
            .init("見本 文江", "79歳", .parentInLaw, "要介護2。夜間に何度も起きる。"), .init("見本 こはる", "4歳", .child, "保育所は週3日の一時保育のみ"),
            .init("見本 さく", "1歳", .child), .init("見本 拓也", "44歳", .husband, apart: true, "単身赴任中。月に1度帰宅"))
          + SampleReception.consent("oral", explainedBy: "架空 花子"))),
    Deed(
      26, "13:10", "houkatsu",
      .note(
        .visit(.met), [.person, .family(.parentInLaw)], "自宅を訪問、生活の様子を聞く",
        "1階の居間に義母のベッドがあり、下の子は佳奈さんが背負ったまま家事をしていた。夜は義母のトイレ介助で3回、下の子の授乳で2回起きるという。",
        opinion: "睡眠不足が続いており、介護の調整だけでは足りない。子育ての支援を早く重ねる必要がある。", next: "ケアマネジャーに短期入所の利用を相談する", within: 3)),
    Deed(
      24, "16:20", "houkatsu",
      .note(
        .inquiry, [.agency(nil, name: "居宅介護支援事業所")], "ケアマネジャーと短期入所の相談",
        "月2回、各2泊の短期入所を来月から入れる方向で調整するとの返事。通所の回数を週2回から3回に増やす案も出た。本人には先方から今週中に説明する。")),
    Deed(
      23, "10:30", "houkatsu",
      .request(
        SampleReferral(
          to: "kodomo", reason: "介護と2人の子の世話が重なり、母の疲れが限界に近い。子育ての面からも一緒に支えてほしいため。",
          asked: "一時保育の拡大と産後・育児の支援の案内。上の子への関わりについて、佳奈さんの話を聞いてほしい。",
          wishes: "初回は自宅で。義母の前では子育ての悩みを話しにくいとのこと。", prior: ("10:05", "架空 三奈さん"), accompanies: true))),
    Deed(22, "11:00", "kodomo", .step(.accept, "お受けします。初回は花子さんと一緒に伺います。日程は電話で相談させてください。")),
    Deed(20, "13:15", "kodomo", .step(.start)),
    Deed(
      20, "14:40", "kodomo",
      .note(
        .visit(.met), [.person, .agency(nil, name: "見本地域包括支援センター東")], "初回訪問（包括と同行）",
        "義母が通所に出ている時間に訪問した。「上の子に手をあげそうになり、トイレに逃げた」と涙ながらに話された。手をあげたことはないとのこと。こはるさんは人なつこく、発達の心配は聞かれなかった。",
        opinion: "自分で距離をとれており、助けを求める力のある方。責めずに休める時間をつくることを優先したい。", next: "一時保育の週5日利用を保育所と調整", within: 7)),
    Deed(
      13, "11:20", "kodomo",
      .note(
        .phone, [.person], "一時保育の利用開始", "今週から週5日の一時保育が始まった。「昼に1時間、横になれた」とのこと。下の子の育児ヘルパーは、来週に面談してから決めたいという。")),
    Deed(
      12, "15:00", "houkatsu",
      .note(
        .conference, [.person, .agency(nil, name: "居宅介護支援事業所"), .agency(nil, name: "見本市こども家庭センター")], "サービス担当者会議",
        "短期入所は来月第1週から。通所は週3回に変更。夫もオンラインで参加し、月2回は帰宅するよう職場に相談すると話した。",
        opinion: "介護と子育ての予定を1枚の表で共有できたことで、佳奈さんの表情が和らいだ。")),
    Deed(
      4, "13:30", "kodomo",
      .note(
        .phone, [.person], "育児ヘルパー利用後の様子", "週2回の育児ヘルパーを使い始めて2週目。夜に続けて4時間眠れた日があった。義母の短期入所の初日は、こはるさんと公園で過ごす予定とのこと。",
        next: "短期入所の後に様子を聞く", within: 14)))
}
