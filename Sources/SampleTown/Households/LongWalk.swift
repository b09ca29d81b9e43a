import Casework

/// A young man who did not leave his room: forty notes by two agencies, more than one page of them.
extension HouseholdStory {
  static let longWalk = HouseholdStory(longWalkBegins + longWalkThroughTheDoor + longWalkOutside)

  private static let longWalkBegins: [Deed] = [
    Deed(
      42, "9:30", "houkatsu",
      .reception(
        [
          ("channel", "3"), ("name", "仮定 涼"), ("name_kana", "かてい りょう"), ("sex", "male"), ("birth_date", "H9.6.6"),
          ("address", "見本市架空町七丁目4番2号"), ("phone_home", "000-0000-1016"), ("contact_note", "本人は電話に出ない。母の携帯へ。"), ("caller_relation", "1"),
          ("caller_family_relation", "07"), ("caller_name", "仮定 和代"), ("caller_phone", "000-0000-1216"),
          ("concern_text", "祖母の介護の相談に来たが、本当に困っているのは息子のこと。会社を辞めて7年、部屋から出てこない。家族とは筆談だけ。"), ("urgency", "C"),
          ("housing", "01"), ("work", "10"),
        ] + SampleReception.concerns("13", "12", "10", "07")
          + SampleReception.household(
            .init("仮定 和代", "58歳", .mother, "パート勤務"), .init("仮定 進", "61歳", .father, "会社員。帰りが遅い。"),
            .init("仮定 トメ", "84歳", .grandmother, "要介護1"))
          + SampleReception.consent("oral", explainedBy: "架空 花子"))),
    Deed(
      41, "10:20", "houkatsu",
      .note(
        .interview, [.family(.mother)], "母から7年間の経過を聞く", "入社3年目に上司に叱責され、翌日から起きられなくなった。病院は1度だけ。食事は夜中に1人で台所でとる。風呂は週2回ほど入っているという。",
        opinion: "生活の力は保たれている。母自身の疲れも大きい。")),
    Deed(
      41, "11:40", "houkatsu",
      .request(
        SampleReferral(
          to: "outreach", reason: "7年間のひきこもりで、家族以外と会うことが難しく、時間をかけた訪問が必要なため。", asked: "本人への手紙や訪問、母への関わり方の助言。",
          wishes: "突然の訪問はしない。最初は手紙にしてほしい。", prior: ("11:20", "架空 歩さん"), accompanies: true))),
    Deed(40, "9:15", "outreach", .step(.accept, "お受けします。まず母と会い、手紙の書き出しを一緒に考えます。")),
    Deed(40, "13:00", "outreach", .step(.start)),
    Deed(
      40, "14:00", "outreach",
      .note(
        .interview, [.family(.mother), .agency(nil, name: "見本地域包括支援センター東")], "母と3者で面談",
        "花子さんの紹介で母と会った。涼さんは鉄道の動画をよく見て、時刻表を買ってきてほしいと紙に書くことがあるという。", opinion: "鉄道が話の入口になりそう。")),
    Deed(39, "16:10", "outreach", .note(.letter, [.person], "1通目の手紙", "名前と仕事だけを書いた短い手紙を、母から渡してもらった。返事は求めず、来週も書くことだけを伝えた。")),
    Deed(
      38, "10:00", "houkatsu",
      .note(
        .visit(.familyOnly), [.family(.grandmother), .family(.mother)], "祖母の介護予防の訪問",
        "トメさんの通所の見学日を決めた。2階から足音がしたが、下りてはこなかった。母は、手紙が読まれた跡があると話した。")),
    Deed(37, "11:00", "outreach", .note(.phone, [.family(.mother)], "手紙への反応", "封が開けられ、机の上に置いてあったという。母には、感想を聞かずにいつも通り過ごしてもらうよう頼んだ。")),
    Deed(36, "15:30", "outreach", .note(.letter, [.person], "2通目の手紙", "見本線の新しい車両の写真を1枚入れた。好きな車両があれば、紙に丸を付けてほしいと書いた。")),
    Deed(
      35, "10:30", "outreach",
      .note(
        .visit(.familyOnly), [.family(.mother)], "初めての訪問", "玄関で母と10分話した。帰り際、2階の戸が少し開いた。声はかけずに「また来ます」とだけ言って帰った。",
        opinion: "戸を開けたことは大きい。次も短くする。")),
    Deed(34, "9:40", "houkatsu", .note(.phone, [.family(.mother)], "母の体調", "母から、夜中に動悸がするとの電話。かかりつけ医の受診を勧めた。祖母の通所が始まれば、日中に休めるとのこと。")),
    Deed(
      33, "13:20", "outreach",
      .note(.letter, [.person], "返事が届く", "2通目に返事があった。写真の裏に「2000系」とだけ書かれていた。筆圧が強く、字はていねいだった。", opinion: "7年で初めての、家族以外への返事。")),
    Deed(32, "14:00", "outreach", .note(.letter, [.person], "3通目の手紙", "2000系の引退の日程を書いて送った。自分は雨の日の電車が好きだと、こちらのことも少し書いた。")),
    Deed(
      31, "10:30", "outreach",
      .note(
        .visit(.responded), [.person, .family(.mother)], "戸越しの返事", "階段の下から「時刻表、置いておきます」と声をかけると、「はい」と返事があった。母は台所で泣いていた。",
        opinion: "声が出たことを母と喜び、期待を急がせないよう話した。")),
    Deed(30, "11:10", "houkatsu", .note(.visit(.met), [.family(.grandmother)], "祖母の通所開始", "トメさんの週2回の通所が始まった。「涼が2階から手を振った」とうれしそうに話された。")),
    Deed(
      29, "16:00", "outreach",
      .note(.inside, [.other("所内")], "所内での検討", "訪問の頻度を週1回とし、曜日と時刻を固定する。本人が断れる合図として、戸に札を下げる方法を提案する。", .ownAgency)),
    Deed(28, "10:30", "outreach", .note(.visit(.responded), [.person], "札の提案", "戸越しに札の話をした。「裏返しなら来ないでください」と、本人から決まりを言ってくれた。話したのは3分ほど。")),
    Deed(27, "13:45", "outreach", .note(.letter, [.person], "4通目の手紙", "決まりを書いた紙を同封した。最後に、話したくない日は理由を言わなくてよいと添えた。")),
    Deed(26, "12:15", "outreach", .note(.phone, [.family(.mother)], "札が下がる", "涼さんが自分で札を作り、戸に下げたとのこと。表は「どうぞ」、裏は「今日はやめます」と書いてあるという。")),
  ]
}
