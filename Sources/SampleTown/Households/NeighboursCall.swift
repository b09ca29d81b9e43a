import Casework

/// A neighbour who gives no name, about people who are not known by name.
extension HouseholdStory {
  static let neighboursCall = HouseholdStory(
    Deed(
      5, "8:50", "houkatsu-nishi",
      .reception(
        [
          ("form", "consultation-no-consent"), ("channel", "4"), ("anonymous", "1"), ("description", "西架空町の平屋に住む80代くらいの女性と50代くらいの男性"),
          ("sex", "female"), ("birth_date", "80代"), ("address", "見本市西架空町（公園の北側、青い屋根の平屋）"), ("caller_relation", "5"),
          ("concern_text", "この2週間ほど、夜になると男性の怒鳴り声と物の倒れる音がする。おばあさんの姿を見なくなった。自分が電話したことは言わないでほしい。"),
          ("urgency", "A"), ("no_consent_reason", "01"), ("info_source", "近隣の方からの電話（名前は言いたくないとのこと）"),
          ("request_support_meeting", "1"), ("disclosure_risk", "通報した人が分かると、近所の関係が悪くなるおそれがある。"),
        ] + SampleReception.concerns("14", "12", "10"))),
    Deed(
      5, "9:20", "houkatsu-nishi",
      .note(
        .inside, [.other("所内"), .agency(nil, name: "市の高齢・介護担当")], "虐待の疑いとして協議",
        "受付の内容を市の担当へ電話で伝え、高齢者虐待の疑いとして今日中に訪問することを確認した。住民記録での世帯の確認は市が行う。", opinion: "姿が見えないことを重く見る。2人で訪問する。", .ownAgency)),
    Deed(
      5, "11:00", "houkatsu-nishi",
      .note(
        .visit(.noResponse), [.other("応答なし")], "1回目の訪問", "市の職員と2人で訪問した。呼び鈴を3回鳴らしたが応答はなかった。雨戸は閉まり、洗濯物は出ていない。電気のメーターは動いていた。",
        next: "同じ日の夕方に再訪問", within: 0)),
    Deed(
      5, "17:10", "houkatsu-nishi",
      .note(
        .visit(.responded), [.family(nil)], "2回目の訪問、男性が応対",
        "50代くらいの男性が戸を少し開け、「母は寝ている、用はない」と答えた。奥から「だれ」という女性の声が聞こえた。介護保険の案内を渡し、また来ると伝えた。",
        opinion: "女性の生存は確認できた。男性は疲れた様子で、酒のにおいはなかった。介護の負担が背景にあるように感じる。")),
    Deed(
      2, "10:30", "houkatsu-nishi",
      .note(
        .visit(.met), [.person, .family(.child)], "3回目の訪問、本人と会う",
        "男性（長男）が中に入れてくれた。女性は布団で横になっていたが、受け答えははっきりしていた。先月転んでから歩けないという。見える範囲にあざはなかった。夜中に便所へ連れていくとき、つい怒鳴ると長男が話した。",
        opinion: "介護の方法が分からないまま抱え込んでいる。責めずに、介護保険の申請と受診を一緒に進める。", next: "要介護認定の申請に同行", within: 5)))
}
