import Casework

/// 多機関協働 asked without the person's agreement: the answer is awaited, only what was handed over is seen.
extension HouseholdStory {
  static let threeGenerations = HouseholdStory(
    Deed(
      12, "14:15", "houkatsu-nishi",
      .reception(
        [
          ("form", "consultation-no-consent"), ("channel", "3"), ("name", "雛形 晴美"), ("name_kana", "ひながた はるみ"), ("sex", "female"),
          ("birth_date", "S53.5.5"), ("address", "見本市西架空町15番地"), ("caller_relation", "1"), ("caller_family_relation", "06"),
          ("caller_name", "雛形 清"), ("caller_phone", "000-0000-1007"),
          ("concern_text", "娘が部屋にこもり、夜中に壁をたたいて大声を出す。孫は高校に行かなくなった。自分も物忘れが増え、火の始末が心配になってきた。"),
          ("urgency", "B"), ("housing", "01"), ("work", "10"), ("no_consent_reason", "03"), ("info_source", "父（来所）、民生委員"),
          ("consent_outlook", "孫の律さんの話をきっかけに、晴美さんと会う機会をつくる。"), ("request_support_meeting", "1"),
          ("disclosure_risk", "父が相談したと分かると、父に強く当たるおそれがある。訪問の理由は父の介護予防とする。"),
        ] + SampleReception.concerns("01", "13", "10", "12")
          + SampleReception.household(
            .init("雛形 清", "76歳", .father, "物忘れあり。受診はしていない。"), .init("雛形 律", "17歳", .child, "高校2年生。9月から欠席が続く。")))),
    Deed(
      11, "10:00", "houkatsu-nishi",
      .note(
        .visit(.familyOnly), [.family(.father), .neighbourhood], "介護予防の名目で訪問",
        "民生委員と訪問し、清さんと話した。台所に焦げた鍋が3つあった。晴美さんは2階から下りてこなかったが、「帰ってもらって」という声が聞こえた。",
        opinion: "3人それぞれに支援が要るが、中心になれる人がいない。無理に晴美さんへ会おうとしない方がよい。")),
    Deed(
      8, "13:20", "houkatsu-nishi",
      .note(
        .phone, [.agency(nil, name: "見本高等学校")], "学校からの聞き取り（清さんの了解あり）",
        "担任によると、律さんは9月から登校していない。電話には律さんが出て「家を空けられない」と答えたことがある。スクールソーシャルワーカーの訪問は断られている。",
        opinion: "律さんが祖父と母の両方を見ている可能性がある。")),
    Deed(
      6, "16:00", "houkatsu-nishi",
      .note(
        .inside, [.other("所内")], "所内で方針を検討", "高齢の支援だけでは進まないことを確認した。晴美さんの同意がないまま各機関に個別に話すことは避け、支援会議での検討を求めることにした。", .ownAgency)),
    Deed(
      4, "9:40", "houkatsu-nishi",
      .request(
        SampleReferral(
          to: "takikan", isMulti: true, reason: "高齢、精神保健、ヤングケアラーの課題が1つの世帯に重なり、1つの機関では役割を決められないため。",
          asked: "支援会議での検討と、関係機関の役割の整理。", wishes: "晴美さんへの連絡は控えてほしい。清さんへは日中の電話で。",
          prior: ("9:15", "架空 結さん"), noConsent: ("03", "晴美さんが支援者と会うことを拒んでいる。父は相談を望んでいる。"), answerInDays: 7))),
    Deed(2, "14:00", "takikan", .coordination(.accept([("route", "atReception"), ("words", "お受けします。市と支援会議の開催を相談します。")]))),
    Deed(2, "14:30", "takikan", .coordination(.withoutConsent(code: "03", words: "晴美さんが支援者と会うことを拒んでいる。"))),
    Deed(
      2, "15:10", "takikan",
      .note(
        .inside, [.agency(nil, name: "見本市 地域福祉課")], "支援会議の準備", "本人同意のない事例のため、支援会議（秘密を守る会議）で扱うことを市と確認した。出席を求める機関の案を作り、来週中に日程を決める。",
        opinion: "学校と保健所の出席が欠かせない。")),
    Deed(
      1, "10:00", "shi",
      .coordination(
        .confidentialMeeting(
          SampleConfidentialMeeting(
            points: "晴美さんに無理に会おうとせず、家族を支える方法。学校と保健所の役割。",
            paper: ("これまでの経過（支援会議の資料）", "父からの相談で始まった。晴美さんは支援者と会うことを望んでいない。父の介護予防の訪問のほかは、学校を通して様子を聞いている。"),
            guest: ("架空 先生", "見本高等学校 担任", "電話で聞き取り。9月から登校がない。電話には律さんが出て、短く答える。学校からは手紙を月に2回届けている。"),
            asked: [
              SamplePreparation(
                of: "houkatsu-nishi",
                answer: [
                  ("household", "父の清さんが家のことを一人で決めている。晴美さんとは玄関の外から声をかけるだけ。"), ("doing", "介護予防の訪問を月に2回。清さんの話を聞ける。"),
                  ("wanted", "律さんの学校の先生。"), ("asks", "晴美さんに会いに行く前に、知らせてほしい。"),
                ]),
              SamplePreparation(
                of: "takikan",
                answer: [
                  ("household", "三つの世代の困りごとが、一つの家に重なっている。"), ("doing", "機関どうしの連絡の窓口になる。"), ("asks", "それぞれの訪問の日を、前もって知らせてほしい。"),
                ], isByPhone: true), SamplePreparation(of: "shougai"),
            ])))))
}
