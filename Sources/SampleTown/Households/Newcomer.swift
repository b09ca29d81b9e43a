import Casework

/// A resident with a foreign name, taken in on the つなぐシート; a つなぎ is still being written.
extension HouseholdStory {
  static let newcomer = HouseholdStory(
    Deed(
      13, "17:20", "konkyuu",
      .reception(
        [
          ("form", "tsunagu-sheet"), ("channel", "1"), ("name", "SAMPLE MARIA CLARA"), ("name_kana", "さんぷる まりあ くらら"), ("sex", "female"),
          ("birth_date", "1990-12-01"), ("address", "見本市例示町20番地 会社寮B-3"), ("phone_mobile", "000-0000-1012"), ("caller_relation", "6"),
          ("caller_name", "職場の同僚"), ("troubles", "06"), ("troubles", "08"), ("troubles", "05"), ("troubles.main", "06"),
          ("wish", "工場の契約が今月で終わり、寮も出なければならない。子どもの学校のことも分からない。ゆっくりした日本語なら話せる。漢字は読めない。"),
        ] + SampleReception.household(.init("SAMPLE LEO", "5歳", .child, "来年4月に小学校へ入る。")))),
    Deed(
      13, "18:00", "konkyuu",
      .note(
        .interview, [.person, .other("同僚（通訳）")], "初回面談",
        "契約の終わりは今月末、寮は翌月10日までに出るよう言われている。貯金は22万円。在留の期限は来年6月で、更新はこれまで会社が手伝っていた。",
        opinion: "住まいと在留の手続きの期限が近い。同僚に通訳を頼み続けると話しにくいこともあるため、次回から電話通訳を使う。", next: "電話通訳を予約する", within: 2)),
    Deed(
      11, "10:00", "konkyuu",
      .note(
        .interview, [.person], "電話通訳を使って面談",
        "離職票と在留カードを確認した。失業給付を受けられる見込みがある。レオさんは日本語をよく話すが、ひらがなはまだ読めないという。「学校から手紙が来ても読めない」と不安を話された。")),
    Deed(
      8, "13:30", "konkyuu",
      .note(.accompany, [.person, .agency(nil, name: "架空公共職業安定所")], "ハローワークに同行", "失業給付の手続きを終えた。通訳のいる窓口で求人を3件紹介された。車がないため、自転車で通える所を希望している。")),
    Deed(
      4, "11:15", "konkyuu",
      .note(
        .phone, [.agency(nil, name: "見本市の住宅担当")], "住まいの相談", "市営住宅の随時募集に空きが2戸あり、外国籍でも申し込める。申込書は、ふりがな付きのものを用意してもらえる。", next: "申込書を一緒に書く",
        within: 3)),
    Deed(
      2, "16:00", "konkyuu",
      .draft(
        SampleReferral(
          to: "kodomo", reason: "来春の就学にあたり、学校の手続きと日本語の支援が必要なため。", asked: "就学の案内、就学前の日本語教室の紹介、学用品の援助の説明。",
          wishes: "やさしい日本語か、電話通訳で話してほしい。", prior: ("", "")))))
}
