import Testing

/// The main job in pieces, as a counsellor does it with a mouse: reception, note, つなぎ, answer.
///
/// Scenario 1: a mother of 82 comes to the window for the elderly about her son of 53 who does not leave the house. All invented.
struct Job {
  let browser: Browser

  /// Fills in the reception form and leaves it unsent.
  func fillReception() async throws {
    try await browser.click(link: "相談を受ける")
    try await browser.waitFor(path: "/consultations/new")
    try await browser.select(option: "本人（来所）", in: "[name=channel]")
    try await browser.type("架空 ハル", labelled: "氏名")
    try await browser.type("かくう はる", labelled: "ふりがな")
    try await browser.choose("女性", in: "性別")
    try await browser.type("S19.3.5", labelled: "生年月日")
    try await browser.type("見本町一丁目2番3号（架空）", labelled: "住所")
    try await browser.type("000-0000-0001", labelled: "電話（自宅）")
    try await browser.select(option: "本人", in: "[name=caller_relation]")
    try await browser.choose("○ ひきこもり・不登校")
    try await browser.choose("◎ いちばん困っているのはひきこもり・不登校")
    try await browser.choose("○ 介護")
    try await browser.type("53歳の息子が十年ほど家から出ない。自分が倒れたら、あの子はどうなるのか心配。", labelled: "具体的な内容・希望")
    try await fillHousehold()
  }

  private func fillHousehold() async throws {
    try await browser.type("架空 実", into: "[name='household.1.name']")
    try await browser.type("S48.2", into: "[name='household.1.age']")
    try await browser.select(option: "子", in: "[name='household.1.relation']")
    if try await !browser.isChecked("[name='household.1.lives_together']") {
      try await browser.click("[name='household.1.lives_together']")
    }
    try await browser.type("仕事をしていない", into: "[name='household.1.note']")
    try await browser.type("2", labelled: "世帯人数")
  }

  /// The consent block, signed on the day of the reception.
  func fillConsent() async throws {
    try await browser.type(try await browser.value(of: "[name=received_on]"), labelled: "同意日")
    try await browser.choose("署名", in: "同意の方法")
    try await browser.type("架空 花子", labelled: "説明した人")
  }

  /// Sends the reception form and opens the case.
  func record() async throws {
    try await browser.click("main .actions button.button:not(.outline)")
    try await browser.waitFor(path: "/consultations/*")
    try await browser.waitFor(text: "いちばん困っていること")
  }

  /// Writes a note on the page of a case.
  func writeNote() async throws {
    try await browser.click(link: "支援経過を書く")
    try await browser.select(option: "面談（来所）", in: "[name=method]")
    try await browser.choose("本人", in: "相手")
    try await browser.type("窓口での相談", labelled: "件名")
    try await browser.type("ハルさんが一人で来所。息子さんは昼夜が逆で、食事は部屋でとるとのこと。", labelled: "内容（事実）")
    try await browser.type("ハルさんの疲れが強い。", labelled: "見立て・所感")
    try await browser.click(button: "記録する")
    try await browser.waitFor(text: "窓口での相談")
  }

  /// From the page of a case: fills in a つなぎ to an agency, the person agreeing, and leaves it unsent.
  func fillReferral(to target: String, reason: String, asking: String) async throws {
    try await browser.click(link: "つなぐ")
    try await browser.select(option: target, in: "[name=to]")
    try await browser.type(reason, labelled: "つなぐ理由")
    try await browser.type(asking, labelled: "依頼すること")
    try await browser.type(try await today(), labelled: "連絡した日")
    try await browser.type("相談員の方", labelled: "連絡した相手")
    try await browser.choose("同行する", in: "初回の同行")
    try await browser.choose("本人が納得している", in: "本人の納得")
    try await browser.type(try await today(), labelled: "説明した日")
    try await browser.type("架空 花子", labelled: "説明した職員")
  }

  /// Sends the つなぎ that is filled in. Its number in the address.
  func request() async throws -> Int {
    try await browser.click(button: "依頼する")
    try await browser.waitFor(path: "/referrals/*")
    return try await browser.currentNumber
  }

  /// Goes to a つなぎ through the menu and the list.
  func openReferral(_ number: Int, sent: Bool = false) async throws {
    try await browser.click(link: "つなぎ")
    try await browser.waitFor(path: "/referrals")
    if sent { try await browser.click(link: "送ったつなぎ") }
    try await browser.click("main a[href='/referrals/\(number)']")
    try await browser.waitFor(path: "/referrals/\(number)")
  }

  /// Today in Japan, 「2026-11-21」.
  func today() async throws -> String {
    let day = try await browser.execute(
      "return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());")
    guard let day = day.string else { throw BrowserProblem("no date") }
    return day
  }

  /// Fills in why the つなぎ shown is handed back and the talk with the sender, and leaves it unsent.
  func fillHandBack(reason: String, words: String, talkedWith: String) async throws {
    try await browser.click(link: "差し戻す")
    try await browser.select(option: reason, in: "[name=reason_code]")
    try await browser.type(words, labelled: "理由の説明")
    try await browser.type(try await today(), labelled: "話した日")
    try await browser.type(talkedWith, labelled: "話した相手")
    try await browser.select(option: "電話", in: "[name=talked_how]")
  }
}
