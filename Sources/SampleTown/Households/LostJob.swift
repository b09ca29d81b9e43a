import Casework

/// 生活困窮 → 障害: a man of 38 without work; 障害者相談支援 took a part on.
extension HouseholdStory {
  static let lostJob = HouseholdStory(
    Deed(
      30, "9:15", "konkyuu",
      .reception(
        [
          ("channel", "1"), ("name", "仮名 大輔"), ("name_kana", "かりな だいすけ"), ("sex", "male"), ("birth_date", "S63.9.2"),
          ("address", "見本市例示町3番地 見本荘201"), ("phone_mobile", "000-0000-1003"), ("contact_note", "電話が苦手。まずショートメールで。"),
          ("caller_relation", "0"), ("concern_text", "先月、倉庫の仕事を辞めた。家賃を2か月払えていない。どこに勤めても半年ともたず、自分でも理由が分からない。"),
          ("urgency", "B"), ("household_size", "1"), ("household.rows", "4"), ("housing", "02"), ("work", "09"),
        ] + SampleReception.concerns("03", "04", "07", "01") + SampleReception.consent("signature", explainedBy: "架空 四郎"))),
    Deed(
      30, "10:30", "konkyuu",
      .note(
        .interview, [.person], "初回面談、家計の確認",
        "所持金は1万2千円。家賃4万1千円を2か月滞納し、大家から今月末までにと言われている。10年で9回転職。指示が重なると手が止まり、叱られて行けなくなることが続いたという。",
        opinion: "仕事が続かない背景に、働く前の困りごとがあるように見える。本人も「一度調べてみたい」と話している。", next: "住居確保給付金の申請書類をそろえる", within: 5)),
    Deed(
      28, "14:00", "konkyuu",
      .note(
        .accompany, [.person, .other("大家")], "大家との話し合いに同行", "住居確保給付金の申請中であることを伝え、滞納分は3回に分けて支払うことで了解を得た。大家は「事情が分かればそれでよい」と話した。")),
    Deed(
      25, "10:00", "konkyuu",
      .note(
        .interview, [.person], "これまでのことを聞く",
        "小学校のころから忘れ物と遅刻が多く、母に毎日叱られていた。20代で一度心療内科にかかったが、費用が続かずやめた。「診断がつくのはこわいが、理由が知りたい」とのこと。",
        opinion: "急がせず、受診と制度の両方を分かる人から説明を受けられるとよい。")),
    Deed(
      24, "11:10", "konkyuu",
      .request(
        SampleReferral(
          to: "shougai", reason: "離職を繰り返す背景に発達の特性がある可能性があり、受診と障害福祉の制度について専門の助言がほしいため。",
          asked: "受診先の相談と初回の同行、使える制度の説明、就労に向けた支援の検討。", wishes: "一度に多くのことを言われると分からなくなる。紙に書いて渡してほしい。",
          prior: ("10:45", "架空 次郎さん"), accompanies: true))),
    Deed(
      21, "15:30", "shougai",
      .step(
        .acceptInPart,
        [
          ("taken", "受診先の調整と初回の同行、制度の説明を当センターで行います。"),
          ("not_taken", "就労の準備と家賃・家計の支援は、診断の結果が出るまで、引き続き自立相談支援センターでお願いします。"),
        ])),
    Deed(
      18, "13:30", "shougai",
      .note(
        .interview, [.person, .agency(nil, name: "見本自立相談支援センター")], "3者で面談",
        "四郎さんと3人で会った。受診までの流れを1枚の紙に書いて渡すと、「これなら分かる」と持ち帰られた。初診は来月の予約が取れた。",
        opinion: "見通しを紙で示すと落ち着いて話せる。以後の連絡も短い文と箇条書きを基本にする。", next: "初診に同行する", within: 30)),
    Deed(
      10, "9:30", "konkyuu",
      .note(
        .phone, [.person], "給付金の決定", "住居確保給付金が決まり、家賃は大家へ直接振り込まれる。食事は1日2食とれているとのこと。短期の倉庫作業に応募したいと話した。", opinion: "初診までは負担の軽い働き方を一緒に探したい。")))
}
