/// One row of the table of questions: when it is worth asking, and why.
struct HiddenTroubleRule: Sendable {
  let id: String
  let level: Prompt.Level
  let question: String
  let reason: String
  let applies: @Sendable (Situation) -> Bool

  init(
    _ id: String, _ level: Prompt.Level = .ordinary, ask question: String, because reason: String,
    when applies: @escaping @Sendable (Situation) -> Bool
  ) {
    self.id = id
    self.level = level
    self.question = question
    self.reason = reason
    self.applies = applies
  }

  static let table: [HiddenTroubleRule] = safety + families + lives
}

extension HiddenTroubleRule {
  /// Food, violence, life: to be asked today.
  private static let safety: [HiddenTroubleRule] = [
    .init("H-01", .urgent, ask: "今日・明日の食事と電気・ガス・水道は足りていますか。", because: "「食べるものがない」があり、収入や支払いの困りごとと重なると、すぐの支えが要ることがあるため") {
      $0.has(ConcernCode.food)
    },
    .init("H-02", .urgent, ask: "連絡してよい電話番号と時間帯、避けてほしい連絡方法はありますか。", because: "DV・虐待があるときは、連絡が相手に知られると危険になることがあるため") {
      $0.has(ConcernCode.violence)
    },
    .init("H-03", .urgent, ask: "いま、死にたいほどつらい気持ちはありますか。一人で抱えていませんか。", because: "つらい気持ちをうかがわせる言葉があり、尋ねることが助けになるため") {
      $0.tells("死にたい", "消えたい", "生きていても", "自殺")
    },
    .init("H-04", .urgent, ask: "通院や薬が、お金の心配で止まっていませんか。", because: "健康の困りごとと、収入・支払い・食べ物の困りごとが重なっているため") {
      $0.has(ConcernCode.health) && $0.has(ConcernCode.income, ConcernCode.debt, ConcernCode.taxOrUtilities, ConcernCode.food)
    },
    .init("H-05", ask: "住まいを出るように言われている日はありますか。", because: "住まいや家賃の困りごとと収入の困りごとが重なると、住まいを失うおそれがあるため") {
      $0.has(ConcernCode.housing, ConcernCode.rentOrLoan) && $0.has(ConcernCode.income, ConcernCode.debt, ConcernCode.jobSearch)
    },
  ]

  /// Who lives with whom (C-09).
  private static let families: [HiddenTroubleRule] = [
    .init("H-11", ask: "同居のご家族の日中の様子は、いかがですか。", because: "介護の相談で、成人したお子さんが同居しているため") {
      $0.has(ConcernCode.care) && $0.parentAndGrownChild
    },
    .init("H-12", ask: "お子さんのこれからについて、ご家族で話せる人や場所はありますか。", because: "75歳以上の親と40〜64歳のお子さんが同居しているため（8050）") {
      $0.parentAndChild(parent: 75...130, child: 40...64)
    },
    .init("H-13", ask: "介護と子育てを同じ方が担っていませんか。その方の休める時間はありますか。", because: "介護と子育ての両方が家庭にあるため（ダブルケア）") {
      $0.has(ConcernCode.care) && ($0.has(ConcernCode.childRaising) || $0.anyone(aged: 0...12))
    },
    .init("H-14", ask: "お子さんが家事や家族の世話をしている時間は、どのくらいありますか。", because: "病気や介護のある家庭に、学校に通う年ごろのお子さんがいるため（ヤングケアラー）") {
      $0.needsCare && $0.anyone(aged: 6...18) { $0.relation != .person }
    },
    .init("H-15", ask: "ほかの家族に知られたくないことはありますか。連絡はどなたにすればよいですか。", because: "家族との関係の困りごとがあり、家族が相談に来ているため") {
      guard case .family = $0.caller else { return false }
      return $0.has(ConcernCode.family)
    },
    .init("H-16", ask: "介護しているご家族の体調や眠りは、いかがですか。", because: "介護の相談をご家族がしており、同居の方も高齢のため（老老介護）") {
      guard case .family = $0.caller else { return false }
      return $0.has(ConcernCode.care)
        && $0.count(agedAtLeast: 65) >= 2
    },
    .init("H-17", ask: "お子さんの食事・着替え・登校は、ふだんどおりですか。", because: "暮らしやお金の困りごとのある家庭に、18歳未満のお子さんがいるため") {
      $0.has(ConcernCode.income, ConcernCode.food, ConcernCode.debt, ConcernCode.violence) && $0.anyone(aged: 0...17)
    },
    .init("H-18", ask: "子育てを一人で担っていませんか。手伝ってくれる人はいますか。", because: "子育ての困りごとがあり、同居の大人が本人だけと記録されているため") {
      $0.has(ConcernCode.childRaising) && $0.isOnlyAdult
    },
  ]

  /// Turning points and isolation.
  private static let lives: [HiddenTroubleRule] = [
    .init("H-21", ask: "18歳になると変わる制度（児童の支援・手当・医療）について、次の担当と話せていますか。", because: "本人が6か月以内に18歳に達するため（18歳の壁）") {
      $0.reaches(18) != nil
    },
    .init("H-22", ask: "65歳からの介護保険への切り替えについて、いまのサービスがどうなるか聞いていますか。", because: "本人が6か月以内に65歳に達するため（65歳の壁）") {
      $0.reaches(65) != nil
    },
    .init("H-23", ask: "急に具合が悪くなったとき、気づいて来てくれる人はいますか。", because: "一人暮らしで、病気や介護の困りごとがあるため") {
      $0.livesAlone && $0.needsCare
    },
    .init("H-24", ask: "家の中で、寝る場所・通る場所・火のまわりは空いていますか。片付けを手伝ってよい人はいますか。", because: "家の中の物やごみについての話があるため") {
      $0.tells("ごみ", "ゴミ", "片付", "片づ", "異臭", "足の踏み場")
    },
    .init("H-25", ask: "話しやすい言葉は何語ですか。通訳ややさしい日本語があると話しやすいですか。", because: "言葉や在留についての話があるため") {
      $0.tells("外国", "国籍", "在留", "ビザ", "通訳", "日本語")
    },
    .init("H-26", ask: "ご本人は、この相談のことを知っていますか。どんなことなら受け入れやすいでしょうか。", because: "ひきこもり・不登校について、本人以外の方が相談しているため") {
      $0.has(ConcernCode.withdrawal) && $0.caller != nil && $0.caller != .person
    },
    .init("H-27", ask: "督促状や差押えの通知は届いていますか。返済のためにまた借りていませんか。", because: "借金と、税金・公共料金・家賃の支払いの困りごとが重なっているため") {
      $0.has(ConcernCode.debt) && $0.has(ConcernCode.taxOrUtilities, ConcernCode.rentOrLoan, ConcernCode.income)
    },
    .init("H-28", ask: "お金や書類の管理、契約のことで困っていませんか。代わりに決めている人はいますか。", because: "高齢の方の物忘れや契約についての話があるため") {
      $0.tells("物忘れ", "もの忘れ", "認知症", "通帳", "契約", "訪問販売")
    },
    .init("H-29", ask: "最後に姿や声を確かめたのは、いつ、どなたですか。", because: "近隣や民生委員の方からの相談で、本人にまだ会えていないことがあるため") {
      $0.caller == .neighbour || $0.caller == .welfareCommissioner
    },
  ]
}

extension Situation {
  /// How many who live together may be of that age or older.
  func count(agedAtLeast age: Int) -> Int {
    together.count { ages($0)?.mayBe(atLeast: age) ?? false }
  }

  /// A parent and a child in one home, the child not known to be under 18.
  var parentAndGrownChild: Bool {
    together.contains { elder in
      together.contains { younger in
        guard let above = elder.relation.generation, let below = younger.relation.generation, above - below == 1 else { return false }
        return ages(younger)?.mayBe(atLeast: 18) ?? true
      }
    }
  }

  /// Known to be the only one of 18 or more in the home, with a child: every age must be known to say so.
  var isOnlyAdult: Bool {
    let known = together.compactMap { member in ages(member).map { (member, $0) } }
    guard known.count == together.count, known.contains(where: { $0.1.upper < 18 }) else { return false }
    return known.filter { $0.1.mayBe(atLeast: 18) }.map(\.0.relation) == [.person]
  }
}
