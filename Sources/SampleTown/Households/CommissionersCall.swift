import Casework

/// A 民生委員 calls about a woman of 88; a つなぎ to アウトリーチ was taken back because the person wished otherwise.
extension HouseholdStory {
  static let commissionersCall = HouseholdStory(
    Deed(
      36, "13:00", "kakari",
      .reception(
        [
          ("form", "consultation-no-consent"), ("channel", "6"), ("name", "仮例 ヨネ"), ("name_kana", "かれい よね"), ("sex", "female"),
          ("birth_date", "S13.10.9"), ("address", "見本市架空町三丁目9番4号"), ("caller_relation", "4"), ("caller_name", "民生 見守"),
          ("caller_phone", "000-0000-1210"), ("concern_text", "敬老のお祝いを届けに行ったら、雨戸が閉まったままだった。秋祭りにも来なかった。前は毎日、畑に出ていた人なので気になる。"),
          ("urgency", "D"), ("household_size", "1"), ("household.rows", "4"), ("housing", "01"), ("work", "04"),
          ("no_consent_reason", "01"),
          ("info_source", "民生委員"), ("consent_outlook", "民生委員と一緒に訪問し、会えたら説明する。"), ("request_support_meeting", "1"),
        ] + SampleReception.concerns("09", "01"))),
    Deed(
      35, "10:00", "houkatsu",
      .note(
        .visit(.responded), [.person, .neighbourhood], "民生委員と訪問", "戸越しに「かぜをひいているから今日はいい」と返事があった。声はしっかりしていた。郵便受けに新聞が2日分残っていた。",
        next: "3日以内にもう一度訪問", within: 3)),
    Deed(
      33, "10:10", "houkatsu",
      .note(
        .visit(.met), [.person], "初めて会う",
        "縁側で話した。夏に愛犬を亡くしてから、外に出る気がしないという。食事は配達の弁当を半分ずつ食べている。体重は春から4キロ減ったとのこと。情報を関係者で共有することに口頭で同意された。",
        opinion: "喪失による気力の落ち込みが大きい。畑の話になると言葉が増えるので、外に出るきっかけになりそう。")),
    Deed(
      31, "11:40", "houkatsu",
      .request(
        SampleReferral(
          to: "outreach", reason: "閉じこもりが続き、訪問を重ねて外に出るきっかけをつくる必要があるため。", asked: "月2回ほどの訪問と、集いの場への同行。",
          wishes: "大勢の場は苦手。犬の話をむやみに聞かないでほしい。", prior: ("11:10", "架空 歩さん")))),
    Deed(
      30, "9:30", "houkatsu",
      .note(
        .phone, [.person], "本人からの電話", "「知らない人が何人も来るのは落ち着かない。来るならあなたがいい」とのこと。畑を見てくれる人がいるなら会ってもよい、とも話された。",
        opinion: "つなぐのが早すぎた。関係ができるまで自機関で続ける。")),
    Deed(29, "9:00", "houkatsu", .step(.withdraw, "本人が、しばらくは顔なじみの者だけの訪問を望まれたため取り下げます。準備をいただいたのに申し訳ありません。")),
    Deed(29, "9:20", "houkatsu", .support),
    Deed(
      20, "10:00", "houkatsu",
      .note(
        .visit(.met), [.person, .neighbourhood], "畑を一緒に見る", "近所の畑仲間が大根の種をまいてくれることになり、ヨネさんも縁側から指図していた。弁当は全部食べられる日が増えたという。")),
    Deed(
      8, "10:20", "houkatsu",
      .note(
        .visit(.met), [.person], "体調の確認", "体重は1キロ戻った。大根の間引き菜を持たせてくれた。膝が痛むため、整形外科の受診を勧めると「来週行ってみる」と話された。", next: "受診の結果を聞く", within: 14)))
}
