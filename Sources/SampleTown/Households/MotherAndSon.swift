import Casework

/// 8050: a mother of 83 and her son of 54, taken in yesterday and nothing more.
extension HouseholdStory {
  static let motherAndSon = HouseholdStory(
    Deed(
      1, "10:10", "houkatsu",
      .reception(
        [
          ("channel", "3"), ("name", "例示 和也"), ("name_kana", "れいじ かずや"), ("sex", "male"), ("birth_date", "S47.2.10"),
          ("address", "見本市架空町一丁目2番3号"), ("phone_home", "000-0000-1001"), ("contact_note", "電話は母が出る。午前中がよい。"),
          ("caller_relation", "1"), ("caller_family_relation", "07"), ("caller_name", "例示 静江"), ("caller_phone", "000-0000-1001"),
          (
            "concern_text",
            """
            息子は勤めを辞めてから20年あまり、部屋からほとんど出てこない。食事は戸の前に置いている。
            このごろ足が悪くなり、買い物と食事の支度がつらい。自分が入院でもしたら、あの子はどうなるのか。それがいちばん心配。
            """
          ),
          ("urgency", "C"), ("housing", "01"), ("work", "10"),
        ] + SampleReception.concerns("13", "12", "03", "10")
          + SampleReception.household(.init("例示 静江", "83歳", .mother, "要支援2。買い物は週1回、近所の方に頼んでいる。")))))
}
