import Casework

/// A つなぎ handed back after a talk: 生活困窮 says another agency fits better.
extension HouseholdStory {
  static let grandmotherAndGrandson = HouseholdStory(
    Deed(
      22, "13:40", "houkatsu-nishi",
      .reception(
        [
          ("channel", "1"), ("name", "作例 ミツ"), ("name_kana", "さくれい みつ"), ("sex", "female"), ("birth_date", "S20.1.15"),
          ("address", "見本市西架空町8番地"), ("phone_home", "000-0000-1004"), ("caller_relation", "0"),
          ("concern_text", "孫と2人暮らし。年金だけで2人分を賄っていて、毎月足りない。孫は施設の仕事に通っていたが、夏から行かなくなった。"),
          ("urgency", "C"), ("housing", "03"), ("work", "04"),
        ] + SampleReception.concerns("03", "10", "12")
          + SampleReception.household(.init("作例 蓮", "25歳", .grandchild, "療育手帳あり。就労継続支援に籍がある。"))
          + SampleReception.consent("signature", explainedBy: "架空 西子"))),
    Deed(
      21, "10:20", "houkatsu-nishi",
      .note(
        .visit(.met), [.person, .family(.grandchild)], "自宅訪問、家計の様子",
        "年金は2か月で13万円ほど。携帯電話の料金が2人分で月1万8千円あり、蓮さんが契約したゲームの支払いが含まれるという。冷蔵庫には食材があり、食事はとれている。",
        opinion: "家計の見直しで改善できる部分が大きい。蓮さんの通所が止まった理由は、まだ聞けていない。")),
    Deed(
      18, "9:30", "houkatsu-nishi",
      .request(
        SampleReferral(
          to: "konkyuu", reason: "年金だけで2人が暮らし、毎月赤字が続いているため。", asked: "家計改善の支援と、蓮さんの仕事についての相談。",
          wishes: "ミツさんは耳が遠い。訪問か来所で、ゆっくり話してほしい。", prior: ("9:10", "架空 四郎さん")))),
    Deed(
      15, "16:40", "konkyuu",
      .step(
        .handBack,
        [
          ("reason_code", "A5"),
          ("words", "蓮さんには計画相談の担当者がおり、通所と金銭の支援はそこで一体に考えるのがよいと判断しました。家計表の作り方の資料はお渡しします。"),
          ("talked_with", "架空 西子"), ("talked_how", "電話"),
          ("talked_summary", "先に計画相談の担当者へ連絡し、蓮さんの通所が止まった理由を確かめる。家計の見直しが必要と分かれば、あらためて依頼することで一致した。"),
        ])),
    Deed(15, "17:00", "houkatsu-nishi", .support),
    Deed(
      13, "11:00", "houkatsu-nishi",
      .note(
        .inquiry, [.agency(nil, name: "計画相談支援事業所")], "計画相談の担当者に連絡",
        "担当の相談支援専門員は、通所が止まったことを事業所から聞いていたが、家計のことは知らなかった。来週、ミツさんの家で3者で会うことになった。", next: "3者での面談", within: 10)))
}
